/// Aligned lines of text for a terminal.
enum TerminalTable {
  /// What every printed decision ends with.
  static let closing = "Educational. Not advice. Computed from what was known at the close."

  /// Names and values, the values beginning in one column.
  static func pairs(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value
    }
  }

  /// Columns padded to their widest cell: the first to the left, the others to the right.
  ///
  /// Every row must have as many cells as the first.
  static func aligned(_ table: [[String]]) -> [String] {
    let columns = table.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      row.enumerated().map { index, cell in
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        return index == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
  }
}
