/// The first line of a footnote's definition: `[^name]: text`.
struct FootnoteDefinition {
  /// The line of the text, from 1.
  var line: Int
  /// The marks of quotations and the indentation before it, in bytes.
  var prefixLength: Int
  /// The name between `[^` and `]`.
  var label: String
  /// Where the text after the colon begins, in bytes from the line's start.
  var contentStart: Int

  /// The definitions that begin a line, quotations around them left aside.
  ///
  /// Lines within code or HTML look the same; the tree tells them apart.
  static func candidates(in text: ParsedText) -> [FootnoteDefinition] {
    (1...text.lineCount).compactMap { line in
      FootnoteDefinition(line: line, text.bytes[text.line(line)])
    }
  }

  private init?(line: Int, _ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var spaces = 0
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x3E {
      spaces = bytes[index] == 0x20 ? spaces + 1 : 0
      index += 1
    }
    let start = index
    guard spaces < 5, bytes[index...].starts(with: [0x5B, 0x5E]) else { return nil }
    index += 2
    while index < bytes.endIndex, FootnoteLabel.isLabelByte(bytes[index]) { index += 1 }
    guard index > start + 2, bytes[index...].starts(with: [0x5D, 0x3A]) else { return nil }
    self.line = line
    prefixLength = start - bytes.startIndex
    label = String(decoding: bytes[(start + 2)..<index], as: UTF8.self)
    index += 2
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    contentStart = index - bytes.startIndex
  }

  /// What libcmark reads instead: an item of an ordered list, whose text is indented by four like a
  /// footnote's further paragraphs, kept apart from what is above it by a comment.
  func replacement(in text: ParsedText, index: Int) -> ParsedText.Replacement {
    let origin = text.origin(line)
    let bytes = text.bytes[text.line(line)]
    let prefix = Array(bytes.prefix(prefixLength))
    let content = bytes.dropFirst(contentStart)
    var separator = origin
    separator.role = .separator
    let marker = Array("01) ".utf8)
    let item = ParsedText.Origin(
      line: origin.line, footnote: index, column: prefix.count + marker.count + 1,
      sourceColumn: contentStart + 1)
    return ParsedText.Replacement(
      lines: line...line,
      with: [
        (prefix + Array("<!---->".utf8), separator), (prefix + marker + content, item),
      ])
  }
}

/// The names of footnotes.
enum FootnoteLabel {
  /// Whether a byte can be in a name: anything but spaces, controls, brackets and a caret.
  static func isLabelByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x5B && byte != 0x5D && byte != 0x5E && byte != 0x7F
  }

  /// Names that are compared: without regard to case, and to what smart punctuation makes of them.
  static func normalized(_ label: String) -> String {
    var result = ""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "\u{2013}": result += "--"
      case "\u{2014}": result += "---"
      case "\u{2026}": result += "..."
      case "\u{2018}", "\u{2019}": result += "'"
      case "\u{201C}", "\u{201D}": result += "\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.lowercased()
  }
}
