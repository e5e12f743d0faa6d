import Quant

extension FigureTable {
  /// The table as CSV by RFC 4180, with a head of titles and units.
  ///
  /// Lines end in CRLF. Numbers have a full stop and the decimals of their column, a gap is an empty
  /// field. Words that a spreadsheet would take for a formula (beginning with `=`, `+`, `-`, `@`, a
  /// tab or a return) are preceded by an apostrophe.
  public var csv: String {
    var text = ""
    write(columns.map { Self.quoted($0.head) }, to: &text)
    for row in rows {
      write(zip(row, columns).map(Self.field), to: &text)
    }
    return text
  }

  private func write(_ fields: [String], to text: inout String) {
    text += fields.joined(separator: ",")
    text += "\r\n"
  }

  private static func field(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .number(let value): plain(value, column.decimals) ?? ""
    case .text(let words): quoted(words)
    case .date(let date): date.description
    case .missing: ""
    }
  }

  private static func quoted(_ words: String) -> String {
    var words = words
    if let first = words.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      words = "'" + words
    }
    guard words.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return words
    }
    return "\"" + words.replacing("\"", with: "\"\"") + "\""
  }

  /// The table as JSON: an object with `columns` (`title`, `unit`, `qualifier`) and `rows` (arrays).
  ///
  /// Numbers are JSON numbers with the decimals of their column, dates strings, gaps `null`.
  public var json: String {
    let heads = columns.map {
      "{\"title\":\(Self.string($0.title)),\"unit\":\(Self.string($0.unit))"
        + ($0.qualifier.isEmpty ? "}" : ",\"qualifier\":\(Self.string($0.qualifier))}")
    }
    let lines = rows.map { row in
      "[" + zip(row, columns).map(Self.value).joined(separator: ",") + "]"
    }
    return "{\"columns\":[" + heads.joined(separator: ",") + "],\n\"rows\":[\n"
      + lines.joined(separator: ",\n") + "\n]}\n"
  }

  private static func value(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .number(let value): plain(value, column.decimals) ?? "null"
    case .text(let words): string(words)
    case .date(let date): string(date.description)
    case .missing: "null"
    }
  }

  /// A number for machines: ASCII digits, no grouping; `nil` when it is not finite.
  private static func plain(_ value: Double, _ decimals: Int) -> String? {
    guard value.isFinite else { return nil }
    return NumberText.fixed(value, decimals: decimals, grouping: false)
      .replacing("\u{2212}", with: "-")
  }

  private static func string(_ words: String) -> String {
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
