import Quant

/// The quality gates of the inputs, applied to what one source has just added to a history.
///
/// Rejected values are taken out of the history, so that no computation sees them.
struct HistoryGate {
  let gate = QualityGate()
  let file: String
  let bytes: [UInt8]
  /// The id of the source, which names its values in messages.
  let id: String

  /// Judges the bars of the index and takes out what is rejected.
  func clean(_ bars: inout [DailyBar], into problems: inout [Diagnostic]) {
    take(gate.check(bars, name: id, bounds: .equityIndex), into: &bars, &problems)
  }

  /// Judges a series and takes out what is rejected.
  ///
  /// Not by `QualityGate.check`, for which a second row of a date is a fault: here it is a vintage.
  func clean(
    _ values: inout [DatedValue], bounds: SeriesBounds, isDaily: Bool,
    into problems: inout [Diagnostic]
  ) {
    let findings = gate.findings(of: values, name: id, bounds: bounds, isDaily: isDaily)
    let rejected = Set(findings.filter { $0.action == .rejected }.map(\.date))
    let left = values.filter { !rejected.contains($0.date) }
    take(GatedRecords(records: left, findings: findings), into: &values, &problems)
  }

  /// Judges settlements contract by contract and takes out what is rejected.
  func clean(_ settlements: inout [FuturesSettlement], into problems: inout [Diagnostic]) {
    take(gate.check(settlements, name: id), into: &settlements, &problems)
  }

  /// Judges the days of breadth and takes out those without a session.
  func clean(_ counts: inout [BreadthCount], into problems: inout [Diagnostic]) {
    take(gate.check(counts, name: id), into: &counts, &problems)
  }

  /// Reports what was found and keeps what may be used.
  ///
  /// A file with an error is left alone: a row that was rejected leaves a gap that its own error
  /// explains, and the build stops anyway.
  private func take<Record>(
    _ gated: GatedRecords<Record>, into records: inout [Record], _ problems: inout [Diagnostic]
  ) {
    guard !gated.findings.isEmpty, !problems.contains(where: isErrorOfFile) else { return }
    let lines = RowIndex(bytes)
    problems += gated.findings.map { $0.diagnostic(file: file, lines: lines) }.sorted()
    records = gated.records
  }

  private func isErrorOfFile(_ problem: Diagnostic) -> Bool {
    problem.severity == .error && problem.location.file == file
  }
}
