import ALVH
import Quant

/// Twenty years of sessions with everything the daily engine reads: a VIX curve with options on it, a
/// book of condors rolled every month with its quotes, breadth and a policy calendar.
struct EngineHistory {
  private static let strikes = Array(stride(from: 12.0, through: 40, by: 2))

  private var history = MarketHistory()
  private var account = BookAccount(
    navDollars: 150_000, rate: 0.01, dividendYield: 0.02, snapshots: [])

  init(sessions: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let calendar = ExchangeCalendar.nyse
    var date = CalendarDate(dayNumber: 12_418)  // 2004-01-01
    var close = 1100.0
    var book: [OptionContract] = []
    for session in 0..<sessions {
      date = calendar.next(after: date)
      let change = Double.random(in: -0.0117...0.0125, using: &random)
      close *= 1 + change
      history.bars.append(
        DailyBar(
          date: date, open: close, high: close * 1.004, low: close * 0.996, close: close,
          volume: Double.random(in: 2e9...5e9, using: &random).rounded()))
      history.breadth.append(
        BreadthCount(
          date: date, advances: Int.random(in: 100...400, using: &random),
          declines: Int.random(in: 100...400, using: &random)))
      let vix = 17 - change * 250 + Double.random(in: -1...1, using: &random)
      history.vix.append(DatedValue(date: date, value: vix))
      addCurve(date, vix: vix)
      if session % 21 == 0 { book = sellCondors(date, close: close) }
      addBookQuotes(date, close: close, book)
      if session % 18 == 0 { history.policy.append(PolicyEvent(date: date, kind: .statement)) }
    }
  }

  private mutating func addCurve(_ date: CalendarDate, vix: Double) {
    let expirations = ContractCalendar.cboe.vixExpirations(after: date, count: 5)
    let beta = VolatilityBeta.fallback
    let curve = expirations.map { expiration in
      let days = date.days(until: expiration)
      return FuturesSettlement(
        date: date, expiration: expiration, settle: 18 + (vix - 18) * beta.value(days: days))
    }
    history.futures[date] = curve
    history.vixOptions[date] = curve.flatMap { contract in
      let years = YearFraction.years(from: date, to: contract.expiration, settleMinute: 570) ?? 0
      return Self.strikes.map { strike in
        let price = Black76.price(
          .call, future: contract.settle, strike: strike, rate: 0.01, volatility: 0.9, years: years)
        return OptionQuote(
          date: date,
          contract: OptionContract(
            root: .vix, expiration: contract.expiration, strike: strike, right: .call),
          bid: max(0, price * 0.96 - 0.01), ask: price * 1.04 + 0.01)
      }
    }
  }

  private mutating func sellCondors(_ date: CalendarDate, close: Double) -> [OptionContract] {
    let expiration = ExchangeCalendar.nyse.previous(before: date.adding(days: 50))
    let legs: [(Double, OptionRight, Int)] = [
      (0.925, .put, 4), (0.93, .put, -4), (1.05, .call, -4), (1.055, .call, 4),
    ]
    let contracts = legs.map { ratio, right, _ in
      OptionContract(
        root: .spxw, expiration: expiration, strike: (close * ratio / 5).rounded() * 5,
        right: right)
    }
    account.snapshots.append(
      BookSnapshot(
        date: date,
        positions: zip(contracts, legs).map { contract, leg in
          Position(contract: contract, quantity: leg.2, entryPrice: 10, entryDate: date)
        }))
    return contracts
  }

  private mutating func addBookQuotes(
    _ date: CalendarDate, close: Double, _ book: [OptionContract]
  ) {
    history.indexOptions[date] = book.sorted().compactMap { contract in
      guard let years = YearFraction.years(from: date, to: contract.expiration, settleMinute: 960)
      else { return nil }
      let price = BlackScholesMerton.price(
        contract.right, spot: close, strike: contract.strike, rate: 0.01, dividendYield: 0.02,
        volatility: contract.right == .put ? 0.2 : 0.14, years: years)
      return OptionQuote(
        date: date, contract: contract, bid: price * 0.985, ask: price * 1.015 + 0.01)
    }
  }

  /// The engine from the first session to the last, whose decision alone is reported.
  ///
  /// Every session is filled, valued, judged, sized and ordered; the checksum counts episodes.
  func run() -> Measurement {
    let last = history.bars[history.bars.count - 1].date
    var profile = Profile.seedOBV
    profile.engine.requireAlignment = false
    let engine = DailyEngine(profile: profile, account: account)
    return Measurement({ require { try engine.decisions(history, in: last...last) } }) {
      Double($0.first?.episodes.count ?? 0)
    }
  }
}
