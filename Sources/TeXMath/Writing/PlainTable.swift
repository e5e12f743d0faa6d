/// Tables as plain text: commas between columns, semicolons between rows.
enum PlainTable {
  static func text(of table: MathTable) -> String {
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let nodes = if case .row(let nodes) = cell { nodes } else { [cell] }
        let continues = table.isAligned && column % 2 == 1
        let text = PlainTextWriter.row(nodes, after: continues ? .operand : nil, isTight: false)
        return (column == 0 || continues ? "" : ", ") + text
      }
      return cells.joined()
    }
    let inner = rows.joined(separator: "; ")
    guard !table.isAligned else { return inner }
    guard let opening = table.opening else { return "[\(inner)]" }
    return opening + inner + (table.closing ?? "}")
  }
}
