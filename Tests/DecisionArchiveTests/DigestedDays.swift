import ALVH
import Quant

/// Five sessions with one row of every kind of input known on the third.
struct DigestedDays {
  var history = MarketHistory()
  var account: BookAccount

  /// A date that is known to exist.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("no date \(year)-\(month)-\(day)")
    }
    return date
  }

  static let sessions = (4...8).map { date(2016, 1, $0) }
  static var third: CalendarDate { sessions[2] }
  static let call = OptionContract(
    root: .vix, expiration: date(2016, 2, 17), strike: 25, right: .call)
  static let put = OptionContract(
    root: .spx, expiration: date(2016, 2, 19), strike: 1900, right: .put)

  init() throws {
    let day = Self.third
    history.bars = Self.sessions.map {
      DailyBar(date: $0, open: 2000, high: 2010, low: 1990, close: 2005, volume: 1e9)
    }
    history.vix = [DatedValue(date: day, value: 20.59)]
    history.futures[day] = [
      FuturesSettlement(
        date: day, expiration: Self.date(2016, 1, 20), settle: 20.4)
    ]
    history.vixOptions[day] = [OptionQuote(date: day, contract: Self.call, bid: 1.2, ask: 1.3)]
    history.indexOptions[day] = [OptionQuote(date: day, contract: Self.put, bid: 20, ask: 21)]
    history.breadth = [BreadthCount(date: day, advances: 700, declines: 2400)]
    history.realEffectiveExchangeRate = [
      DatedValue(date: Self.date(2015, 11, 1), value: 115.2, known: day)
    ]
    let rates = [DatedValue(date: day, value: 2.18)]
    history.minuendRate = try RateSeries(name: "DGS10", frequency: .daily, values: rates)
    history.subtrahendRate = try RateSeries(name: "DGS2", frequency: .daily, values: rates)
    history.capWeightedIndex = [DatedValue(date: day, value: 198.8)]
    history.equalWeightedIndex = [DatedValue(date: day, value: 75.1)]
    history.fundamentals = [
      FundamentalRecord(
        known: day, ticker: "AAA", sector: "Energy", price: 10, shares: 5, operatingCashFlow: 2,
        priceToEarnings: 11)
    ]
    history.releases = [
      MacroRelease(
        releaseDate: day, releaseTime: "08:30", series: .cpi, period: "2015-12", actual: 0.7,
        consensus: 0.8)
    ]
    history.policy = [PolicyEvent(date: day, kind: .minutes)]
    account = BookAccount(
      navDollars: 150_000, rate: 0.01, dividendYield: 0.02,
      snapshots: [
        BookSnapshot(
          date: day,
          positions: [
            Position(contract: Self.put, quantity: -4, entryPrice: 12.5, entryDate: day)
          ])
      ],
      outside: [day: [OptionOutsideBook(expiration: nil)]])
  }
}
