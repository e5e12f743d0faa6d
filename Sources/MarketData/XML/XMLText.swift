extension XMLScanner {
  /// A fault of the text that makes parsing it pointless, `nil` when there is none.
  static func problemOfText(_ bytes: [UInt8], file: String) -> Diagnostic? {
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard bytes.count <= XMLLimits.bytes else {
      return XMLLimits.problem(
        at: SourceLocation(file: file),
        "the document is larger than \(XMLLimits.bytes >> 20) MB")
    }
    let text = bytes.dropFirst(TextEncoding.byteOrderMarkLength(of: bytes))
    guard text.contains(where: { $0 > ASCII.space }) else {
      return Diagnostic(
        location: start, message: "the document is empty",
        remedy: "Write a document with one root element.", code: .emptyFile, action: .rejected)
    }
    if let fault = TextEncoding.fault(in: bytes) {
      return fault.diagnostic(file: file, bytes: bytes)
    }
    if let problem = XMLLimits.crowdedElement(in: bytes, file: file) { return problem }
    guard let encoding = declaredEncoding(of: bytes),
      !["utf-8", "utf8", "us-ascii"].contains(encoding.lowercased())
    else { return nil }
    return Diagnostic(
      location: start,
      message: "the document declares the encoding \(ShownText.quoted(encoding))",
      remedy: "Save it as UTF-8 and declare that, or declare nothing.", code: .encoding,
      action: .rejected)
  }

  /// The encoding in the XML declaration, `nil` when there is none.
  private static func declaredEncoding(of bytes: [UInt8]) -> String? {
    let text = bytes.dropFirst(TextEncoding.byteOrderMarkLength(of: bytes)).prefix(256)
    guard text.starts(with: "<?xml".utf8), let close = text.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let words = String(decoding: text[..<close], as: UTF8.self)
      .split { [" ", "\t", "\r", "\n", "=", "\"", "'", "?"].contains($0) }
    guard let name = words.firstIndex(of: "encoding"), name + 1 < words.endIndex else { return nil }
    return String(words[name + 1])
  }
}
