import Quant

/// Option quotes that a given smile would show, for tests that need a whole chain.
struct SyntheticChain {
  var date: CalendarDate
  var spot = 2000.0
  var rate = 0.01
  var dividendYield = 0.02
  /// Half of every quote's spread, points.
  var halfSpread = 0.05

  /// Quotes of calls and puts at `strikes` with the volatility of each log-moneyness.
  func quotes(
    _ root: OptionRoot = .spx, days: Int, strikes: [Double], volatility: (Double) -> Double
  ) -> [OptionQuote] {
    let expiration = date.adding(days: days)
    let years = years(root, days: days)
    let forward = forward(years)
    return strikes.flatMap { strike in
      OptionRight.allCases.map { right in
        let log = BlackScholesMertonLog.moneyness(strike, forward)
        let price = BlackScholesMerton.price(
          right, spot: spot, strike: strike, rate: rate, dividendYield: dividendYield,
          volatility: volatility(log), years: years)
        return OptionQuote(
          date: date,
          contract: OptionContract(
            root: root, expiration: expiration, strike: strike, right: right),
          bid: price - halfSpread, ask: price + halfSpread)
      }
    }
  }

  /// Years to the settlement of a series.
  func years(_ root: OptionRoot = .spx, days: Int) -> Double {
    (Double(days) + (root == .spxw ? 0 : -390.0 / 1440)) / 365
  }

  /// The forward at a horizon.
  func forward(_ years: Double) -> Double {
    BlackScholesMertonLog.forward(spot, (rate - dividendYield) * years)
  }
}
