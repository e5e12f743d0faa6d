/// A page rendered with numbered marks in place of its texts, to be filled with the texts.
///
/// Mustache decides by presence, lists and flags, never by what a text says. Pages whose values
/// have one shape therefore differ only in their texts, and all but the first need no template.
/// The texts are escaped here, byte by byte: swift-mustache 2.1 escapes by character and so leaves
/// a quotation mark as it is when a combining accent follows.
struct TemplateMould: Sendable {
  private enum Piece: Sendable {
    case literal([UInt8])
    case text(Int)
    case markup(Int)
  }

  private let pieces: [Piece]
  private let literalCount: Int

  private static let open: UInt8 = 0x01
  private static let close: UInt8 = 0x02

  /// Whether a template text could be mistaken for a mark.
  static func isAmbiguous(_ template: String) -> Bool {
    template.utf8.contains { $0 == open || $0 == close }
  }

  /// What stands for text number `index`; the `<` shows whether the template escapes the text.
  static func mark(_ index: Int) -> String { "\u{01}\(index)<\u{02}" }

  /// Reads a page that was rendered with marks; `nil` when a template changed one.
  init?(rendered: String) {
    let bytes = Array(rendered.utf8)
    var pieces: [Piece] = []
    var literalCount = 0
    var start = 0
    func addLiteral(upTo end: Int) {
      guard end > start else { return }
      pieces.append(.literal(Array(bytes[start..<end])))
      literalCount += end - start
    }
    while let mark = bytes[start...].firstIndex(of: Self.open) {
      guard let end = bytes[mark...].firstIndex(of: Self.close) else { return nil }
      let inside = bytes[(mark + 1)..<end]
      let digits = inside.prefix { (0x30...0x39).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      addLiteral(upTo: mark)
      switch String(decoding: inside.dropFirst(digits.count), as: UTF8.self) {
      case "<": pieces.append(.markup(number))
      case "&lt;": pieces.append(.text(number))
      default: return nil
      }
      start = end + 1
    }
    addLiteral(upTo: bytes.count)
    self.pieces = pieces
    self.literalCount = literalCount
  }

  /// The page with the given texts.
  func filled(with texts: [String]) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(literalCount + texts.reduce(0) { $0 + $1.utf8.count } + 256)
    for piece in pieces {
      switch piece {
      case .literal(let bytes): page += bytes
      case .markup(let index): page += texts[index].utf8
      case .text(let index): Self.appendEscaped(texts[index], to: &page)
      }
    }
    return page
  }

  private static func appendEscaped(_ text: String, to page: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): page += "&amp;".utf8
      case UInt8(ascii: "<"): page += "&lt;".utf8
      case UInt8(ascii: ">"): page += "&gt;".utf8
      case UInt8(ascii: "\""): page += "&quot;".utf8
      case UInt8(ascii: "'"): page += "&#39;".utf8
      default: page.append(byte)
      }
    }
  }
}
