public import Quant

/// Values a volatility hedge in scenarios (methodology 4.5).
///
/// A future rolls down today's curve to its remaining days and then moves by β(τ)·ΔVIX, τ the days
/// that remain; an option is priced by Black-76 on it, at sticky moneyness of the VIX surface or at
/// its own volatility. A contract settled by the scenario's date counts at τ = 0. A future's value is
/// its gain since today's price. All results are modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct HedgeScenario: Sendable, Hashable {
  /// Expirations outside the curve; their futures move with VIX, but do not roll down.
  public let withoutRollDown: [CalendarDate]
  /// Options that have settled or have no volatility, in contract order; they are left out.
  public let unpriced: [OptionContract]
  /// Value today, dollars; futures count 0.
  public private(set) var todayDollars = 0.0

  fileprivate struct Line: Sendable, Hashable {
    var expiration: CalendarDate
    var dollarsPerPoint: Double
    var future: Double
    var option: OptionTerms?
  }

  fileprivate struct OptionTerms: Sendable, Hashable {
    var right: OptionRight
    var strike: Double
    var smile: StickySmile
    var contract: OptionContract
  }

  private var lines: [Line] = []
  private let market: ScenarioMarket

  /// Futures are kept at or above this, in VIX points, so that a formula stays defined.
  private static let leastFuture = 0.01

  /// Prepares a hedge.
  ///
  /// Prices, volatilities and quantities are those of the legs; each leg's β comes from the market's
  /// curve of β at its remaining days, not from the leg.
  public init(_ hedge: VolatilityHedge, market: ScenarioMarket) {
    self.market = market
    var unpriced: [OptionContract] = []
    for leg in hedge.options {
      let line = Line(leg, market: market)
      if let line { lines.append(line) } else { unpriced.append(leg.contract) }
    }
    lines += hedge.futures.map {
      Line(
        expiration: $0.expiration, dollarsPerPoint: Double($0.quantity) * $0.kind.multiplier,
        future: $0.future, option: nil)
    }
    self.unpriced = unpriced.sorted()
    let date = market.index.date
    withoutRollDown = Set(lines.map(\.expiration))
      .filter { market.curve?.value(atDays: Double(date.days(until: $0))) == nil }
      .sorted()
    todayDollars = valueDollars(in: market.unchanged(daysForward: 0))
  }

  /// Market value in a scenario, dollars; a future counts its gain or loss since today.
  public func valueDollars(in scenario: MarketScenario) -> Double {
    lines.boundedSum { line in
      let future = future(line, in: scenario)
      guard let option = line.option else {
        return line.dollarsPerPoint * (future - line.future)
      }
      return line.dollarsPerPoint * value(option, future: future, in: scenario).price
    }
  }

  /// Change of value from today, dollars.
  public func changeDollars(in scenario: MarketScenario) -> Double {
    (valueDollars(in: scenario) - todayDollars).bounded
  }

  /// Exposure to spot VIX in a scenario, dollars per VIX point (methodology 4.2).
  public func vegaDollarsPerVIXPoint(in scenario: MarketScenario) -> Double {
    lines.boundedSum { line in
      let left = daysLeft(line, in: scenario)
      guard left > 0 else { return 0 }
      let delta =
        line.option.map { value($0, future: future(line, in: scenario), in: scenario).delta } ?? 1
      return (line.dollarsPerPoint * delta).bounded * market.beta.value(days: left)
    }
  }

  /// What the hedge loses while `days` calendar days pass and nothing else changes (methodology 4.6).
  ///
  /// Pure theta keeps future and volatility, roll-down is today's delta times the move along the
  /// curve, the remainder completes the total. A future has roll-down only.
  public func decay(afterDays days: Int) -> DecayComponents {
    let (today, later) = (market.unchanged(daysForward: 0), market.unchanged(daysForward: days))
    return lines.reduce(.zero) { sum, line in
      let move = (future(line, in: later) - line.future).bounded
      guard let option = line.option else {
        return sum
          + DecayComponents(
            pureThetaDollars: 0, rollDownDollars: (line.dollarsPerPoint * move).bounded,
            remainderDollars: 0)
      }
      let now = value(option, future: line.future, in: today)
      let aged = price(option, future: line.future, keepingVolatilityOf: today, in: later)
      let end = value(option, future: line.future + move, in: later).price
      let theta = (aged - now.price).bounded
      let rollDown = (now.delta * move).bounded
      let rest = (end - now.price - theta - rollDown).bounded
      return sum
        + DecayComponents(
          pureThetaDollars: (line.dollarsPerPoint * theta).bounded,
          rollDownDollars: (line.dollarsPerPoint * rollDown).bounded,
          remainderDollars: (line.dollarsPerPoint * rest).bounded)
    }
  }

  /// Price in a later scenario with the volatility that the option has in an earlier one.
  private func price(
    _ option: OptionTerms, future: Double, keepingVolatilityOf earlier: MarketScenario,
    in scenario: MarketScenario
  ) -> Double {
    Black76.price(
      option.right, future: future, strike: option.strike, rate: market.index.rate,
      volatility: volatility(option, future: future, years: years(option, in: earlier)),
      years: years(option, in: scenario))
  }

  private func years(_ option: OptionTerms, in scenario: MarketScenario) -> Double {
    VIXOptionClock.years(
      from: market.index.date.adding(days: scenario.daysForward), minute: market.index.minute,
      to: option.contract) ?? 0
  }

  private func volatility(_ option: OptionTerms, future: Double, years: Double) -> Double {
    option.smile.volatility(
      logMoneyness: logarithm(option.strike) - logarithm(future), years: years)
  }

  private func daysLeft(_ line: Line, in scenario: MarketScenario) -> Int {
    max(market.index.date.adding(days: scenario.daysForward).days(until: line.expiration), 0)
  }

  private func future(_ line: Line, in scenario: MarketScenario) -> Double {
    let left = daysLeft(line, in: scenario)
    let today = market.index.date.days(until: line.expiration)
    var rollDown = 0.0
    if let start = market.curve?.value(atDays: Double(today)),
      let end = market.curve?.value(atDays: Double(left))
    {
      rollDown = end - start
    }
    let move = market.beta.value(days: left) * (scenario.vix - market.vix)
    return max((line.future + rollDown + move.bounded).bounded, Self.leastFuture)
  }

  private func value(
    _ option: OptionTerms, future: Double, in scenario: MarketScenario
  ) -> OptionValue {
    let years = years(option, in: scenario)
    return Black76.value(
      option.right, future: future, strike: option.strike, rate: market.index.rate,
      volatility: volatility(option, future: future, years: years), years: years)
  }
}

extension HedgeScenario.Line {
  /// `nil` for an option that cannot be valued.
  fileprivate init?(_ leg: VIXHedgeLeg, market: ScenarioMarket) {
    let contract = leg.contract
    guard contract.strike > 0, leg.impliedVolatility > 0,
      let years = VIXOptionClock.years(
        from: market.index.date, minute: market.index.minute, to: contract),
      let smile = StickySmile(
        own: leg.impliedVolatility, surface: market.vixSurface,
        logMoneyness: logarithm(contract.strike) - logarithm(leg.future), years: years)
    else { return nil }
    self.init(
      expiration: contract.expiration,
      dollarsPerPoint: Double(leg.quantity) * contract.root.multiplier, future: leg.future,
      option: .init(
        right: contract.right, strike: contract.strike, smile: smile, contract: contract))
  }
}
