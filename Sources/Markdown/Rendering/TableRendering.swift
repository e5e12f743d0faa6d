extension DocumentRendering {
  /// Opens a cell, and the table and row that it begins.
  mutating func enterCell(table: Int, row: Int, column: Int) {
    if column == 0 {
      beginPlainLine()
      beginRow(row, of: table)
    } else {
      plain.append(0x09)
    }
    out.write(openingTag(table: table, row: row, column: column))
  }

  /// Ends a cell, and the row and table that it ends.
  mutating func exitCell(table: Int, row: Int, column: Int) {
    let counts = parsing.tables[table].cellCounts
    out.write(row == 0 ? "</th>\n" : "</td>\n")
    guard column + 1 == counts[row] else { return }
    pad(table: table, row: row, from: counts[row])
    out.write("</tr>\n")
    if row == 0 { out.write("</thead>\n") }
    guard row + 1 == counts.count else { return }
    out.write(row > 0 ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  /// Reports rows with too many or too few cells.
  mutating func reportTables() {
    for table in parsing.tables {
      for row in table.ragged {
        let position = positions.sourcePosition(line: row.line, byte: 0)
        let columns = Self.counted(table.alignments.count, "column")
        let cells = Self.counted(row.cells, "cell")
        if row.cells < table.alignments.count {
          report(
            .shortRow, position,
            "the row has too few cells: \(cells) in a table of \(columns)",
            "Write the missing cells, empty ones as `|  |`.")
        } else {
          report(
            .longRow, position,
            "the row has too many cells: \(cells) in a table of \(columns)",
            "Write a pipe that belongs to a cell as `\\|`, or add a column to the header row.")
        }
      }
    }
  }

  private mutating func beginRow(_ row: Int, of table: Int) {
    if row == 0 {
      out.beginLine()
      out.write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      // The region of each table has a name of its own.
      out.escape(table == 0 ? words.table : "\(words.table) \(table + 1)")
      out.write("\">\n<table>\n<thead>\n")
    }
    if row == 1 { out.write("<tbody>\n") }
    out.write("<tr>\n")
  }

  /// Alignment is a class: `n` for figures at the right, `c` for the centre.
  private func openingTag(table: Int, row: Int, column: Int) -> String {
    let tag = row == 0 ? "<th scope=\"col\"" : "<td"
    return switch parsing.tables[table].alignments[column] {
    case .right: "\(tag) class=\"n\">"
    case .center: "\(tag) class=\"c\">"
    case .left, .none: "\(tag)>"
    }
  }

  /// Adds the cells that a row lacks, as long as the page stays in proportion to the text.
  private mutating func pad(table: Int, row: Int, from count: Int) {
    let columns = parsing.tables[table].alignments.count
    guard count < columns, paddingBudget > 0 else { return }
    let added = min(columns - count, paddingBudget)
    paddingBudget -= added
    for column in count..<(count + added) {
      out.write(openingTag(table: table, row: row, column: column))
      out.write(row == 0 ? "</th>\n" : "</td>\n")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
