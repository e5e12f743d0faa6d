import Quant
import TestSupport
import Testing

/// One row of `year_fraction.json`.
private struct YearFractionCase: Decodable {
  let id, valuationTimeNY, settleTimeNY: String
  let valuationDate, expirationDate: CalendarDate
  let years: Double?
  let expired: Bool
}

/// Minutes after midnight of `HH:MM`.
private func minute(_ text: String) throws -> Int {
  let parts = text.split(separator: ":")
  let hour = try #require(Int(parts[0]))
  return try hour * 60 + #require(Int(parts[1]))
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
