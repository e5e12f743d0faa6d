/// Finds the pipe tables of a text in its tree: each is a paragraph with a delimiter row.
struct TableFinder {
  private let text: ParsedText
  private var positions: PositionFinder
  private var found: [(table: PipeTable, replacement: ParsedText.Replacement)] = []
  /// For each open block quotation or item: how many quotations, and the least column of the text.
  private var containers: [(quotes: Int, column: Int)] = [(0, 0)]

  private init(source: SourceText, text: ParsedText) {
    self.text = text
    positions = PositionFinder(source: source, text: text, firstLine: 1)
  }

  /// The text with its tables rewritten, and the tables by their number.
  ///
  /// Complexity: linear in the text.
  static func rewriting(
    _ text: ParsedText, source: SourceText, root: SyntaxNode
  ) -> (text: ParsedText, tables: [PipeTable]) {
    var finder = TableFinder(source: source, text: text)
    let walk = SyntaxWalk(root)
    while let event = walk.next() { finder.visit(event) }
    guard !finder.found.isEmpty else { return (text, []) }
    return (text.replacing(finder.found.map(\.replacement)), finder.found.map(\.table))
  }

  private mutating func visit(_ event: SyntaxTree.Event) {
    switch event {
    case .exit(let node):
      if node.kind == .blockQuote || node.kind == .item { containers.removeLast() }
    case .enter(let node):
      let current = containers[containers.count - 1]
      switch node.kind {
      case .blockQuote: containers.append((current.quotes + 1, 0))
      case .item: containers.append((current.quotes, node.startColumn + 1))
      // A line of dashes below a table makes all of it a heading.
      case .paragraph, .heading: examine(node, quotes: current.quotes, column: current.column)
      default: break
      }
    }
  }

  private mutating func examine(_ block: SyntaxNode, quotes: Int, column: Int) {
    let first = max(block.startLine, (found.last?.table.lines.upperBound ?? 0) + 1)
    guard first >= 1, first < block.endLine else { return }
    let lines = first...block.endLine
    guard mayHoldTable(lines) else { return }
    var lengths: [Int] = []
    var lazy: [Bool] = []
    for line in lines {
      let isFirst = line == block.startLine
      let length =
        isFirst ? block.startColumn - 1 : positions.prefixLength(ofLine: line, depth: quotes)
      lengths.append(max(0, length))
      lazy.append(!isFirst && (length < column || marks(line, length) < quotes))
    }
    let prefixLength = { (line: Int) in lengths[line - first] }
    guard
      var table = PipeTable(
        in: text, lines: lines, prefixLength: prefixLength, isLazy: { lazy[$0 - first] })
    else { return }
    if block.kind == .heading { table.cutUnderline(in: text, prefixLength: prefixLength) }
    let replacement = table.replacement(in: text, table: found.count, prefixLength: prefixLength)
    found.append((table, replacement))
  }

  /// Whether any line but the first can be a delimiter row, by its bytes alone.
  private func mayHoldTable(_ lines: ClosedRange<Int>) -> Bool {
    lines.dropFirst().contains { line in
      var hasPipe = false
      for index in text.line(line) {
        switch text.bytes[index] {
        case 0x7C: hasPipe = true
        case 0x2D, 0x3A, 0x20, 0x09, 0x3E: break
        default: return false
        }
      }
      return hasPipe
    }
  }

  private func marks(_ line: Int, _ length: Int) -> Int {
    text.bytes[text.line(line)].prefix(length).count { $0 == 0x3E }
  }
}

extension PipeTable {
  /// Leaves out the line that made a heading of the table.
  fileprivate mutating func cutUnderline(in text: ParsedText, prefixLength: (Int) -> Int) {
    let last = lines.upperBound
    let content = text.bytes[text.line(last)].dropFirst(prefixLength(last))
    let isUnderline = content.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x20 || $0 == 0x09 }
    if isUnderline, last > lines.lowerBound + 1 { lines = lines.lowerBound...(last - 1) }
  }
}
