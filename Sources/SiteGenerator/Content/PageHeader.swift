import MarketData
import Quant

/// The part of the front matter that all kinds of pages share: when a page appears and its old addresses.
struct PageHeader: Sendable {
  /// `draft: true`: shown only on request.
  var isDraft: Bool
  /// The first day on which the page appears.
  var publish: CalendarDate?
  /// Addresses that lead to the page.
  var aliases: [PageAlias] = []

  /// Reads the shared keys, which then count as known.
  init(_ document: inout ContentDocument, into problems: inout [Diagnostic]) {
    isDraft =
      document.fields.value("draft", "true or false", into: &problems, Bool.init) ?? false
    publish = document.fields.date("publish", into: &problems)
    let texts = document.fields.texts("aliases", into: &problems)
    guard !texts.isEmpty, let target = PagePath(ofContent: document.path) else { return }
    let title = document.fields.text("title", into: &problems) ?? ""
    for (index, text) in texts.enumerated() {
      let place = document.fields.place(ofText: "aliases", item: index).place(line: 1, column: 1)
      let location = SourceLocation(file: document.path, line: place.line, column: place.column)
      if let fault = PageAlias.fault(of: text) {
        problems.append(.error(location, "the alias `\(text)` \(fault.what)", fault.remedy))
      } else {
        aliases.append(
          PageAlias(
            path: PagePath(String(text.dropFirst())), target: target, title: title,
            location: location))
      }
    }
  }
}

extension PagePath {
  /// The address that a file of `Content/` is published at; `nil` for a file that makes no page.
  init?(ofContent file: String) {
    guard file.hasSuffix(".md") else { return nil }
    let parts = file.dropLast(".md".count).split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[0] == "Content" else { return nil }
    switch parts[1] {
    case "reports":
      guard let date = CalendarDate(String(parts[2])) else { return nil }
      self = Site.path(of: date)
    case "lessons", "glossary":
      let slug = parts[2].split(separator: "/").last ?? parts[2]
      self.init("\(parts[1])/\(slug)/")
    case "pages": self.init(parts[2] == "index" ? "" : "\(parts[2])/")
    default: return nil
    }
  }
}
