public import Quant

/// Values an index-option book in scenarios (methodology 4.5).
///
/// Sticky moneyness: a leg takes the surface's volatility at its new ln(K/F) and remaining time, plus
/// the shift ΔVIX·√(30/max(DTE, 7)) of the level. Rate and implied dividend yields stay as they are.
/// A leg settled by the scenario's date counts its intrinsic value there. All results are modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct BookScenario: Sendable, Hashable {
  /// Legs that could not be valued, in contract order.
  ///
  /// Not index options, settled, or without any volatility. They are left out, so no decision may
  /// rest on the sums when there are any.
  public let unpriced: [OptionContract]
  /// Value today at the model, dollars; negative for a short book.
  ///
  /// Equal to the midpoint value of every leg that has an implied volatility of its own.
  public private(set) var todayDollars = 0.0

  fileprivate struct Line: Sendable, Hashable {
    var contract: OptionContract
    var dollarsPerPoint: Double
    var dividendYield: Double
    var settleMinute: Int
    var smile: StickySmile
  }

  private var lines: [Line] = []
  private let market: BookMarket
  private let vix: Double

  /// Prepares a book.
  ///
  /// - Parameters:
  ///   - positions: the holdings, in any order; they are netted by contract.
  ///   - volatilities: own implied volatilities per √year, decimal; a leg without one takes the
  ///     surface's.
  ///   - market: the market today.
  public init(
    positions: [Position], volatilities: [OptionContract: Double], market: ScenarioMarket
  ) {
    self.init(legs: BookLeg.net(positions), volatilities: volatilities, market: market)
  }

  /// Prepares netted legs, in contract order.
  init(legs: [BookLeg], volatilities: [OptionContract: Double], market: ScenarioMarket) {
    self.market = market.index
    vix = market.vix
    var unpriced: [OptionContract] = []
    for leg in legs {
      let line = Line(leg, own: volatilities[leg.contract], market: market)
      if let line { lines.append(line) } else { unpriced.append(leg.contract) }
    }
    self.unpriced = unpriced
    todayDollars = valueDollars(in: market.unchanged(daysForward: 0))
  }

  /// Market value in a scenario, dollars.
  public func valueDollars(in scenario: MarketScenario) -> Double {
    lines.boundedSum { line in
      guard let option = option(line, in: scenario) else {
        return line.dollarsPerPoint * line.contract.intrinsicValue(at: scenario.spot)
      }
      let price = BlackScholesMerton.price(
        line.contract.right, spot: scenario.spot, strike: line.contract.strike, rate: market.rate,
        dividendYield: line.dividendYield, volatility: option.volatility, years: option.years)
      return line.dollarsPerPoint * price
    }
  }

  /// Change of value from today, dollars.
  public func changeDollars(in scenario: MarketScenario) -> Double {
    (valueDollars(in: scenario) - todayDollars).bounded
  }

  /// Raw vega in a scenario, dollars per SPX vol point; settled legs have none.
  public func vegaDollarsPerVolPoint(in scenario: MarketScenario) -> Double {
    lines.boundedSum { line in
      guard let option = option(line, in: scenario) else { return 0 }
      let value = BlackScholesMerton.value(
        line.contract.right, spot: scenario.spot, strike: line.contract.strike, rate: market.rate,
        dividendYield: line.dividendYield, volatility: option.volatility, years: option.years)
      return (line.dollarsPerPoint * value.vega).bounded / 100
    }
  }

  /// Remaining time and volatility of a leg; `nil` once it has settled.
  private func option(
    _ line: Line, in scenario: MarketScenario
  ) -> (years: Double, volatility: Double)? {
    let date = market.date.adding(days: scenario.daysForward)
    guard
      let years = YearFraction.years(
        from: date, minute: market.minute, to: line.contract.expiration,
        settleMinute: line.settleMinute)
    else { return nil }
    let days = date.days(until: line.contract.expiration)
    let shift = (scenario.vix - vix) / 100 * (30 / Double(max(days, 7))).squareRoot()
    let volatility = line.smile.volatility(
      logMoneyness: logarithm(line.contract.strike) - logarithm(scenario.spot)
        - ((market.rate - line.dividendYield).bounded * years).bounded,
      years: years, shift: shift)
    return (years, volatility)
  }
}

extension BookScenario.Line {
  /// `nil` for a leg that cannot be valued.
  fileprivate init?(_ leg: BookLeg, own: Double?, market: ScenarioMarket) {
    let series = leg.contract.series
    guard series.root != .vix, leg.contract.strike > 0,
      let years = market.index.years(to: series), let forward = market.index.forward(of: series),
      let yield = market.index.dividendYield(of: series),
      let smile = StickySmile(
        own: own, surface: market.indexSurface,
        logMoneyness: logarithm(leg.contract.strike) - logarithm(forward), years: years)
    else { return nil }
    self.init(
      contract: leg.contract,
      dollarsPerPoint: Double(leg.quantity) * leg.contract.root.multiplier, dividendYield: yield,
      settleMinute: series.settleMinute(calendar: market.index.calendar), smile: smile)
  }
}
