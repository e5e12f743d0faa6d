/// Two tildes that begin or end what is struck through.
struct StrikethroughMark {
  /// Bytes from the start of the text node.
  var offset: Int
  var isOpening: Bool
  var node: SyntaxNode
}

extension DocumentRendering {
  /// Finds the pairs of two tildes in a paragraph, heading, emphasis or link.
  ///
  /// Both must stand in the same one. The first has no space behind it, the second none before it;
  /// runs of one tilde or of three and more are text, since `~5 %` means "about" in this field.
  mutating func findStrikethrough(in container: SyntaxNode) {
    guard extensions.contains(.strikethrough), traits.contains(.tildes) else { return }
    var open: [StrikethroughMark] = []
    var pairs: [StrikethroughMark] = []
    var child = container.firstChild
    while let node = child {
      child = node.next
      guard node.kind == .text else { continue }
      // Taken once: its length is counted anew each time.
      let literal = node.literal
      for offset in Self.pairsOfTildes(in: literal) {
        if canClose(node, literal, offset), let opening = open.popLast() {
          pairs.append(opening)
          pairs.append(StrikethroughMark(offset: offset, isOpening: false, node: node))
        } else if canOpen(node, literal, offset) {
          open.append(StrikethroughMark(offset: offset, isOpening: true, node: node))
        }
      }
    }
    for mark in pairs { strikethrough[mark.node, default: []].append(mark) }
    for node in Set(pairs.map(\.node)) { strikethrough[node]?.sort { $0.offset < $1.offset } }
  }

  /// Begins or ends what is struck through.
  mutating func writeStrikethrough(_ mark: StrikethroughMark) {
    if mark.isOpening {
      out.write("<del>")
      inlineElements.append(
        InlineElement(name: "del", depth: depth, isStrikethrough: true, position: nil))
      return
    }
    while let last = inlineElements.last, last.depth == depth {
      if last.isStrikethrough { break }
      closeElement()
    }
    guard inlineElements.last?.isStrikethrough == true else { return }
    inlineElements.removeLast()
    out.write("</del>")
  }

  private static func pairsOfTildes(in literal: UnsafeBufferPointer<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var index = 0
    while index < literal.count {
      guard literal[index] == 0x7E else {
        index += 1
        continue
      }
      let start = index
      while index < literal.count, literal[index] == 0x7E { index += 1 }
      if index - start == 2 { offsets.append(start) }
    }
    return offsets
  }

  private func canOpen(
    _ node: SyntaxNode, _ literal: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Bool {
    if offset + 2 < literal.count { return !Self.isSpace(literal[offset + 2]) }
    guard let next = node.next else { return false }
    return next.kind != .softBreak && next.kind != .lineBreak
  }

  private func canClose(
    _ node: SyntaxNode, _ literal: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Bool {
    if offset > 0 { return !Self.isSpace(literal[offset - 1]) }
    guard let previous = node.previous else { return false }
    return previous.kind != .softBreak && previous.kind != .lineBreak
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
