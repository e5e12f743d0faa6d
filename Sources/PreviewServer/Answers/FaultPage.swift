/// The page that is shown while the site cannot be built.
struct FaultPage {
  let faults: [PreviewFault]
  /// Names the state of the site for the script that waits for the next.
  let shown: String

  static let stylePath = "-/faults.css"
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"

  static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.25rem; }
    ol { list-style: none; padding: 0; }
    li { border-left: 3px solid; padding: 0 0 0 1rem; margin: 0 0 2rem; }
    li.error { border-color: #b3261e; }
    li.warning { border-color: #9a6700; }
    p { margin: 0 0 .25rem; overflow-wrap: anywhere; }
    .place, pre { font: .875rem/1.4 ui-monospace, monospace; }
    pre { overflow-x: auto; padding: .5rem; border: 1px solid #8888; }
    mark { background: none; color: inherit; font-weight: 700; text-decoration: underline wavy #b3261e; }

    """

  var html: [UInt8] {
    let errors = faults.count { $0.severity == .error }
    let title = errors == 1 ? "1 error" : "\(errors) errors"
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>\(title) · preview</title>
      <link rel="stylesheet" href="/\(Self.stylePath)" />
      </head>
      <body>
      <main>
      <h1>The site cannot be built: \(title)</h1>
      <p>This page gives way to the site as soon as the sources are mended.</p>
      <ol>
      \(faults.map(item).joined())</ol>
      </main>
      </body>
      </html>

      """
    return LiveReload.adding(to: Array(page.utf8), shown: shown)
  }

  private func item(_ fault: PreviewFault) -> String {
    let remedy = fault.remedy.isEmpty ? "" : "<p>\(Self.escaped(fault.remedy))</p>\n"
    return """
      <li class="\(fault.severity.rawValue)">
      <p class="place">\(Self.escaped(fault.place))</p>
      <p><strong>\(fault.severity.rawValue):</strong> \(Self.escaped(fault.message)).</p>
      \(remedy)\(fault.excerpt.map(source) ?? "")</li>

      """
  }

  /// The line with its number, the marked character underlined and pointed at from below.
  private func source(_ excerpt: SourceExcerpt) -> String {
    let head = "\(excerpt.line) | "
    guard let mark = excerpt.mark else {
      return "<pre>\(head)\(Self.escaped(excerpt.text))</pre>\n"
    }
    let before = String(excerpt.text.prefix(mark))
    let at = String(excerpt.text.dropFirst(mark).prefix(1))
    let after = String(excerpt.text.dropFirst(mark + 1))
    let pointer = String(repeating: " ", count: head.count + mark) + "^"
    return "<pre>\(head)\(Self.escaped(before))<mark>\(Self.escaped(at))</mark>"
      + "\(Self.escaped(after))\n\(pointer)</pre>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
