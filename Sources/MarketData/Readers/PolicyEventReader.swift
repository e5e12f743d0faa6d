public import Quant

/// Reads the policy calendar: `date,event[,source]`.
///
/// The events are `statement`, `minutes` and `sep`; rows ascend by date, and an event appears once
/// a date. `source` is for the publisher and is not read.
public enum PolicyEventReader {
  private struct Key: Hashable, Comparable {
    let date: CalendarDate
    let kind: PolicyEvent.Kind

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.date, lhs.kind.rawValue) < (rhs.date, rhs.kind.rawValue)
    }
  }

  private static let layout = CSVLayout(required: ["date", "event"], optional: ["source"])

  /// The events of the file in file order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [PolicyEvent] {
    let kinds = CSVChoice(PolicyEvent.Kind.allCases.map { ($0.rawValue, $0) })
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("date")
    let eventColumn = sheet.column("event")
    var order = DateOrder<Key>()
    var records: [PolicyEvent] = []
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let kind = sheet.choice(eventColumn, kinds)
      guard let date, let kind,
        order.accept(
          Key(date: date, kind: kind), date: date, column: dateColumn, in: &sheet,
          name: "\(date) \(kind.rawValue)")
      else { continue }
      records.append(PolicyEvent(date: date, kind: kind))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }
}
