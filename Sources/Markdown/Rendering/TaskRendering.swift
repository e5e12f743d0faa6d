extension DocumentRendering {
  /// Whether a task is done; `nil` for an item that is none.
  ///
  /// A task is an item whose first paragraph begins with `[ ]` or `[x]` and a space.
  func task(of item: SyntaxNode) -> Bool? {
    guard extensions.contains(.taskLists), let paragraph = item.firstChild,
      paragraph.kind == .paragraph, let text = paragraph.firstChild, text.kind == .text
    else { return nil }
    let literal = text.literal
    guard literal.count >= 4, literal[0] == 0x5B,
      literal[2] == 0x5D, literal[3] == 0x20
    else { return nil }
    switch literal[1] {
    case 0x20: return false
    case 0x78, 0x58: return true
    default: return nil
    }
  }

  /// The task that a paragraph begins, whose box is then left out of the text.
  mutating func takeTask(of paragraph: SyntaxNode) -> Bool? {
    guard extensions.contains(.taskLists), let item = paragraph.parent, item.kind == .item,
      item.firstChild == paragraph, let isDone = task(of: item), let text = paragraph.firstChild
    else { return nil }
    skippedStart = (text, 4)
    return isDone
  }

  /// Writes a task's box and opens its label.
  mutating func writeTask(_ isDone: Bool?) {
    guard let isDone else { return }
    out.write("<label><input type=\"checkbox\" disabled=\"\"")
    if isDone { out.write(" checked=\"\"") }
    out.write(" aria-label=\"")
    out.escape(isDone ? words.completedTask : words.openTask)
    out.write("\" /> ")
  }
}
