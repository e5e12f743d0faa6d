import CLibXML2

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
  ///   - file: the document's name in messages.
  ///   - problems: where its fault is appended.
  /// - Returns: the start tags, or none when there is a fault.
  public static func startTags(
    in bytes: [UInt8], named names: Set<String>? = nil, file: String,
    into problems: inout [Diagnostic]
  ) -> [XMLStartTag] {
    if let problem = problemOfText(bytes, file: file) {
      problems.append(problem)
      return []
    }
    let scan = XMLScan(bytes: bytes, file: file, names: names)
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
  private let names: Set<String>?
  private var elements = 0
  /// The namespace declarations in scope inside each open element.
  private var scopes: [Int] = []

  init(bytes: [UInt8], file: String, names: Set<String>?) {
    self.bytes = bytes
    self.file = file
    self.names = names
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
    handler.startElementNs = { context, name, prefix, uri, declared, _, count, _, attributes in
      guard let scan = XMLScan.of(context),
        scan.open(declaring: Int(declared), context),
        scan.fits(attributes, count: Int(count), context)
      else { return }
      let name = XMLScan.qualified(name, prefix)
      guard scan.names?.contains(name) != false else { return }
      scan.start(
        name: name, namespace: XMLScan.text(uri),
        attributes: XMLScan.attributes(attributes, count: Int(count)), context)
    }
    handler.endElementNs = { context, _, _, _ in
      XMLScan.of(context)?.close()
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
        remedy: "Remove the DOCTYPE declaration.", code: .refusedMarkup, action: .rejected)
    }
    stop(context)
  }

  private func start(
    name: String, namespace: String?, attributes: [XMLStartTag.Attribute],
    _ context: UnsafeMutableRawPointer?
  ) {
    tags.append(
      XMLStartTag(
        name: name, namespace: namespace, attributes: attributes,
        location: location(startingAtOrBefore: offset(context))))
  }

  private func report(_ message: String?, line: Int, column: Int, isError: Bool) {
    guard problem == nil, isError else { return }
    let text = (message ?? "the document is not well-formed").split(whereSeparator: \.isNewline)
    let location = SourceLocation(file: file, line: max(1, line), column: max(1, column))
    guard message?.contains("too long") != true else {
      problem = XMLLimits.problem(at: location, "a name, value or text is longer than 10 MB")
      return
    }
    problem = Diagnostic(
      location: location, message: "not well-formed XML: \(text.joined(separator: " "))",
      remedy: "Correct the markup at this place.", code: .refusedMarkup, action: .rejected)
  }

  private func fail(_ message: String) {
    problem = Diagnostic(
      location: SourceLocation(file: file), message: message,
      remedy: "Correct the document.", code: .refusedMarkup, action: .rejected)
  }

  private func stop(_ context: UnsafeMutableRawPointer?) {
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }
}

// Limits, checked before anything of an element is kept.
extension XMLScan {
  /// Counts an element that begins; false when the document has had its fault.
  private func open(declaring namespaces: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
    guard problem == nil else { return false }
    elements += 1
    scopes.append((scopes.last ?? 0) + namespaces)
    if elements > XMLLimits.elements {
      exceed("the document has more than \(XMLLimits.elements) elements", context)
    } else if scopes.count > XMLLimits.depth {
      exceed("elements are nested more than \(XMLLimits.depth) deep", context)
    } else if (scopes.last ?? 0) > XMLLimits.namespaces {
      exceed("more than \(XMLLimits.namespaces) namespaces are declared in one place", context)
    }
    return problem == nil
  }

  private func close() {
    if !scopes.isEmpty { scopes.removeLast() }
  }

  /// Whether no value of the element is too long.
  private func fits(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int,
    _ context: UnsafeMutableRawPointer?
  ) -> Bool {
    guard let fields else { return true }
    for index in 0..<count {
      guard let start = fields[5 * index + 3], let end = fields[5 * index + 4],
        end - start > XMLLimits.attributeBytes
      else { continue }
      exceed("an attribute is longer than \(XMLLimits.attributeBytes >> 20) MB", context)
      return false
    }
    return true
  }

  private func exceed(_ message: String, _ context: UnsafeMutableRawPointer?) {
    problem = XMLLimits.problem(at: location(startingAtOrBefore: offset(context)), message)
    stop(context)
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
