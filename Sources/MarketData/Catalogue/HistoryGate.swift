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
    let findings = gate.findings(
      of: bars.map { DatedValue(date: $0.date, value: $0.close) }, name: "\(id), the close",
      bounds: .equityIndex, isDaily: true)
    let rejected = report(findings, into: &problems)
    if !rejected.isEmpty { bars.removeAll { rejected.contains($0.date) } }
  }

  /// Judges a series and takes out what is rejected.
  func clean(
    _ values: inout [DatedValue], bounds: SeriesBounds, isDaily: Bool,
    into problems: inout [Diagnostic]
  ) {
    let findings = gate.findings(
      of: values, name: id, bounds: bounds, isDaily: isDaily)
    let rejected = report(findings, into: &problems)
    if !rejected.isEmpty { values.removeAll { rejected.contains($0.date) } }
  }

  /// Judges settlements contract by contract and takes out what is rejected.
  func clean(_ settlements: inout [FuturesSettlement], into problems: inout [Diagnostic]) {
    var findings: [QualityFinding] = []
    var contracts: [CalendarDate: [DatedValue]] = [:]
    for row in settlements {
      contracts[row.expiration, default: []].append(DatedValue(date: row.date, value: row.settle))
    }
    for (expiration, values) in contracts.sorted(by: { $0.key < $1.key }) {
      findings += gate.findings(
        of: values.sorted { $0.date < $1.date },
        name: "\(id), the settlement of the contract of \(expiration)",
        bounds: .future, isDaily: false, expiration: expiration)
    }
    findings += gate.sessionFindings(
      of: Set(settlements.map(\.date)).sorted(), name: id, needsSession: false)
    report(findings, into: &problems)
    let rejected = Set(findings.filter { $0.action == .rejected }.map(Row.init))
    if !rejected.isEmpty {
      settlements.removeAll { rejected.contains(Row(date: $0.date, expiration: $0.expiration)) }
    }
  }

  /// Judges the days of breadth and takes out those without a session.
  func clean(_ counts: inout [BreadthCount], into problems: inout [Diagnostic]) {
    let findings = gate.sessionFindings(
      of: counts.map(\.date), name: id, needsSession: true)
    let rejected = report(findings, into: &problems)
    if !rejected.isEmpty { counts.removeAll { rejected.contains($0.date) } }
  }

  private struct Row: Hashable {
    let date: CalendarDate
    let expiration: CalendarDate?

    init(date: CalendarDate, expiration: CalendarDate?) {
      self.date = date
      self.expiration = expiration
    }

    init(_ finding: QualityFinding) {
      self.init(date: finding.date, expiration: finding.expiration)
    }
  }

  /// Reports the findings and returns the dates of rejected values.
  @discardableResult
  private func report(
    _ findings: [QualityFinding], into problems: inout [Diagnostic]
  ) -> Set<CalendarDate> {
    // A row that was rejected leaves a gap that its own error explains.
    guard !findings.isEmpty, !problems.contains(where: isErrorOfFile) else { return [] }
    let lines = RowIndex(bytes)
    problems += findings.map { $0.diagnostic(file: file, lines: lines) }.sorted()
    return Set(findings.filter { $0.action == .rejected }.map(\.date))
  }

  private func isErrorOfFile(_ problem: Diagnostic) -> Bool {
    problem.severity == .error && problem.location.file == file
  }
}
