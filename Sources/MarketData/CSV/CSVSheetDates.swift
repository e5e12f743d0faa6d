import Quant

extension CSVSheet {
  /// The date in a column that must have one.
  mutating func date(_ column: CSVColumn) -> CalendarDate? {
    guard let field = field(column) else { return nil }
    let style: DateText.Style = layout.origin == .own ? .iso : .isoOrAmerican
    let parsed = DateText.parse(
      table.bytes, from: Int(field.start), to: Int(field.end), style: style)
    switch parsed {
    case .success(let date): return date
    case .failure(let fault):
      reportDate(column, fault)
      return nil
    }
  }

  private mutating func reportDate(_ column: CSVColumn, _ fault: DateText.Fault) {
    let text = ShownText.quoted(text(column) ?? "")
    let form =
      layout.origin == .own
      ? "Write it as YYYY-MM-DD." : "Write it as YYYY-MM-DD or MM/DD/YYYY."
    switch fault {
    case .empty: report(column, "\(column.name) is empty", form, code: .invalidDate)
    case .notADate:
      report(column, "\(column.name) is not a date: \(text)", form, code: .invalidDate)
    case .doesNotExist:
      report(
        column, "\(column.name) does not exist in the calendar: \(text)",
        "Correct the day, month or year.", code: .invalidDate)
    }
  }
}
