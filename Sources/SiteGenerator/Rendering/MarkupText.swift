/// Cuts markup into text that a page shows as words, and all else.
enum MarkupText {
  /// A stretch of markup.
  struct Part {
    var text: Substring
    /// Whether it is text between tags, outside drawings, formulas and code.
    var isText: Bool
  }

  /// Elements whose content is kept as it is.
  private static let closed = ["svg", "math", "pre", "script", "style", "title"]

  /// The stretches in order; joined they are the markup.
  ///
  /// Complexity: O(n).
  static func parts(of html: String) -> [Part] {
    var parts: [Part] = []
    var rest = html[...]
    while let open = rest.utf8.firstIndex(of: 0x3C) {
      if open > rest.startIndex { parts.append(Part(text: rest[..<open], isText: true)) }
      let tail = rest[open...]
      let end = endOfElement(tail) ?? endOfTag(tail)
      parts.append(Part(text: tail[..<end], isText: false))
      rest = tail[end...]
    }
    if !rest.isEmpty { parts.append(Part(text: rest, isText: true)) }
    return parts
  }

  private static func endOfTag(_ text: Substring) -> Substring.Index {
    text.utf8.firstIndex(of: 0x3E).map { text.utf8.index(after: $0) } ?? text.endIndex
  }

  /// The end of an element that is kept as it is; `nil` when another tag stands here.
  private static func endOfElement(_ text: Substring) -> Substring.Index? {
    guard let name = closed.first(where: { begins(text, $0) }) else { return nil }
    let closing = Array("</\(name)>".utf8)
    var index = text.startIndex
    while let next = text.utf8[index...].firstIndex(of: 0x3C) {
      if text.utf8[next...].starts(with: closing) {
        return text.utf8.index(next, offsetBy: closing.count)
      }
      index = text.utf8.index(after: next)
    }
    return text.endIndex
  }

  private static func begins(_ text: Substring, _ name: String) -> Bool {
    let bytes = text.utf8.dropFirst()
    guard bytes.starts(with: name.utf8) else { return false }
    let next = bytes.dropFirst(name.utf8.count).first
    return next == 0x3E || next == 0x20
  }
}

extension Markup {
  /// The markup with every minus before a dollar sign bound to it and to the digits.
  ///
  /// Both signs are prefixes to Unicode's line breaking, so that a line may end between them. The
  /// amount goes into an element rather than a word joiner into the text: what is copied, searched
  /// and exported stays as it is.
  static func keepingSigns(in html: String) -> String {
    guard html.utf8Contains("\u{2212}$") else { return html }
    return MarkupText.parts(of: html).map { $0.isText ? amountsBound($0.text) : String($0.text) }
      .joined()
  }

  private static func amountsBound(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let minus = rest.firstIndex(of: "\u{2212}") {
      result += rest[..<minus]
      let tail = rest[minus...]
      let digits = tail.dropFirst().prefix {
        $0 == "$" || $0.isNumber || $0 == "\u{202F}" || $0 == "."
      }
      guard digits.first == "$" else {
        result += "\u{2212}"
        rest = tail.dropFirst()
        continue
      }
      let end = digits.last == "." ? digits.index(before: digits.endIndex) : digits.endIndex
      result += "<span class=\"nw\">\(tail[..<end])</span>"
      rest = tail[end...]
    }
    return result + rest
  }
}
