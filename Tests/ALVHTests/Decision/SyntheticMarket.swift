import ALVH
import Quant
import TestSupport

/// A small seeded market with a book of iron condors, for tests of the daily engine.
struct SyntheticMarket {
  var history = MarketHistory()
  var account = BookAccount(
    navDollars: 150_000, rate: 0.005, dividendYield: 0.02, snapshots: [])

  init(sessions: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let calendar = ExchangeCalendar.nyse
    var date = CalendarDate(dayNumber: 16_437)  // 2015-01-02
    var close = 2000.0
    for _ in 0..<sessions {
      let change = random.uniform(-0.012...0.0125)
      close *= 1 + change
      history.bars.append(
        DailyBar(
          date: date, open: close, high: close * 1.004, low: close * 0.996, close: close,
          volume: random.uniform(2e9...5e9)))
      let vix = 16 - change * 250 + random.uniform(-1...1)
      history.vix.append(DatedValue(date: date, value: vix))
      addCurve(date, vix: vix)
      date = calendar.next(after: date)
    }
    let expiration = calendar.previous(before: date.adding(days: 200))
    let entry = history.bars[30]
    let strikes: [(Double, OptionRight, Int)] = [
      (0.90, .put, -4), (0.895, .put, 4), (1.08, .call, -4), (1.085, .call, 4),
    ]
    let contracts = strikes.map { ratio, right, _ in
      OptionContract(
        root: .spxw, expiration: expiration, strike: (entry.close * ratio / 5).rounded() * 5,
        right: right)
    }
    account.snapshots = [
      BookSnapshot(
        date: entry.date,
        positions: zip(contracts, strikes).map { contract, terms in
          Position(
            contract: contract, quantity: terms.2, entryPrice: terms.2 < 0 ? 12 : 10,
            entryDate: entry.date)
        })
    ]
    for bar in history.bars { addIndexQuotes(bar, contracts) }
    for index in stride(from: 10, to: sessions, by: 18) {
      history.policy.append(PolicyEvent(date: history.bars[index].date, kind: .statement))
    }
  }

  private mutating func addCurve(_ date: CalendarDate, vix: Double) {
    let expirations = ContractCalendar.cboe.vixExpirations(after: date, count: 5)
    history.futures[date] = expirations.map { expiration in
      let days = Double(date.days(until: expiration))
      let settle = 18 + (vix - 18) * VolatilityBeta.fallback.value(days: days)
      return FuturesSettlement(date: date, expiration: expiration, settle: settle)
    }
    var quotes: [OptionQuote] = []
    for settlement in history.futures[date] ?? [] {
      let years =
        YearFraction.years(from: date, to: settlement.expiration, settleMinute: 570) ?? 0
      for strike in stride(from: 14.0, through: 34, by: 1) {
        let contract = OptionContract(
          root: .vix, expiration: settlement.expiration, strike: strike, right: .call)
        let price = Black76.price(
          .call, future: settlement.settle, strike: strike, rate: 0.005, volatility: 0.9,
          years: years)
        quotes.append(
          OptionQuote(
            date: date, contract: contract, bid: max(0, price * 0.96 - 0.01),
            ask: price * 1.04 + 0.01))
      }
    }
    history.vixOptions[date] = quotes
  }

  private mutating func addIndexQuotes(_ bar: DailyBar, _ contracts: [OptionContract]) {
    history.indexOptions[bar.date] = contracts.compactMap { contract in
      guard
        let years = YearFraction.years(from: bar.date, to: contract.expiration, settleMinute: 960)
      else { return nil }
      let price = BlackScholesMerton.price(
        contract.right, spot: bar.close, strike: contract.strike, rate: 0.005,
        dividendYield: 0.02, volatility: contract.right == .put ? 0.2 : 0.14, years: years)
      return OptionQuote(
        date: bar.date, contract: contract, bid: price * 0.985, ask: price * 1.015 + 0.01)
    }
  }
}

extension Profile {
  /// The default without the wait for alignment, so that a small market has trades.
  static var withoutAlignment: Profile {
    var profile = seedOBV
    profile.engine.requireAlignment = false
    return profile
  }
}
