import MarketData

/// Import reports as text for a terminal.
struct ImportTable {
  let reports: [ImportReport]

  /// Problems of one kind that are printed one by one; the rest are counted.
  private static let shownPerKind = 5

  /// The text, without a line end after the last line.
  var text: String {
    reports.map(text(of:)).joined(separator: "\n\n")
  }

  private func text(of report: ImportReport) -> String {
    var lines = [report.file]
    lines.append("  kind      \(report.kind?.rawValue ?? "not recognised")")
    lines.append("  rows      \(report.rows) accepted")
    if let first = report.first, let last = report.last {
      lines.append("  dates     \(first) to \(last)")
    }
    if !report.symbols.isEmpty { lines.append("  symbols   \(symbols(of: report))") }
    lines += problems(of: report)
    lines += report.actions.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  private func symbols(of report: ImportReport) -> String {
    let limit = 12
    let rest = report.symbols.count - limit
    return report.symbols.prefix(limit).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private func problems(of report: ImportReport) -> [String] {
    guard !report.problems.isEmpty else { return ["  problems  none"] }
    var lines = ["  problems  \(Self.counts(report.problems).joined(separator: ", "))"]
    var shown: [String: Int] = [:]
    for problem in report.problems {
      let kind = "\(problem.code) \(problem.action)"
      shown[kind, default: 0] += 1
      guard shown[kind, default: 0] <= Self.shownPerKind else { continue }
      let place = SourceLocation(file: report.file, line: problem.line, column: problem.column)
      lines.append("    \(place): \(problem.action) (\(problem.code)): \(problem.message)")
    }
    for (kind, count) in shown.sorted(by: { $0.key < $1.key }) where count > Self.shownPerKind {
      lines.append(
        "    and \(count - Self.shownPerKind) more of the kind \(kind); --format json lists all")
    }
    return lines
  }

  /// `3 missing-value skipped` for each kind, by name.
  static func counts(_ problems: [ImportReport.Problem]) -> [String] {
    var counts: [String: Int] = [:]
    for problem in problems { counts["\(problem.code) \(problem.action)", default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
  }
}
