import CLibXML2

/// Checks that bytes are a well-formed XML document and lists its start tags.
///
/// The document is untrusted: a DOCTYPE is refused, so there are no entities beyond the five every
/// document has; nothing is loaded from files or the network; the text must be UTF-8 and must not
/// claim to be anything else. Elements nest at most 256 deep, and no text is longer than 10 MB.
public enum XMLScanner {
  /// The start tags in document order; an empty list when the document has a fault.
  ///
  /// The fault, with its place, is appended to `problems`. A parser stops at the first fault of a
  /// document, because nothing after it can be understood for certain. Complexity: O(n).
  public static func startTags(
    in bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [XMLStartTag] {
    if let problem = problemOfText(bytes, file: file) {
      problems.append(problem)
      return []
    }
    let scan = XMLScan(bytes: bytes, file: file)
    scan.run()
    if let problem = scan.problem {
      problems.append(problem)
      return []
    }
    return scan.tags
  }
}

/// One pass of the parser over one document.
private final class XMLScan {
  let bytes: [UInt8]
  let file: String
  private(set) var tags: [XMLStartTag] = []
  private(set) var problem: Diagnostic?
  private var cursor: TextCursor

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    cursor = TextCursor(in: bytes)
  }

  /// Parses the bytes; the results are `tags` and `problem`.
  func run() {
    LibXML2.initialise()
    guard let context = xmlNewParserCtxt() else { return fail("the document cannot be parsed") }
    defer { xmlFreeParserCtxt(context) }
    context.pointee.sax.pointee = Self.makeEvents()
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    // NOENT resolves the five predefined entities in attribute values; no other can exist, because
    // a DOCTYPE stops the parser before its declarations are read.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    let document = bytes.withUnsafeBytes { raw in
      xmlCtxtReadMemory(
        context, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), nil, nil,
        Int32(options))
    }
    if let document { xmlFreeDoc(document) }
    if context.pointee.wellFormed == 0, problem == nil {
      fail("the document is not well-formed")
    }
  }

  private static func makeEvents() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in
      XMLScan.of(context)?.refuseDoctype(context)
    }
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
      XMLScan.of(context)?.start(
        name: XMLScan.qualified(name, prefix), namespace: XMLScan.text(uri),
        attributes: XMLScan.attributes(attributes, count: Int(count)), context)
    }
    handler.serror = { context, error in
      guard let error else { return }
      XMLScan.of(context)?.report(
        XMLScan.text(error.pointee.message), line: Int(error.pointee.line),
        column: Int(error.pointee.int2), isError: error.pointee.level.rawValue > 1)
    }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScan? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let scan = parser.pointee._private
    else { return nil }
    return Unmanaged<XMLScan>.fromOpaque(scan).takeUnretainedValue()
  }

  private func refuseDoctype(_ context: UnsafeMutableRawPointer?) {
    if problem == nil {
      problem = Diagnostic(
        location: location(startingAtOrBefore: offset(context)),
        message: "the document has a DOCTYPE, which could define entities",
        remedy: "Remove the DOCTYPE declaration.")
    }
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  private func start(
    name: String, namespace: String?, attributes: [XMLStartTag.Attribute],
    _ context: UnsafeMutableRawPointer?
  ) {
    guard problem == nil else { return }
    tags.append(
      XMLStartTag(
        name: name, namespace: namespace, attributes: attributes,
        location: location(startingAtOrBefore: offset(context))))
  }

  private func report(_ message: String?, line: Int, column: Int, isError: Bool) {
    guard problem == nil, isError else { return }
    let text = (message ?? "the document is not well-formed").split(whereSeparator: \.isNewline)
    problem = Diagnostic(
      location: SourceLocation(file: file, line: max(1, line), column: max(1, column)),
      message: "not well-formed XML: \(text.joined(separator: " "))",
      remedy: "Correct the markup at this place.")
  }

  private func fail(_ message: String) {
    problem = Diagnostic(
      location: SourceLocation(file: file), message: message,
      remedy: "Correct the document.")
  }
}

extension XMLScan {
  /// The number of bytes the parser has read.
  private func offset(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let input = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input,
      let base = input.pointee.base, let current = input.pointee.cur
    else { return 0 }
    return Int(input.pointee.consumed) + (current - base)
  }

  /// The place of the last `<` before the offset: a tag's start, because no value may hold one.
  ///
  /// Places are counted on from the last call, so that all calls together read the text once.
  private func location(startingAtOrBefore offset: Int) -> SourceLocation {
    var start = min(offset, bytes.count - 1)
    while start > 0, bytes[start] != ASCII.lessThan { start -= 1 }
    cursor.advance(to: start, in: bytes)
    return SourceLocation(file: file, line: cursor.line, column: cursor.column)
  }

  fileprivate static func text(_ pointer: UnsafePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  fileprivate static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  fileprivate static func qualified(
    _ name: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?
  ) -> String {
    let local = text(name) ?? ""
    return text(prefix).map { "\($0):\(local)" } ?? local
  }

  /// Attributes come as five pointers each: name, prefix, namespace, start and end of the value.
  fileprivate static func attributes(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) -> [XMLStartTag.Attribute] {
    guard let fields else { return [] }
    return (0..<count).map { index in
      let field = fields + 5 * index
      let value = field[3].flatMap { start in
        field[4].map { UnsafeBufferPointer(start: start, count: $0 - start) }
      }
      return XMLStartTag.Attribute(
        name: qualified(field[0], field[1]),
        value: value.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
  }
}
