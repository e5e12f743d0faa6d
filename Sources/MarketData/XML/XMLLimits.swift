/// How much of an XML document is read: far more than any real statement or page.
///
/// The library's own limits leave work that grows with the square of the input: it compares each
/// attribute of an element with all before it, and looks every prefix up among all in scope.
enum XMLLimits {
  /// Bytes of a document, 64 MB.
  static let bytes = 64 << 20
  /// Elements of a document.
  static let elements = 1_000_000
  /// Elements inside each other.
  static let depth = 256
  /// Attributes of an element, its namespace declarations included.
  static let attributes = 512
  /// Bytes of an attribute's value, 1 MB.
  static let attributeBytes = 1 << 20
  /// Namespace declarations in scope at one place.
  static let namespaces = 512

  /// The fault of a document that exceeds a limit.
  static func problem(at location: SourceLocation, _ message: String) -> Diagnostic {
    Diagnostic(
      location: location, message: message,
      remedy: "Export less at a time; a document of this shape is damaged or hostile.",
      code: .limitExceeded, action: .rejected)
  }

  /// The first element with too many attributes, found before the library compares them.
  ///
  /// What is counted is `=` before a quote between one `<` and the next, which bounds the attributes
  /// of any tag there, however damaged the document is. Complexity: O(n).
  static func crowdedElement(in bytes: [UInt8], file: String) -> Diagnostic? {
    var (opening, count) = (0, 0)
    var last: UInt8 = 0
    for (offset, byte) in bytes.enumerated() where byte > ASCII.space {
      if byte == ASCII.lessThan {
        (opening, count) = (offset, 0)
      } else if last == ASCII.equals, byte == ASCII.quote || byte == ASCII.apostrophe {
        count += 1
        guard count <= attributes else {
          return problem(
            at: TextPosition.location(of: opening, in: bytes, file: file),
            "an element has more than \(attributes) attributes")
        }
      }
      last = byte
    }
    return nil
  }
}

extension ASCII {
  fileprivate static let apostrophe: UInt8 = 0x27
  fileprivate static let equals: UInt8 = 0x3D
}
