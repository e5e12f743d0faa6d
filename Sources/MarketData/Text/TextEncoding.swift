/// Whether the bytes of a file are text the readers accept: UTF-8 without NUL.
enum TextEncoding {
  /// What makes the bytes unreadable as text.
  enum Fault: Equatable {
    case utf16
    case nul(offset: Int)
    case invalidUTF8(offset: Int)
  }

  /// Length of the UTF-8 byte order mark at the start, 0 or 3.
  static func byteOrderMarkLength(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first fault of the bytes, `nil` when they are text.
  ///
  /// Complexity: O(n).
  static func fault(in bytes: [UInt8]) -> Fault? {
    if isPlainASCII(bytes) { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    var position = 0
    let end = bytes.count
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte == 0 { return looksLikeUTF16(bytes) ? .utf16 : .nul(offset: position) }
        position += 1
        continue
      }
      guard let length = sequenceLength(at: position, in: bytes) else {
        return .invalidUTF8(offset: position)
      }
      position += length
    }
    return nil
  }

  /// Whether no byte is NUL or above 127, in one loop without branches.
  private static func isPlainASCII(_ bytes: [UInt8]) -> Bool {
    var (lowest, union): (UInt8, UInt8) = (.max, 0)
    for byte in bytes {
      lowest = min(lowest, byte)
      union |= byte
    }
    return lowest > 0 && union < 0x80
  }

  /// Text in one of the UTF-16 forms without mark has a zero in every other of its first bytes.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    return (bytes[0] == 0) != (bytes[1] == 0) && (bytes[2] == 0) != (bytes[3] == 0)
  }

  /// Length of the well-formed multi-byte sequence that starts here (Unicode 15, table 3-7).
  private static func sequenceLength(at position: Int, in bytes: [UInt8]) -> Int? {
    let lead = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return nil
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}

extension TextEncoding.Fault {
  /// The diagnostic for a file with this fault.
  func diagnostic(file: String, bytes: [UInt8]) -> Diagnostic {
    switch self {
    case .utf16:
      Diagnostic(
        location: SourceLocation(file: file, line: 1, column: 1),
        message: "the text is UTF-16, not UTF-8", remedy: "Save the file as UTF-8.",
        code: .encoding, action: .rejected)
    case .nul(let offset):
      Diagnostic(
        location: TextPosition.location(of: offset, in: bytes, file: file),
        message: "the file has a NUL byte, so it is not text",
        remedy: "Save it as plain UTF-8 text.",
        code: .encoding, action: .rejected)
    case .invalidUTF8(let offset):
      Diagnostic(
        location: TextPosition.location(of: offset, in: bytes, file: file),
        message: "the text is not valid UTF-8", remedy: "Save the file as UTF-8.",
        code: .encoding, action: .rejected)
    }
  }
}
