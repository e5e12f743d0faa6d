import ALVH
import Quant
import TestSupport

/// Forty flat sessions at an index of 2000, the last with option quotes and a book.
struct ScenarioSession {
  var history = MarketHistory()
  var positions: [Position] = []
  let date: CalendarDate
  /// Thirty calendar days after the last session, settled in the afternoon.
  let expiration: CalendarDate

  init(vix: Double? = 16) {
    var date = CalendarDate(dayNumber: 16_587)  // 2015-06-01
    var last = date
    for _ in 0..<40 {
      history.bars.append(
        DailyBar(date: date, open: 2000, high: 2000, low: 2000, close: 2000, volume: 1e9))
      if let vix { history.vix.append(DatedValue(date: date, value: vix)) }
      last = date
      date = ExchangeCalendar.nyse.next(after: date)
    }
    self.date = last
    expiration = last.adding(days: 30)
  }

  var index: BookMarket { BookMarket(date: date, spot: 2000, rate: 0.005, dividendYield: 0.02) }

  func contract(
    _ right: OptionRight, _ strike: Double, expiration: CalendarDate? = nil
  ) -> OptionContract {
    OptionContract(
      root: .spxw, expiration: expiration ?? self.expiration, strike: strike, right: right)
  }

  /// The model's price of a contract today, index points.
  func price(_ contract: OptionContract, volatility: Double) -> Double {
    BlackScholesMerton.price(
      contract.right, spot: 2000, strike: contract.strike, rate: 0.005, dividendYield: 0.02,
      volatility: volatility, years: index.years(to: contract.series) ?? 0)
  }

  /// Holds a contract; without a volatility it has a quote that nobody bids for.
  mutating func hold(_ contract: OptionContract, _ quantity: Int, volatility: Double?) {
    positions.append(
      Position(contract: contract, quantity: quantity, entryPrice: 5, entryDate: date))
    quote(contract, volatility: volatility)
  }

  mutating func quote(_ contract: OptionContract, volatility: Double?) {
    let mid = volatility.map { price(contract, volatility: $0) } ?? 0.05
    let half = volatility == nil ? mid : min(0.1, mid / 8)
    history.indexOptions[date, default: []].append(
      OptionQuote(date: date, contract: contract, bid: mid - half, ask: mid + half))
  }

  /// Quotes a chain from 1700 to 2250 by 25 with the fixture's smile.
  mutating func quoteChain() {
    for strike in stride(from: 1700.0, through: 2250, by: 25) {
      for right in OptionRight.allCases {
        let contract = contract(right, strike)
        let forward = index.forward(of: contract.series) ?? 2000
        quote(
          contract, volatility: ScenarioFixture.smile(RealFunctions.log(strike / forward)))
      }
    }
  }

  /// The decision of the last session.
  func decision() throws -> DailyDecision {
    let account = BookAccount(
      navDollars: 150_000, rate: 0.005, dividendYield: 0.02,
      snapshots: [BookSnapshot(date: date, positions: positions)])
    return try DailyEngine(account: account).decisions(history, in: date...date)[0]
  }
}

extension DailyDecision {
  /// Why there are no scenarios.
  var scenarioObstacle: ScenarioObstacle? {
    gaps.lazy.compactMap { gap in
      if case .noScenarios(let obstacle) = gap { obstacle } else { nil }
    }.first
  }
}
