import Quant
import TestSupport
import Testing

@Suite struct VIXExpirationVectors {
  struct Case: Decodable {
    let year: Int
    let month: Int
    let expiration: CalendarDate
    let nominalWednesday: CalendarDate
    let spxThirdFriday: CalendarDate
    let spxSettlesOn: CalendarDate
    let lastTradingDayOption: CalendarDate
    let moved: Bool
    let reason: String?

    /// The rule has two reasons; only the one for the Friday has a word that is laid down.
    var move: ContractCalendar.VIXExpirationMove? {
      reason.map { $0 == "fridayPlus30IsHoliday" ? .fridayPlus30IsHoliday : .wednesdayIsHoliday }
    }
  }

  @Test func expirationsFollowRule1202() throws {
    let calendar = ContractCalendar.cboe
    for expected in try Vectors.cases("vix_expirations", as: Case.self) {
      let (year, month) = (expected.year, expected.month)
      let following = month == 12 ? (year + 1, 1) : (year, month + 1)
      let expiration = calendar.vixExpiration(year: year, month: month)
      let nominal = calendar.vixNominalWednesday(year: year, month: month)
      #expect(expiration == expected.expiration, "\(year)-\(month)")
      #expect(nominal == expected.nominalWednesday)
      #expect(
        calendar.thirdFriday(year: following.0, month: following.1) == expected.spxThirdFriday)
      #expect(calendar.spxMonthly(year: following.0, month: following.1) == expected.spxSettlesOn)
      #expect(
        calendar.vixLastTradingDay(year: year, month: month) == expected.lastTradingDayOption)
      #expect((expiration != nominal) == expected.moved)
      let move = calendar.vixExpirationMove(year: year, month: month)
      #expect(move == expected.move, "\(year)-\(month): \(expected.reason ?? "no reason")")
    }
  }
}

@Suite struct IndexOptionExpirationVectors {
  struct Case: Decodable {
    struct Monthly: Decodable {
      let expiration: CalendarDate
      let lastTradingDay: CalendarDate
      let osiDate: String
    }

    let year: Int
    let month: Int
    let spxAM: Monthly
    let spxwEOM: CalendarDate
    let fridayWeeklies: [CalendarDate]
  }

  @Test func monthliesEndOfMonthsAndFridaysAgree() throws {
    let calendar = ContractCalendar.cboe
    for expected in try Vectors.cases("spx_expirations", as: Case.self) {
      let (year, month) = (expected.year, expected.month)
      #expect(
        calendar.spxMonthly(year: year, month: month) == expected.spxAM.expiration,
        "\(year)-\(month)")
      #expect(
        calendar.spxMonthlyLastTradingDay(year: year, month: month)
          == expected.spxAM.lastTradingDay)
      let symbolDate = calendar.spxMonthlySymbolDate(year: year, month: month)
      let compact = symbolDate.description.dropFirst(2).filter { $0 != "-" }
      #expect(String(compact) == expected.spxAM.osiDate)
      #expect(calendar.spxwEndOfMonth(year: year, month: month) == expected.spxwEOM)
      #expect(calendar.spxwFridays(year: year, month: month) == expected.fridayWeeklies)
    }
  }
}
