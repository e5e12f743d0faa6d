/// A text read by libcmark, with what its extensions made of some of its lines.
///
/// A text without tables and footnotes is read once; each of the two costs one reading more.
struct MarkdownParsing {
  /// What libcmark read.
  private(set) var text: ParsedText
  /// The tables, by the number in their cells' lines.
  private(set) var tables: [PipeTable] = []
  /// The definitions of footnotes, by the number in their lines.
  private(set) var definitions: [FootnoteDefinition] = []
  /// The items that hold the definitions.
  private(set) var notes: [Int: SyntaxNode] = [:]
  private var trees: [SyntaxTree] = []

  /// The document; `nil` when libcmark made none.
  var root: SyntaxNode? { trees.last?.root }

  /// Reads a text; must be discarded on the same thread.
  init(_ source: SourceText, extensions: MarkdownConfiguration.Extensions) {
    let isSmart = extensions.contains(.smartPunctuation)
    text = ParsedText(source)
    read(isSmart)
    if extensions.contains(.footnotes), source.traits.contains(.footnote) {
      rewriteFootnotes(isSmart)
    }
    guard extensions.contains(.tables), source.traits.contains(.pipe), let root else { return }
    let rewritten = TableFinder.rewriting(text, source: source, root: root)
    guard !rewritten.tables.isEmpty else { return }
    (text, tables) = rewritten
    read(isSmart)
    if !definitions.isEmpty { notes = Self.items(of: text, in: self.root) }
  }

  /// Gives the memory back.
  func discard() {
    for tree in trees { tree.discard() }
  }

  private mutating func read(_ isSmart: Bool) {
    trees.append(SyntaxTree(text.bytes, smartPunctuation: isSmart))
  }

  private mutating func rewriteFootnotes(_ isSmart: Bool) {
    let original = text
    definitions = FootnoteDefinition.candidates(in: original)
    guard !definitions.isEmpty, let root else { return }
    var literal = Self.literalLines(in: root)[...]
    definitions.removeAll { definition in
      literal = literal.drop { $0.upperBound < definition.line }
      return literal.first.map { $0.contains(definition.line) } ?? false
    }
    // A line that did not become a definition, against expectation, is left as it was written.
    for _ in 0..<2 where !definitions.isEmpty {
      let replacements = definitions.indices.map {
        definitions[$0].replacement(in: original, index: $0)
      }
      text = original.replacing(replacements)
      read(isSmart)
      notes = Self.items(of: text, in: self.root)
      guard notes.count < definitions.count else { return }
      definitions = definitions.indices.filter { notes[$0] != nil }.map { definitions[$0] }
    }
    text = original
    definitions = []
    notes = [:]
    read(isSmart)
  }

  /// The lines of code and HTML.
  private static func literalLines(in root: SyntaxNode) -> [ClosedRange<Int>] {
    var lines: [ClosedRange<Int>] = []
    let walk = SyntaxWalk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .codeBlock || node.kind == .htmlBlock
      else { continue }
      lines.append(node.startLine...max(node.startLine, node.endLine))
    }
    return lines
  }

  private static func items(of text: ParsedText, in root: SyntaxNode?) -> [Int: SyntaxNode] {
    guard let root else { return [:] }
    var items: [Int: SyntaxNode] = [:]
    let walk = SyntaxWalk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .item,
        let note = text.origin(node.startLine).footnote
      else { continue }
      if items[note] == nil { items[note] = node }
    }
    return items
  }
}
