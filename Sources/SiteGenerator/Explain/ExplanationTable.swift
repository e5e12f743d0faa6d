/// An explanation as an indented outline for a terminal.
struct ExplanationTable {
  let report: ExplanationReport

  var text: String {
    var head = ["\(report.date)", "profile \(report.profile)"]
    if let snapshot = report.snapshot { head.append("snapshot \(snapshot)") }
    var lines = [head.joined(separator: "  "), "as of \(report.asOf)", ""]
    lines += Self.lines(of: report.value, indent: "")
    if !report.sources.isEmpty {
      lines += ["", "Sources"]
      lines += report.sources.flatMap(Self.lines)
    }
    lines += ["", TerminalTable.closing]
    return lines.joined(separator: "\n")
  }

  private static func lines(of value: Explanation, indent: String) -> [String] {
    let name = value.name.map { " (\($0))" } ?? ""
    var lines = ["\(indent)\(value.title)\(name): \(value.text)  [\(value.origin.rawValue)]"]
    let inner = indent + "  "
    if let formula = value.formula {
      let symbols = formula.symbols.isEmpty ? "" : ": \(formula.symbols)"
      lines.append("\(inner)= \(formula.words)\(symbols)  (\(formula.source))")
    }
    for (index, row) in value.rows.enumerated() {
      if index == value.rows.count - 1, let count = value.rowCount {
        lines.append("\(inner)… \(count) rows")
      }
      lines.append(inner + Self.line(of: row))
    }
    lines += value.inputs.flatMap { Self.lines(of: $0, indent: inner) }
    if let hidden = value.hiddenInputs {
      lines.append("\(inner)… \(hidden) \(hidden == 1 ? "input" : "inputs"), see a greater --depth")
    }
    return lines
  }

  private static func line(of row: Explanation.Row) -> String {
    var parts = ["\(row.place):", row.series, row.column, row.text]
    if let date = row.date { parts.append("of \(date)") }
    if let known = row.known, known != row.date { parts.append("known \(known)") }
    if let age = row.ageDays, age > 0 { parts.append("(\(age) \(age == 1 ? "day" : "days") old)") }
    return parts.joined(separator: " ")
  }

  private static func lines(of source: Explanation.Source) -> [String] {
    var lines = [
      "  \(source.id)  [\(source.kind)] \(source.title)",
      "    \(source.publisher). \(source.licence).",
      "    \(source.file), sha256 \(source.sha256)"
        + (source.retrieved.map { ", retrieved \($0)" } ?? ""),
    ]
    if let url = source.url { lines.append("    \(url)") }
    return lines
  }
}
