extension CSVTable {
  /// A fault that makes cutting into rows pointless, `nil` when there is none.
  static func problemOfWholeFile(_ bytes: [UInt8], file: String) -> Diagnostic? {
    guard bytes.count <= CSVLimits.bytes else {
      return Diagnostic(
        location: SourceLocation(file: file), message: "the file is larger than 256 MB",
        remedy: "Split it.", code: .limitExceeded, action: .rejected)
    }
    if let fault = TextEncoding.fault(in: bytes) {
      return fault.diagnostic(file: file, bytes: bytes)
    }
    guard isHTML(bytes) else { return nil }
    return Diagnostic(
      location: SourceLocation(file: file, line: 1, column: 1),
      message: "the file is not CSV but an HTML page, probably an error page saved by a download",
      remedy: "Download the data again and look at the file before using it.",
      code: .notData, action: .rejected)
  }

  /// The fault of a file without any row.
  static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      location: SourceLocation(file: file, line: 1, column: 1), message: "the file is empty",
      remedy: "Add the header line and the rows, or remove the file from the sources.",
      code: .emptyFile, action: .rejected)
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    var text = bytes.dropFirst(TextEncoding.byteOrderMarkLength(of: bytes))
    text = text.drop { $0 <= ASCII.space }
    guard text.first == ASCII.lessThan else { return false }
    let opening = text.prefix(16).map(ASCII.lowercased)
    return ["<!", "<?xml", "<html", "<head", "<body", "<meta", "<script", "<title"]
      .contains { opening.starts(with: $0.utf8) }
  }
}
