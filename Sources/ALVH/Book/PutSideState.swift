import Quant

/// The put side of a structure: strikes, pay-off and risk-neutral probabilities.
public struct PutSideState: Sendable, Hashable, Codable {
  /// Strike of the short put, index points.
  public let shortPutStrike: Double?
  /// Strike of the long put, index points; `nil` without one.
  public let longPutStrike: Double?
  /// Index level below which the structure loses at settlement; `nil` when there is none.
  public let lowerBreakEven: Double?
  /// Greatest loss at settlement, dollars; `nil` when unbounded.
  public let maxLossDollars: Double?
  /// Volatility at the short put's strike, per √year; `nil` without a surface or usable quote.
  public let volatility: Double?
  /// Risk-neutral probability of ending below the short put, 0...1.
  public let endsBelow: Double?
  /// Risk-neutral probability of touching the short put, 0...1.
  public let touches: Double?
  /// Net gamma of the whole structure, dollars per index point squared.
  ///
  /// `nil` when a leg has no usable quote.
  public let gammaDollarsPerPointSquared: Double?
}

/// Reads the state of a put side from quotes and, where there is one, the surface.
struct PutSideView {
  let quotes: [OptionContract: OptionQuote]
  let market: BookMarket
  let surface: VolatilitySurface?
  let series: OptionSeries

  /// The state of positions of the series, closed ones included for their result.
  func state(_ positions: [Position]) -> PutSideState {
    let valuation = BookValuation(
      positions: positions,
      quotes: Set(positions.map(\.contract)).compactMap { quotes[$0] }, market: market)
    let puts = valuation.legs.filter { $0.leg.contract.right == .put }
    let short = puts.last { $0.leg.quantity < 0 }
    let profile = PayoffProfile.perSeries(positions).first { $0.series == series }
    let breach = short.flatMap {
      RiskNeutralBreach(
        level: $0.leg.contract.strike, side: .below, series: series, market: market,
        surface: surface, fallbackVolatility: $0.impliedVolatility)
    }
    return PutSideState(
      shortPutStrike: short?.leg.contract.strike,
      longPutStrike: puts.first { $0.leg.quantity > 0 }?.leg.contract.strike,
      lowerBreakEven: profile.flatMap {
        LowerBreakEven.nearest(in: [$0], spot: .greatestFiniteMagnitude)?.level
      }, maxLossDollars: profile?.maxLoss, volatility: breach?.volatility,
      endsBelow: breach?.ends, touches: breach?.touches,
      gammaDollarsPerPointSquared: valuation.sensitivities?.gammaDollarsPerPointSquared)
  }
}
