/// A piece of raw HTML: a tag without attributes, other markup, or text.
enum RawHTMLPiece: Hashable {
  /// `<b>`, or `<br/>` where the element has no content.
  case opening(String)
  /// `</b>`.
  case closing(String)
  /// A tag with attributes, a comment, a declaration, an instruction: never allowed.
  case other(Range<Int>)
  /// Text between tags.
  case text(Range<Int>)

  /// Elements without content and without an end tag.
  static let void: Set<String> = ["br", "hr", "wbr"]

  /// Elements whose content is not read as text and tags, or that can run something.
  static let neverAllowed: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
    "plaintext", "template", "svg", "math", "object", "embed", "applet", "form", "base", "link",
    "meta", "html", "head", "body", "frame", "frameset", "input", "button", "select", "option", "a",
    "img", "area", "col", "source", "track", "param",
  ]

  /// The pieces of a fragment in their order; their ranges are into `bytes`.
  static func pieces(of bytes: [UInt8]) -> [RawHTMLPiece] {
    var pieces: [RawHTMLPiece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x3C, let end = endOfMarkup(bytes, from: index) else {
        index += 1
        continue
      }
      if start < index { pieces.append(.text(start..<index)) }
      pieces.append(markup(bytes, index..<end))
      index = end
      start = end
    }
    if start < bytes.count { pieces.append(.text(start..<bytes.count)) }
    return pieces
  }

  /// The end of what begins with `<`; `nil` for a `<` that begins nothing.
  private static func endOfMarkup(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case 0x21 where bytes[start...].starts(with: "<!--".utf8):
      var index = start + 4
      while index + 2 < bytes.count {
        if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
          return index + 3
        }
        index += 1
      }
      return bytes.count
    case 0x21, 0x2F, 0x3F, 0x41...0x5A, 0x61...0x7A:
      return bytes[start...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
    default: return nil
    }
  }

  private static func markup(_ bytes: [UInt8], _ range: Range<Int>) -> RawHTMLPiece {
    var name = bytes[range].dropFirst()
    guard name.last == 0x3E else { return .other(range) }
    name = name.dropLast()
    let isClosing = name.first == 0x2F
    if isClosing { name = name.dropFirst() }
    let isEmpty = name.last == 0x2F
    if isEmpty { name = name.dropLast() }
    while let last = name.last, last == 0x20 || last == 0x0A || last == 0x09 {
      name = name.dropLast()
    }
    let isName = name.allSatisfy {
      (0x61...0x7A) ~= $0 | 0x20 && $0 >= 0x41 || (0x30...0x39) ~= $0
    }
    guard isName, !name.isEmpty, !(isClosing && isEmpty) else { return .other(range) }
    let element = String(decoding: name, as: UTF8.self).lowercased()
    if isEmpty, !void.contains(element) { return .other(range) }
    return isClosing ? .closing(element) : .opening(element)
  }
}
