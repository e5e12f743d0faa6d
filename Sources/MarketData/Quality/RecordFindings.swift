import Quant

/// Findings about records that have a key, while they are gathered.
struct RecordFindings<Record: Sendable & Hashable, Key: Hashable> {
  /// The records that no repeat rejects.
  private(set) var records: [Record]
  private var findings: [QualityFinding] = []
  private var rejectedKeys: Set<Key> = []
  private let key: (Record) -> Key

  init(_ records: [Record], key: @escaping (Record) -> Key) {
    self.records = records
    self.key = key
  }

  mutating func add(_ more: [QualityFinding]) {
    findings += more
  }

  /// Rejects the record of a key that a date and an expiration alone do not tell.
  mutating func reject(_ key: Key, _ finding: QualityFinding) {
    findings.append(finding)
    rejectedKeys.insert(key)
  }
}

extension RecordFindings where Record: DatedRecord {
  /// Keeps the first record of each key; a repeat is skipped, another value rejected.
  mutating func reportRepeats(name: (Record) -> String) {
    var first: [Key: Record] = [:]
    records = records.filter { record in
      guard let earlier = first[key(record)] else {
        first[key(record)] = record
        return true
      }
      let isSame = earlier == record
      findings.append(
        QualityFinding(
          code: isSame ? .duplicateRow : .conflictingRow, severity: isSame ? .warning : .error,
          action: isSame ? .skipped : .rejected, date: record.date,
          message: isSame
            ? "\(name(record)) is there twice" : "\(name(record)) is there with different values",
          remedy: isSame
            ? "The repeat is not used; nothing needs to be done."
            : "The first is used; keep the right one."))
      return false
    }
  }
}

extension RecordFindings where Record: DatedRecord {
  /// The records that no finding rejects, with the findings by date.
  func gated() -> GatedRecords<Record> {
    let judged = findings.filter { $0.action == .rejected && $0.code != .conflictingRow }
    let rows = Set(judged.map { RejectedRow(date: $0.date, expiration: $0.expiration) })
    let left = records.filter { record in
      !rejectedKeys.contains(key(record))
        && !rows.contains(RejectedRow(date: record.date, expiration: record.contractExpiration))
    }
    return GatedRecords(records: left, findings: findings.sorted { $0.date < $1.date })
  }
}

private struct RejectedRow: Hashable {
  let date: CalendarDate
  let expiration: CalendarDate?
}

/// A record of one date, and of one contract where there is one.
protocol DatedRecord {
  var date: CalendarDate { get }
  /// The contract that a finding about the record names; `nil` for records of no contract.
  var contractExpiration: CalendarDate? { get }
}

extension DatedRecord {
  var contractExpiration: CalendarDate? { nil }
}

extension DatedValue: DatedRecord {}
extension DailyBar: DatedRecord {}
extension BreadthCount: DatedRecord {}
extension OptionQuote: DatedRecord {}
extension FuturesSettlement: DatedRecord {
  var contractExpiration: CalendarDate? { expiration }
}
