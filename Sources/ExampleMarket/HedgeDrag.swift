#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// What one VIX call of the model costs to hold for 14 days, against the exposure it gives.
///
/// It measures whether the modelled prices show what the example is for: see the README.
public struct HedgeDrag: Sendable, Hashable {
  /// The call.
  public var contract: OptionContract
  /// Its delta on the future of its expiration.
  public var delta: Double
  /// Dollars per contract and point of spot VIX: 100·delta·β(τ), β = 0.80·(1 + τ/30)^−0.70.
  public var dollarsPerVIXPoint: Double
  /// 100·(ask − value after 14 days) + 0.65 commission, at least the commission, in dollars.
  ///
  /// The value is the model's mid with the curve, its VIX node and the smile of the expiration
  /// unchanged: the future rolls down the curve and the strike takes the smile's volatility at its
  /// new moneyness.
  public var dragDollars: Double

  /// Dollars of drag per dollar-per-VIX-point.
  public var ratio: Double { dragDollars / dollarsPerVIXPoint }

  /// The calls that can be bought: bid above zero, strike above the future, delta 0.15 to 0.35.
  ///
  /// The expirations are those 30 to 45 days ahead, or else the nearest one beyond. `quotes` are the
  /// session's quotes; a state other than theirs gives meaningless numbers.
  public static func candidates(
    _ quotes: [OptionQuote], state: SessionState, calendar: ContractCalendar = .cboe
  ) -> [HedgeDrag] {
    let futures = FuturesCurveModel.settlements(state, count: 8, calendar: calendar)
    func days(_ future: FuturesSettlement) -> Int { state.date.days(until: future.expiration) }
    var eligible = futures.filter { (30...45).contains(days($0)) }
    if eligible.isEmpty { eligible = Array(futures.filter { days($0) > 45 }.prefix(1)) }
    let nodes = [(0.0, state.vix)] + futures.map { (Double(days($0)), $0.settle) }
    return eligible.flatMap { future in
      let days = days(future)
      let rolled = interpolate(nodes, at: Double(days - 14))
      return quotes.filter { $0.contract.expiration == future.expiration && $0.bid > 0 }
        .compactMap { measure($0, future: future.settle, rolled: rolled, days: days, state: state) }
    }
  }

  private static func measure(
    _ quote: OptionQuote, future: Double, rolled: Double, days: Int, state: SessionState
  ) -> HedgeDrag? {
    let strike = quote.contract.strike
    let rate = ModelPeriod.rate(on: state.date)
    let smile = VIXOptionSmile(state)
    guard
      let years = YearFraction.years(
        from: state.date, to: quote.contract.expiration, settleMinute: 570)
    else { return nil }
    let now = smile.call(strike: strike, future: future, years: years, rate: rate)
    guard strike > future, (0.15...0.35).contains(now.delta) else { return nil }
    let volatility = smile.volatility(logMoneyness: log(strike / rolled), years: years)
    let later = Black76.price(
      .call, future: rolled, strike: strike, rate: rate, volatility: volatility,
      years: years - 14.0 / 365)
    let beta = 0.80 * pow(1 + Double(days) / 30, -0.70)
    return HedgeDrag(
      contract: quote.contract, delta: now.delta, dollarsPerVIXPoint: 100 * now.delta * beta,
      dragDollars: max(0, 100 * (quote.ask - later)) + 0.65)
  }

  private static func interpolate(_ nodes: [(Double, Double)], at days: Double) -> Double {
    for (near, far) in zip(nodes, nodes.dropFirst()) where days <= far.0 {
      return near.1 + (far.1 - near.1) * (days - near.0) / (far.0 - near.0)
    }
    return nodes.last?.1 ?? 0
  }
}
