/// Fences and tables as MathML.
extension MathMLWriter {
  mutating func fence(_ fence: MathFence) {
    element("mrow") {
      if let opening = fence.opening { $0.delimiter(opening, form: "prefix") }
      for (index, part) in fence.parts.enumerated() {
        if index > 0 { $0.delimiter(fence.separators[index - 1], form: "infix") }
        $0.children(part, after: .opening, isInside: true)
      }
      if let closing = fence.closing { $0.delimiter(closing, form: "postfix") }
    }
  }

  private mutating func delimiter(_ text: String, form: String) {
    guard !text.isEmpty else { return }
    token("mo", SignAttributes.growing(text, form: form), text)
  }

  mutating func table(_ table: MathTable) {
    guard table.opening != nil || table.closing != nil else { return grid(table) }
    element("mrow") {
      if let opening = table.opening { $0.delimiter(opening, form: "prefix") }
      $0.grid(table)
      if let closing = table.closing { $0.delimiter(closing, form: "postfix") }
    }
  }

  private mutating func grid(_ table: MathTable) {
    guard !table.isSmall else {
      var inner = table
      inner.isSmall = false
      return element("mstyle", " scriptlevel=\"1\"") { $0.grid(inner) }
    }
    element("mtable", table.isAligned ? " displaystyle=\"true\"" : "") {
      for row in table.rows {
        $0.element("mtr") {
          for (column, cell) in row.enumerated() { $0.cell(cell, column, of: table) }
        }
      }
    }
  }

  private mutating func cell(_ cell: MathNode, _ column: Int, of table: MathTable) {
    let alignment = table.alignments[column % max(1, table.alignments.count)]
    element("mtd", Self.attribute(of: alignment)) {
      if table.isDisplay, !table.isAligned {
        $0.write(.styled(cell, isDisplay: true))
      } else {
        // The left column of a pair is the term before the sign that begins the right one.
        let continues = table.isAligned && alignment == .left
        let nodes = if case .row(let nodes) = cell { nodes } else { [cell] }
        $0.children(nodes, after: continues ? .operand : nil)
      }
    }
  }

  private static func attribute(of alignment: MathTable.Alignment) -> String {
    switch alignment {
    case .left: " class=\"tex-left\""
    case .center: ""
    case .right: " class=\"tex-right\""
    }
  }
}
