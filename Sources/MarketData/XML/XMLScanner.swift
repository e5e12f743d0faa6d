/// Checks that bytes are a well-formed XML document and lists its start tags.
///
/// The document is untrusted: a DOCTYPE is refused, so there are no entities beyond the five every
/// document has; nothing is loaded from files or the network; the text must be UTF-8 and must not
/// claim to be anything else. Processing instructions and XInclude elements do nothing. A document
/// has at most 64 MB and 1,000,000 elements, at most 256 inside each other, each with at most 512
/// attributes of at most 1 MB; no text is longer than 10 MB.
public enum XMLScanner {
  /// The start tags in document order; an empty list when the document has a fault.
  ///
  /// The fault, with its place, is appended to `problems`. A parser stops at the first fault of a
  /// document, because nothing after it can be understood for certain. Complexity: O(n).
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - names: the elements that are wanted, by name as written; `nil` for all.
  ///   - texts: the elements among them whose text is wanted too.
  ///   - file: the document's name in messages.
  ///   - problems: where its fault is appended.
  /// - Returns: the start tags, or none when there is a fault.
  public static func startTags(
    in bytes: [UInt8], named names: Set<String>? = nil, textOf texts: Set<String> = [],
    file: String,
    into problems: inout [Diagnostic]
  ) -> [XMLStartTag] {
    if let problem = problemOfText(bytes, file: file) {
      problems.append(problem)
      return []
    }
    let scan = XMLScan(bytes: bytes, file: file, names: names, texts: texts)
    scan.run()
    if let problem = scan.problem {
      problems.append(problem)
      return []
    }
    return scan.tags
  }
}
