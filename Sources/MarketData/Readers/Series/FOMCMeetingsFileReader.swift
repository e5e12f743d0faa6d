import Quant

/// A list of FOMC meetings: `decision_date,meeting_start,type,source`.
///
/// Every scheduled meeting gives a statement on its decision date. The list does not tell minutes or
/// projections, and none are made up. An unscheduled meeting was not known in advance, while the
/// policy calendar is used to look ahead (methodology 1.12): taking it would let a day see a
/// decision that nobody expected, so it is left out and said. A cancelled meeting holds no event.
enum FOMCMeetingsFileReader: FileReader {
  static let kind = FileKind.fomcMeetings
  static let shape = "decision_date,meeting_start,type,source"

  private enum Meeting: Sendable { case scheduled, unscheduled, cancelled }

  private static let meetings = CSVChoice<Meeting>([
    ("scheduled", .scheduled), ("unscheduled", .unscheduled), ("cancelled", .cancelled),
    ("canceled", .cancelled),
  ])
  private static let layout = CSVLayout(
    required: ["decision_date", "type"], optional: ["meeting_start", "source"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    return layout.required.allSatisfy(header.contains)
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let (date, type) = (sheet.column("decision_date"), sheet.column("type"))
    let start = sheet.column("meeting_start")
    var rows = KeyedRows<CalendarDate, PolicyEvent>()
    while sheet.advance() {
      let decision = sheet.vendorDate(date)
      let meeting = sheet.choice(type, meetings)
      let opening = sheet.isEmpty(start) ? decision : sheet.vendorDate(start)
      guard let decision, let meeting, let opening else { continue }
      guard isInOrder(start, opening, decision, in: &sheet),
        isInAdvance(meeting, decision, type, in: &sheet)
      else { continue }
      rows.add(
        PolicyEvent(date: decision, kind: .statement), key: decision, column: date, in: &sheet,
        name: decision.description)
    }
    let events = rows.finish(in: &sheet)
    return OwnFileReaders.reading(
      kind, .policy(events), file: file, dates: events.map(\.date), symbols: [],
      problems: sheet.problems)
  }

  private static func isInOrder(
    _ column: CSVColumn, _ opening: CalendarDate, _ decision: CalendarDate,
    in sheet: inout CSVSheet
  ) -> Bool {
    guard opening > decision else { return true }
    sheet.report(
      column, "meeting_start \(opening) is after decision_date \(decision)",
      "Correct one of the two.", code: .invalidValue)
    return false
  }

  private static func isInAdvance(
    _ meeting: Meeting, _ decision: CalendarDate, _ column: CSVColumn, in sheet: inout CSVSheet
  ) -> Bool {
    switch meeting {
    case .scheduled: return true
    case .unscheduled:
      sheet.warn(
        at: sheet.location(column),
        "the meeting of \(decision) was unscheduled and is left out: the calendar looks ahead, and "
          + "nobody knew of it before",
        "Nothing needs to be done.", code: .outOfTime, action: .rejected)
    case .cancelled:
      sheet.warn(
        at: sheet.location(column), "the meeting of \(decision) was cancelled and is skipped",
        "Nothing needs to be done.", code: .notARow, action: .skipped)
    }
    return false
  }
}
