import ALVH
import MarketData
import Quant

extension YAMLFields {
  /// The date that the key `date` of a directive names.
  mutating func session(into problems: inout [Diagnostic]) -> CalendarDate? {
    requiredValue(
      "date", "a date of the form YYYY-MM-DD", example: "2016-01-04", into: &problems
    ) { CalendarDate($0) }
  }

  /// The write-up of that date; `nil` after reporting that there is none `toDo` something with.
  func writeUp(
    of date: CalendarDate, in site: Site, toDo: String, into problems: inout [Diagnostic]
  ) -> DailyDecision? {
    if let decision = site.decision(date) { return decision }
    problems.append(
      .error(
        location(of: "date"), "there is no write-up of \(date) \(toDo)",
        "Name a session that has a write-up."))
    return nil
  }
}
