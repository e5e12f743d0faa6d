import CLibXML2

/// One pass of the parser over one document.
final class XMLScan {
  let bytes: [UInt8]
  let file: String
  private(set) var tags: [XMLStartTag] = []
  var problem: Diagnostic?
  var cursor: TextCursor
  private let names: Set<String>?
  var elements = 0
  /// The namespace declarations in scope inside each open element.
  var scopes: [Int] = []

  private let texts: Set<String>
  /// For each open element the index of its tag when its text is wanted.
  private var readers: [Int?] = []
  /// The pieces of text in document order, when all are wanted.
  private(set) var runs: [XMLOutline.TextRun] = []
  private let keepsRuns: Bool
  /// For each open element the index of its tag, when all text is wanted.
  private var owners: [Int] = []

  init(
    bytes: [UInt8], file: String, names: Set<String>?, texts: Set<String> = [],
    keepsRuns: Bool = false
  ) {
    self.keepsRuns = keepsRuns
    self.bytes = bytes
    self.file = file
    self.names = names
    self.texts = texts
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
      scan.readers.append(nil)
      guard scan.names?.contains(name) != false else { return }
      scan.start(
        name: name, namespace: XMLScan.text(uri),
        attributes: XMLScan.attributes(attributes, count: Int(count)), context)
    }
    handler.endElementNs = { context, _, _, _ in
      guard let scan = XMLScan.of(context) else { return }
      _ = scan.readers.popLast()
      _ = scan.owners.popLast()
      scan.close()
    }
    handler.characters = { context, characters, count in
      guard let scan = XMLScan.of(context), let characters else { return }
      scan.read(UnsafeBufferPointer(start: characters, count: Int(count)))
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
        location: location(startingAtOrBefore: offset(context)), depth: readers.count - 1))
    if texts.contains(name), !readers.isEmpty { readers[readers.count - 1] = tags.count - 1 }
    if keepsRuns { owners.append(tags.count - 1) }
  }

  /// A piece of text; the library cuts text at references and at the ends of its buffer.
  private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let reader = readers.last ?? nil {
      tags[reader].text += String(decoding: bytes, as: UTF8.self)
    }
    guard keepsRuns, let owner = owners.last else { return }
    if let last = runs.last, last.owner == owner, last.following == tags.count {
      runs[runs.count - 1].text += String(decoding: bytes, as: UTF8.self)
    } else if bytes.contains(where: { $0 > ASCII.space }) {
      runs.append(
        XMLOutline.TextRun(
          text: String(decoding: bytes, as: UTF8.self), owner: owner, following: tags.count))
    }
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

  func stop(_ context: UnsafeMutableRawPointer?) {
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }
}
