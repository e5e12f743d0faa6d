extension DocumentRendering {
  /// Writes a code block, a directive or a display formula.
  mutating func writeCodeBlock(_ node: SyntaxNode) {
    let info = unmarked(node.info)
    let name = info.prefix { $0 != " " && $0 != "\t" }
    leaf = Leaf(line: node.startLine, column: node.startColumn)
    if extensions.contains(.math), name == "math" { return writeDisplayMath(node) }
    if !name.isEmpty, renderer.configuration.directives.contains(String(name)) {
      return writeDirective(node, name: String(name), argument: info.dropFirst(name.count))
    }
    out.beginLine()
    if info.isEmpty {
      out.write("<pre><code>")
    } else {
      out.write("<pre><code class=\"language-")
      out.escape(String(name))
      out.write("\">")
    }
    writeEscaped(node.literal)
    out.write("</code></pre>\n")
    beginPlainLine()
    plain += marker.removed(from: node.literal)
  }

  private mutating func writeDirective(
    _ node: SyntaxNode, name: String, argument: Substring
  ) {
    let directive = MarkdownDirective(
      name: name, argument: Self.trimmed(argument), body: unmarked(node.literal),
      position: position(ofBlockLine: node.startLine, column: node.startColumn),
      bodyPosition: bodyPosition(of: node))
    checkFence(node, name: name, at: directive.position)
    guard let markup = renderer.renderDirective(directive) else { return }
    out.beginLine()
    out.write(markup)
    out.beginLine()
  }

  private mutating func writeDisplayMath(_ node: SyntaxNode) {
    let position = bodyPosition(of: node)
    checkFence(
      node, name: "math", at: self.position(ofBlockLine: node.startLine, column: node.startColumn))
    let math = MarkdownMath(
      source: unmarked(node.literal), isDisplay: true, position: position)
    out.beginLine()
    if let markup = renderer.renderMath(math) {
      out.write(markup)
    } else {
      out.write("<pre><code class=\"language-math\">")
      writeEscaped(node.literal)
      out.write("</code></pre>\n")
    }
    out.beginLine()
  }

  private mutating func bodyPosition(of node: SyntaxNode) -> SourcePosition {
    let line = node.startLine + 1
    // The body keeps its own indentation beyond that of the fence.
    let prefix = positions.prefixLength(ofLine: line, depth: quoteDepth)
    return positions.position(line: line, column: min(prefix, node.startColumn - 1) + 1)
  }

  /// A fence that nothing closes takes the rest of the text with it.
  private mutating func checkFence(_ node: SyntaxNode, name: String, at start: SourcePosition) {
    let line = parsing.text.bytes[parsing.text.line(node.endLine)]
    let last = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    let isFence =
      node.endLine > node.startLine && (last.first == 0x60 || last.first == 0x7E)
      && last.prefix(3).allSatisfy { $0 == last.first } && last.count >= 3
    guard !isFence else { return }
    report(
      .unclosedDirective, start,
      "the block `\(ShownText.shortened(name))` has no closing fence",
      "End it with a line that repeats the fence, such as three backquotes.")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
