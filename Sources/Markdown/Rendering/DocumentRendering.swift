/// A text on its way to HTML: what has been written and what is open.
///
/// The tree is walked without recursion; each extension of this type writes one kind of node.
struct DocumentRendering {
  let renderer: MarkdownRenderer
  let extensions: MarkdownConfiguration.Extensions
  let words: MarkdownWords
  let traits: SourceText.Traits
  let marker: EscapeMarker
  let parsing: MarkdownParsing
  var positions: PositionFinder

  /// The markup and the words so far.
  var out = HTMLBuffer()
  var plain: [UInt8] = []
  var headings: [MarkdownHeading] = []
  var links: [MarkdownLink] = []
  var problems: [MarkdownProblem] = []

  /// The blocks and links that are open, outermost first.
  var open: [OpenElement] = []
  /// Elements of raw HTML and strikethrough that are open.
  var inlineElements: [InlineElement] = []
  /// How many nodes are open.
  var depth = 0
  var quoteDepth = 0
  var openLinks = 0
  /// The block whose inline nodes are being written.
  var leaf = Leaf()

  var identifiers: HeadingIdentifiers
  /// Where the open heading's markup and words began, and what is no part of its id.
  var headingStart = 0
  var headingPlainStart = 0
  var headingReferences: [Range<Int>] = []

  var strikethrough: [SyntaxNode: [StrikethroughMark]] = [:]
  /// Bytes at the start of a text node that are not written: a task's box, a dollar sign.
  var skippedStart: (node: SyntaxNode, count: Int)?
  /// The code node that is a formula.
  var mathCode: SyntaxNode?
  /// Nodes that a callout's first line consists of.
  var skippedNodes: [SyntaxNode] = []
  var footnotes: FootnoteNumbers
  /// Cells that may still be added to rows that are too short.
  var paddingBudget: Int

  init(
    renderer: MarkdownRenderer, source: SourceText, parsing: MarkdownParsing, firstLine: Int
  ) {
    self.renderer = renderer
    extensions = renderer.configuration.extensions
    words = renderer.configuration.words
    traits = source.traits
    marker = source.marker
    self.parsing = parsing
    positions = PositionFinder(source: source, text: parsing.text, firstLine: firstLine)
    identifiers = HeadingIdentifiers(reserved: renderer.configuration.reservedIdentifiers)
    footnotes = FootnoteNumbers(
      definitions: parsing.definitions, prefix: renderer.configuration.footnotePrefix)
    paddingBudget = source.bytes.count + 1000
    out.bytes.reserveCapacity(source.bytes.count * 2)
    plain.reserveCapacity(source.bytes.count)
  }

  /// An open block or link.
  struct OpenElement {
    /// What is written when it ends.
    var closing: String
    /// Whether what ends it begins a line.
    var beginsLine = false
    /// Whether it is an item whose paragraphs are written without a tag.
    var isTightItem = false
    var isLink = false
    var isQuote = false
    /// For a list: whether its items are tight.
    var isTightList = false
  }

  /// The block whose text is being written: where it begins.
  struct Leaf {
    var line = 0
    var column = 1
    /// Lines of link definitions at its start, which libcmark does not count.
    var shift = 0
  }

  /// Writes the document and its footnotes.
  mutating func renderDocument(_ root: SyntaxNode) {
    walk(root)
    renderFootnotes()
    reportTables()
  }

  /// Writes a node with everything in it.
  mutating func walk(_ root: SyntaxNode) {
    let walk = SyntaxWalk(root)
    while let event = walk.next() {
      switch event {
      case .enter(let node):
        if enter(node) == .skipping { walk.skip(node) }
      case .exit(let node): exit(node)
      }
    }
  }

  /// What is to be done with the nodes within one that has been entered.
  enum Descent {
    case visiting, skipping
  }

  private mutating func enter(_ node: SyntaxNode) -> Descent {
    let kind = node.kind
    switch kind {
    case .text: writeText(node)
    case .softBreak, .lineBreak: writeBreak(node, isHard: kind == .lineBreak)
    case .code: writeCode(node)
    case .htmlInline: writeInlineHTML(node)
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      out.beginLine()
      out.write("<hr />\n")
    case .image:
      writeImage(node)
      return .skipping
    case .emphasis, .strong:
      depth += 1
      findStrikethrough(in: node)
      out.write(kind == .strong ? "<strong>" : "<em>")
    case .link:
      depth += 1
      findStrikethrough(in: node)
      enterLink(node)
    default: return enterBlock(node, kind)
    }
    return .visiting
  }

  private mutating func exit(_ node: SyntaxNode) {
    closeElements(deeperThan: depth - 1)
    depth -= 1
    switch node.kind {
    case .emphasis: out.write("</em>")
    case .strong: out.write("</strong>")
    case .document: break
    case .heading: exitHeading(node)
    default: exitElement()
    }
  }

  /// Ends the innermost open block or link.
  private mutating func exitElement() {
    guard let element = open.popLast() else { return }
    if element.beginsLine { out.beginLine() }
    out.write(element.closing)
    if element.isQuote { quoteDepth -= 1 }
    if element.isLink, !element.closing.isEmpty { openLinks -= 1 }
  }

  /// The result, with the problems in reading order.
  func document() -> MarkdownDocument {
    MarkdownDocument(
      html: String(decoding: out.bytes, as: UTF8.self), headings: headings, links: links,
      footnotes: footnotes.result, plainText: String(decoding: plain, as: UTF8.self),
      problems: problems.sorted { $0.position < $1.position })
  }
}

extension DocumentRendering {
  /// The position of a place in the block that is being written, as libcmark counts it.
  mutating func place(line: Int, column: Int) -> SourcePosition {
    let place = textPlace(line: line, column: column)
    return positions.position(line: place.line, column: place.column)
  }

  /// The line and byte column in the text that libcmark read.
  mutating func textPlace(line: Int, column: Int) -> (line: Int, column: Int) {
    guard line > 0 else { return (leaf.line, leaf.column) }
    let actual = line + leaf.shift
    guard actual != leaf.line else { return (actual, column) }
    let prefix = positions.prefixLength(ofLine: actual, depth: quoteDepth)
    return (actual, column - (leaf.column - 1) + prefix)
  }

  /// The position of a block's start.
  mutating func position(ofBlockLine line: Int, column: Int) -> SourcePosition {
    positions.position(line: max(1, line), column: max(1, column))
  }

  /// Where an inline node begins; breaks and emphasis have the place of their block.
  mutating func place(of node: SyntaxNode) -> SourcePosition {
    place(line: node.startLine, column: node.startColumn)
  }

  /// A literal without escape markers.
  func unmarked(_ literal: UnsafeBufferPointer<UInt8>) -> String {
    marker.bytes.isEmpty
      ? String(decoding: literal, as: UTF8.self)
      : String(decoding: marker.removed(from: literal), as: UTF8.self)
  }

  /// Writes a literal as text.
  mutating func writeEscaped(_ literal: UnsafeBufferPointer<UInt8>) {
    guard !marker.bytes.isEmpty else { return out.escape(literal) }
    marker.removed(from: literal).withUnsafeBufferPointer { out.escape($0) }
  }

  /// Begins a line of the plain text unless one has just begun.
  mutating func beginPlainLine() {
    if let last = plain.last, last != 0x0A { plain.append(0x0A) }
  }

  mutating func report(
    _ code: MarkdownProblem.Code, _ position: SourcePosition, _ message: String, _ remedy: String
  ) {
    problems.append(
      MarkdownProblem(code: code, position: position, message: message, remedy: remedy))
  }
}
