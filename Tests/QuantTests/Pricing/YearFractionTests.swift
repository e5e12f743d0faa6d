import Quant
import TestSupport
import Testing

/// One row of `year_fraction.json`.
private struct YearFractionCase: Decodable {
  let id, valuationTimeNY, settleTimeNY: String
  let valuationDate, expirationDate: CalendarDate
  let years: Double?
  let expired: Bool
  let calendarDTE, sessionsBetween: Int
}

/// Minutes after midnight of `HH:MM`.
private func minute(_ text: String) throws -> Int {
  let parts = text.split(separator: ":").compactMap { Int($0) }
  try #require(parts.count == 2, "\(text) is not HH:MM")
  return parts[0] * 60 + parts[1]
}

@Suite struct YearFractionVectors {
  @Test func yearsMatchTheDefinition() throws {
    for row in try Vectors.cases("year_fraction", as: YearFractionCase.self) {
      let years = YearFraction.years(
        from: row.valuationDate, minute: try minute(row.valuationTimeNY), to: row.expirationDate,
        settleMinute: try minute(row.settleTimeNY))
      #expect((years == nil) == row.expired, "\(row.id)")
      #expect(isClose(years, row.years, absolute: 0, relative: 1e-15), "\(row.id): \(years as Any)")
    }
  }

  @Test func daysAndSessionsToExpirationAgree() throws {
    for row in try Vectors.cases("year_fraction", as: YearFractionCase.self) {
      let (from, to) = (row.valuationDate, row.expirationDate)
      #expect(to.dayNumber - from.dayNumber == row.calendarDTE, "\(row.id)")
      #expect(
        ExchangeCalendar.nyse.sessionCount(after: from, through: to) == row.sessionsBetween,
        "\(row.id)")
    }
  }
}

@Suite struct YearFractionTests {
  private let date = CalendarDate(dayNumber: 16_900)

  @Test func valuationAtTheCloseIsTheDefault() {
    let years = YearFraction.years(from: date, to: date.adding(days: 365), settleMinute: 960)
    #expect(years == 1)
  }

  @Test func settlementMomentAndLaterIsExpired() {
    #expect(YearFraction.years(from: date, to: date, settleMinute: 960) == nil)
    #expect(YearFraction.years(from: date, to: date, settleMinute: 570) == nil)
    #expect(YearFraction.years(from: date, minute: 959, to: date, settleMinute: 960) != nil)
    #expect(YearFraction.years(from: date, to: date.adding(days: -1), settleMinute: 960) == nil)
  }
}
