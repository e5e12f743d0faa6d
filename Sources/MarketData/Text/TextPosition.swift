/// Turns byte offsets into lines and columns.
///
/// Positions are computed only when a message needs them, so reading pays nothing for them.
enum TextPosition {
  /// Line and column of a byte, found from the start of the text.
  ///
  /// Complexity: O(offset).
  static func location(of offset: Int, in bytes: [UInt8], file: String) -> SourceLocation {
    let start = TextEncoding.byteOrderMarkLength(of: bytes)
    return location(of: offset, in: bytes, file: file, fromLine: 1, at: start)
  }

  /// Line and column of a byte, found from an earlier line start that is already known.
  ///
  /// A line ends with LF, CR LF or a lone CR. Complexity: O(offset − start).
  static func location(
    of offset: Int, in bytes: [UInt8], file: String, fromLine: Int, at start: Int
  ) -> SourceLocation {
    var line = fromLine
    var lineStart = start
    var position = start
    while position < min(offset, bytes.count) {
      let byte = bytes[position]
      position += 1
      if byte == ASCII.carriageReturn, position < bytes.count, bytes[position] == ASCII.lineFeed {
        position += 1
      }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        line += 1
        lineStart = position
      }
    }
    var column = 1
    for index in lineStart..<max(lineStart, min(offset, bytes.count))
    where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    return SourceLocation(file: file, line: line, column: column)
  }
}

/// A place that only moves forward, so that following a text to its end reads it once.
struct TextCursor {
  private(set) var line = 1
  private(set) var column = 1
  private var offset: Int

  /// Starts after the byte order mark, if there is one.
  init(in bytes: [UInt8]) {
    offset = TextEncoding.byteOrderMarkLength(of: bytes)
  }

  /// Moves to a byte that lies no earlier than the last one.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      offset += 1
      let isReturnBeforeFeed =
        byte == ASCII.carriageReturn && offset < bytes.count && bytes[offset] == ASCII.lineFeed
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn && !isReturnBeforeFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}

/// The ASCII bytes the parsers name.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let dollar: UInt8 = 0x24
  static let openParenthesis: UInt8 = 0x28
  static let closeParenthesis: UInt8 = 0x29
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let point: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let lessThan: UInt8 = 0x3C

  /// Whether the byte is one of the ten ASCII digits.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  /// The byte with A–Z turned into a–z.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
