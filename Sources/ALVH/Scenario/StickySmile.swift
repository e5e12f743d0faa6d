import Quant

/// One leg's volatility in scenarios: the surface at the new moneyness and the shorter time.
///
/// The difference between the leg's own volatility and the surface today stays with the leg, so that
/// the scenario without a change has today's price. Without a surface the leg keeps its own.
struct StickySmile: Sendable, Hashable {
  private let surface: VolatilitySurface?
  private let own: Double
  private let offset: Double

  /// `nil` when there is neither an own volatility nor a surface.
  init?(own: Double?, surface: VolatilitySurface?, logMoneyness: Double, years: Double) {
    if let today = surface?.volatility(logMoneyness: logMoneyness, years: years) {
      self.surface = surface
      self.own = own ?? today
      offset = self.own - today
    } else {
      guard let own else { return nil }
      self.surface = nil
      self.own = own
      offset = 0
    }
  }

  /// Volatility at a log-moneyness and remaining time, with the at-the-money level shifted.
  ///
  /// The shift, decimal, is limited so that the level at most doubles and at most halves. The
  /// methodology states only the first (4.5); half mirrors it, and unlike a lowest volatility in
  /// points it means the same for calm and for wild markets. No leg falls below half its unshifted
  /// volatility.
  func volatility(logMoneyness: Double, years: Double, shift: Double = 0) -> Double {
    var base = own
    var level = own
    if let surface {
      let read = surface.volatility(logMoneyness: logMoneyness, years: years) ?? own
      base = max(read + offset, read / 2)
      level = surface.atTheMoneyVolatility(years: years) ?? own
    }
    return max(base + min(max(shift, -level / 2), level), base / 2)
  }
}
