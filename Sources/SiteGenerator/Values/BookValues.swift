import ALVH
import MarketData
import Quant

extension DailySections {
  /// The short-premium book: credit, pay-off and sensitivities.
  func bookValues(into list: inout ValueList) {
    list.number("account.nav", "Net asset value of the account", .dollars, .assumed, .account) {
      $0.drag.navDollars
    }
    guard decision.book != nil else { return }
    let entered: ValueOrigin = site.content.book?.isModelled == true ? .modelled : .derived
    list.date("book.snapshot", "Date of the positions file", .published, .bookFile) {
      $0.book?.snapshot
    }
    list.number("book.credit", "Credit received", .dollars, entered, .credit) {
      $0.book?.creditDollars
    }
    list.number("book.width", "Width of the spreads", .pointsWide, .published, .width) {
      $0.book?.widthPoints
    }
    list.number("book.breakEvenWinRate", "Break-even win rate", .percent(1), entered, .winRate) {
      $0.book?.breakEvenWinRate
    }
    list.number("book.result", "Result since entry", .signedDollars, priced, .result) {
      $0.book?.valuation.unrealisedDollars
    }
    payoffValues(entered, into: &list)
    sensitivityValues(into: &list)
    list.number(
      "book.notional", "SPX notional of the book", .dollars,
      ValueOrigins(site.content.sources).derived(.indexBars), .notional
    ) { $0.book?.notionalDollars }
  }

  private func payoffValues(_ origin: ValueOrigin, into list: inout ValueList) {
    list.number("book.maxLoss", "Greatest loss at expiration", .dollars, origin, .payoff) {
      $0.onlyProfile?.maxLoss
    }
    list.number("book.maxProfit", "Greatest profit at expiration", .dollars, origin, .payoff) {
      $0.onlyProfile?.maxProfit
    }
    list.number("book.breakEvenLow", "Lower break-even", .indexLevel, origin, .breakEven) {
      $0.onlyProfile?.breakEvens.first
    }
    list.number("book.breakEvenHigh", "Upper break-even", .indexLevel, origin, .breakEven) {
      $0.onlyProfile?.breakEvens.last
    }
    list.date("book.expiration", "First expiration of the book", .published, .bookFile) {
      $0.book?.profiles.map(\.series.expiration).min()
    }
    list.number("book.days", "Days to the first expiration", .days, .derived, .daysTo) { decision in
      (decision.book?.profiles.map(\.series.expiration).min())
        .map { Double(decision.date.days(until: $0)) }
    }
  }

  private func sensitivityValues(into list: inout ValueList) {
    func greek(
      _ name: String, _ title: String, _ style: ValueList.Style, _ formula: ValueFormula,
      _ read: (LegSensitivities) -> Double
    ) {
      list.number("book.\(name)", title, style, priced, formula) {
        $0.book?.valuation.sensitivities.map(read)
      }
    }
    list.number("book.timeValue", "Net time value", .dollars, priced, .timeValue) {
      $0.book?.valuation.timeValueForwardDollars
    }
    greek("netVega", "Net vega", .init(unit: .dollarsPerVolPoint), .vega) {
      $0.vegaDollarsPerVolPoint
    }
    greek("netVega30", "Net vega, 30-day equivalent", .init(unit: .dollarsPerVolPoint), .vega30) {
      $0.vega30DayDollarsPerVolPoint
    }
    greek(
      "netTheta", "Net theta", .init(unit: .dollarsPerDay, decimals: 1, signed: true), .theta
    ) { $0.thetaDollarsPerDay }
    greek(
      "netDelta", "Net delta", .init(unit: .dollarsPerIndexPoint, decimals: 1, signed: true),
      .delta
    ) { $0.deltaDollarsPerPoint }
    greek(
      "netGamma", "Net gamma",
      .init(unit: .dollarsPerIndexPointSquared, decimals: 2, signed: true), .gamma
    ) { $0.gammaDollarsPerPointSquared }
  }
}

extension ValueList.Style {
  fileprivate static let pointsWide = Self(unit: .indexPoints, suffix: " points")
}

extension DailyDecision {
  /// The pay-off of a book with one expiration; of several none is the book's.
  fileprivate var onlyProfile: PayoffProfile? {
    book?.profiles.count == 1 ? book?.profiles.first : nil
  }
}
