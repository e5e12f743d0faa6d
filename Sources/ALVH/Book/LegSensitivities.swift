import Quant

/// Sensitivities of a holding in report units (methodology 2.4).
///
/// Signed: they include the quantity and the contract multiplier.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct LegSensitivities: Sendable, Hashable, Codable {
  /// Dollars per index point.
  public var deltaDollarsPerPoint: Double
  /// Change of `deltaDollarsPerPoint` per index point.
  public var gammaDollarsPerPointSquared: Double
  /// Dollars per 1.00 vol point of the leg's own implied volatility.
  public var vegaDollarsPerVolPoint: Double
  /// The same, weighted √(30/max(days, 7)): a move of the 30-day level.
  public var vega30DayDollarsPerVolPoint: Double
  /// Dollars per calendar day.
  public var thetaDollarsPerDay: Double
  /// Dollars per 1 % of interest rate.
  public var rhoDollarsPerPercent: Double

  /// No sensitivity at all.
  public static let zero = LegSensitivities(
    deltaDollarsPerPoint: 0, gammaDollarsPerPointSquared: 0, vegaDollarsPerVolPoint: 0,
    vega30DayDollarsPerVolPoint: 0, thetaDollarsPerDay: 0, rhoDollarsPerPercent: 0)

  /// The sum of two holdings' sensitivities.
  public static func + (lhs: LegSensitivities, rhs: LegSensitivities) -> LegSensitivities {
    LegSensitivities(
      deltaDollarsPerPoint: (lhs.deltaDollarsPerPoint + rhs.deltaDollarsPerPoint).bounded,
      gammaDollarsPerPointSquared: (lhs.gammaDollarsPerPointSquared
        + rhs.gammaDollarsPerPointSquared).bounded,
      vegaDollarsPerVolPoint: (lhs.vegaDollarsPerVolPoint + rhs.vegaDollarsPerVolPoint).bounded,
      vega30DayDollarsPerVolPoint: (lhs.vega30DayDollarsPerVolPoint
        + rhs.vega30DayDollarsPerVolPoint).bounded,
      thetaDollarsPerDay: (lhs.thetaDollarsPerDay + rhs.thetaDollarsPerDay).bounded,
      rhoDollarsPerPercent: (lhs.rhoDollarsPerPercent + rhs.rhoDollarsPerPercent).bounded)
  }
}

extension LegSensitivities {
  /// Raw sensitivities of one unit, scaled to dollars and report units.
  init(_ value: OptionValue, contracts: Int, multiplier: Double, daysToExpiration: Int) {
    let scale = Double(contracts) * multiplier
    let vega = (scale * value.vega).bounded / 100
    self.init(
      deltaDollarsPerPoint: (scale * value.delta).bounded,
      gammaDollarsPerPointSquared: (scale * value.gamma).bounded,
      vegaDollarsPerVolPoint: vega,
      vega30DayDollarsPerVolPoint: (vega * (30 / Double(max(daysToExpiration, 7))).squareRoot())
        .bounded,
      thetaDollarsPerDay: (scale * value.theta).bounded / 365,
      rhoDollarsPerPercent: (scale * value.rho).bounded / 100)
  }
}
