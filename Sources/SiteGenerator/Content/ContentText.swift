import MarketData

/// The text of a file that a person wrote: UTF-8, with a byte order mark and CRLF line ends taken
/// away, as editors on Windows write them.
enum ContentText {
  /// The text with `\n` line ends; `nil` after reporting bytes that are not UTF-8.
  ///
  /// Lines keep their numbers: CRLF becomes LF, and a CR alone becomes LF as well.
  static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problems.append(
        .error(
          SourceLocation(file: file, line: 1, column: 1), "the file is not UTF-8",
          "Save it as UTF-8 without other encodings."))
      return nil
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return unixLineEnds(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
  }

  private static func unixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.holds(byte: 0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        result.append(0x0A)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

extension YAMLFields {
  /// Parses a file that holds one YAML mapping; bytes that are not UTF-8 are reported.
  init?(file: String, bytes: [UInt8], into problems: inout [Diagnostic]) {
    guard let text = ContentText.read(bytes, file: file, into: &problems) else { return nil }
    self.init(
      yaml: String(decoding: text, as: UTF8.self), file: file, lineOffset: 0, into: &problems)
  }
}
