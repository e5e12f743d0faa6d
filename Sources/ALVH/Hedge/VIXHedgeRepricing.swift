public import Quant

/// Values VIX options today and in scenarios of the VX curve.
///
/// Every option keeps its own implied volatility, plus a shift. An option that has settled by the
/// later date counts its intrinsic value at its future. Scenario results are modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct VIXHedgeRepricing: Sendable, Hashable {
  /// The options held.
  public var legs: [VIXHedgeLeg]
  /// The valuation date.
  public var date: CalendarDate
  /// Minutes after midnight, New York.
  public var minute: Int
  /// Interest rate, continuously compounded per year, decimal.
  public var rate: Double

  /// Futures are kept at or above this, in VIX points, so that a formula stays defined.
  private static let leastFuture = 0.01

  /// Creates a valuation moment for a set of options.
  public init(legs: [VIXHedgeLeg], date: CalendarDate, minute: Int = 960, rate: Double) {
    self.legs = legs
    self.date = date
    self.minute = minute
    self.rate = rate
  }

  /// Market value at the model price with given futures.
  ///
  /// - Parameters:
  ///   - daysForward: calendar days after the date, at the same time of day.
  ///   - volShiftPoints: vol points added to every option's volatility, which stays at least 0.
  ///   - future: the scenario's future for a leg, VIX points.
  /// - Returns: dollars.
  public func valueDollars(
    daysForward: Int = 0, volShiftPoints: Double = 0, future: (VIXHedgeLeg) -> Double
  ) -> Double {
    legs.boundedSum { leg in
      let value = optionValue(
        leg, future: future(leg), daysForward: daysForward, volShiftPoints: volShiftPoints)
      return scale(leg) * value.price
    }
  }

  /// Market value after spot VIX moves, dollars; each future moves by its own beta.
  public func valueDollars(
    vixChange: Double = 0, daysForward: Int = 0, volShiftPoints: Double = 0
  ) -> Double {
    valueDollars(daysForward: daysForward, volShiftPoints: volShiftPoints) {
      $0.future(afterVIXChange: vixChange)
    }
  }

  /// Exposure to spot VIX after it has moved, dollars per VIX point (methodology 4.2).
  ///
  /// `quantity · 100 · delta · β`, summed. At a change of 0 this is the hedge's vega in the sense of
  /// coverage; at +5 and +10 it shows the convexity of calls.
  public func vegaDollarsPerVIXPoint(vixChange: Double = 0) -> Double {
    legs.boundedSum { leg in
      let value = optionValue(leg, future: leg.future(afterVIXChange: vixChange))
      return (scale(leg) * value.delta).bounded * leg.volatilityBeta
    }
  }

  /// Sensitivity to the options' own volatility, dollars per vol-of-vol point.
  ///
  /// Never to be added to SPX vega (methodology 2.4).
  public var vegaDollarsPerVolOfVolPoint: Double {
    legs.boundedSum { (scale($0) * optionValue($0, future: $0.future).vega).bounded / 100 }
  }

  /// Time decay with the futures unchanged, dollars per calendar day.
  public var thetaDollarsPerDay: Double {
    legs.boundedSum { (scale($0) * optionValue($0, future: $0.future).theta).bounded / 365 }
  }

  private func scale(_ leg: VIXHedgeLeg) -> Double {
    Double(leg.quantity) * leg.contract.root.multiplier
  }

  private func optionValue(
    _ leg: VIXHedgeLeg, future: Double, daysForward: Int = 0, volShiftPoints: Double = 0
  ) -> OptionValue {
    let years = VIXOptionClock.years(
      from: date.adding(days: daysForward), minute: minute, to: leg.contract)
    return Black76.value(
      leg.contract.right, future: max(future, Self.leastFuture), strike: leg.contract.strike,
      rate: rate, volatility: max(leg.impliedVolatility + volShiftPoints / 100, 0),
      years: years ?? 0)
  }
}

extension VIXHedgeLeg {
  /// The leg's future after spot VIX has moved, by its own beta; finite.
  fileprivate func future(afterVIXChange change: Double) -> Double {
    (future + (volatilityBeta * change).bounded).bounded
  }
}
