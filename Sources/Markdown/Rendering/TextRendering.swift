extension DocumentRendering {
  /// Writes a text node with the footnote references and strikethrough in it.
  mutating func writeText(_ node: SyntaxNode) {
    if skippedNodes.last == node {
      skippedNodes.removeLast()
      return
    }
    var literal = node.literal
    if let skipped = skippedStart, skipped.node == node {
      literal = UnsafeBufferPointer(rebasing: literal.dropFirst(skipped.count))
      skippedStart = nil
    }
    if traits.contains(.dollarCode), let code = mathCode(after: node, literal) {
      literal = UnsafeBufferPointer(rebasing: literal.dropLast())
      mathCode = code
    }
    if traits.isDisjoint(with: [.footnote, .tildes]), marker.bytes.isEmpty {
      out.escape(literal)
      plain += literal
    } else {
      writeParts(of: literal, node)
    }
  }

  /// Writes a line end within a text.
  mutating func writeBreak(_ node: SyntaxNode, isHard: Bool) {
    if skippedNodes.last == node {
      skippedNodes.removeLast()
      return
    }
    out.write(isHard ? "<br />\n" : "\n")
    plain.append(0x20)
  }

  /// Writes code, or the formula that dollar signs around it make of it.
  mutating func writeCode(_ node: SyntaxNode) {
    if mathCode == node {
      mathCode = nil
      if let next = node.next { skippedStart = (next, 1) }
      let math = MarkdownMath(
        source: unmarked(node.literal), isDisplay: false, position: place(of: node))
      plain += math.source.utf8
      if let markup = renderer.renderMath(math) { return out.write(markup) }
    } else {
      plain += marker.removed(from: node.literal)
    }
    out.write("<code>")
    writeEscaped(node.literal)
    out.write("</code>")
  }

  /// The code that follows a text directly, with a dollar sign before and behind it.
  private func mathCode(
    after node: SyntaxNode, _ literal: UnsafeBufferPointer<UInt8>
  ) -> SyntaxNode? {
    guard extensions.contains(.math), literal.last == 0x24, let code = node.next,
      code.kind == .code, let end = code.next, end.kind == .text, end.literal.first == 0x24,
      !marker.stands(in: end.literal, at: 1)
    else { return nil }
    return code
  }

  private mutating func writeParts(of literal: UnsafeBufferPointer<UInt8>, _ node: SyntaxNode) {
    let marks = strikethrough[node] ?? []
    // The literal may begin behind the start of the node's own.
    let offset =
      literal.baseAddress.map { start in
        node.literal.baseAddress.map { start - $0 } ?? 0
      } ?? 0
    var mark = marks[...]
    var start = 0
    var index = 0
    while index < literal.count {
      switch literal[index] {
      case 0xF0 where marker.stands(in: literal, at: index):
        writePlainly(literal, start..<index)
        index += 4
        start = index
      case 0x7E where mark.first?.offset == index + offset:
        writePlainly(literal, start..<index)
        if let first = mark.popFirst() { writeStrikethrough(first) }
        index += 2
        start = index
      case 0x5B:
        guard let label = footnoteLabel(in: literal, at: index) else {
          index += 1
          continue
        }
        writePlainly(literal, start..<index)
        start = index
        index += label.count + 3
        if writeReference(label, node, index: index - label.count - 3 + offset) { start = index }
      default: index += 1
      }
    }
    writePlainly(literal, start..<literal.count)
  }

  private mutating func writePlainly(_ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let part = UnsafeBufferPointer(rebasing: literal[range])
    out.escape(part)
    plain += part
  }

  /// The bytes between `[^` and `]`, when a reference begins at an index.
  private func footnoteLabel(
    in literal: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard extensions.contains(.footnotes), index + 3 < literal.count, literal[index + 1] == 0x5E
    else { return nil }
    var end = index + 2
    while end < literal.count, FootnoteLabel.isLabelByte(literal[end]) {
      if marker.stands(in: literal, at: end) { return nil }
      end += 1
    }
    guard end > index + 2, end < literal.count, literal[end] == 0x5D,
      !marker.stands(in: literal, at: end + 1)
    else { return nil }
    return literal[(index + 2)..<end]
  }
}
