import Quant
import Testing

/// The date of an ISO 8601 text; the test fails when there is none.
func date(_ text: String) throws -> CalendarDate {
  try #require(CalendarDate(text))
}
