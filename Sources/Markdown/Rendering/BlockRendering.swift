extension DocumentRendering {
  /// Opens a block.
  mutating func enterBlock(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) -> Descent {
    switch kind {
    case .document: depth += 1
    case .blockQuote: enterQuote(node)
    case .list: return enterList(node)
    case .item: return enterItem(node)
    case .paragraph: return enterParagraph(node)
    case .heading: enterHeading(node)
    // libcmark has no other blocks with a parser's tree.
    default:
      depth += 1
      open.append(OpenElement(closing: ""))
    }
    return .visiting
  }

  /// Notes which block the inline nodes that follow belong to.
  mutating func beginLeaf(_ node: SyntaxNode) {
    leaf = Leaf(line: node.startLine, column: node.startColumn)
    skippedStart = nil
    mathCode = nil
    leaf.shift = definitionLines(of: node)
    findStrikethrough(in: node)
  }

  /// How many lines of link definitions precede a block's text, when it begins with a bracket.
  ///
  /// libcmark numbers the lines of the text as if the definitions were not there; they are what the
  /// last line's number lacks.
  private func definitionLines(of node: SyntaxNode) -> Int {
    guard node.endLine > node.startLine, node.kind == .paragraph else { return 0 }
    let line = parsing.text.line(node.startLine)
    let start = line.lowerBound + node.startColumn - 1
    guard start < line.upperBound, parsing.text.bytes[start] == 0x5B else { return 0 }
    var last = node.lastChild
    while let current = last {
      if current.endLine > 0, current.kind == .text || current.kind == .code {
        return max(0, node.endLine - current.endLine)
      }
      last = current.lastChild ?? current.previous
    }
    return 0
  }

  private mutating func enterParagraph(_ node: SyntaxNode) -> Descent {
    if skippedNodes.last == node {
      skippedNodes.removeLast()
      return .skipping
    }
    beginLeaf(node)
    beginPlainLine()
    if let image = figureImage(of: node) {
      writeFigure(image)
      return .skipping
    }
    depth += 1
    let isTight = open.last?.isTightItem ?? false
    let task = takeTask(of: node)
    if !isTight {
      out.beginLine()
      out.write("<p>")
    }
    writeTask(task)
    let closing = isTight ? "" : "</p>\n"
    open.append(OpenElement(closing: task == nil ? closing : "</label>" + closing))
    return .visiting
  }

  private mutating func enterList(_ node: SyntaxNode) -> Descent {
    var first = node.firstChild
    while let item = first, isFootnote(item) { first = item.next }
    guard let first else { return .skipping }
    depth += 1
    out.beginLine()
    if node.isOrderedList {
      let start = listStart(node, first)
      out.write(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    } else {
      out.write("<ul>\n")
    }
    open.append(
      OpenElement(
        closing: node.isOrderedList ? "</ol>\n" : "</ul>\n", isTightList: node.isTightList))
    return .visiting
  }

  /// The number of a list; when footnotes come before the first item, the one it was written with.
  private func listStart(_ list: SyntaxNode, _ first: SyntaxNode) -> Int {
    guard first != list.firstChild else { return list.listStart }
    let line = parsing.text.line(first.startLine)
    let digits = parsing.text.bytes[line].dropFirst(first.startColumn - 1).prefix {
      (0x30...0x39) ~= $0
    }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 1
  }

  private mutating func enterItem(_ node: SyntaxNode) -> Descent {
    if isFootnote(node) { return .skipping }
    depth += 1
    let isTight = open.last?.isTightList ?? false
    out.beginLine()
    out.write(task(of: node) == nil ? "<li>" : "<li class=\"task\">")
    open.append(OpenElement(closing: "</li>\n", isTightItem: isTight))
    return .visiting
  }

  private func isFootnote(_ item: SyntaxNode) -> Bool {
    guard let note = parsing.text.origin(item.startLine).footnote else { return false }
    return parsing.notes[note] == item
  }
}
