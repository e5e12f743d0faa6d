/// Implied volatility over moneyness and time, from one session's option quotes (methodology 2.8).
///
/// Per expiration a smile (``VolatilitySurfaceSlice``); between expirations total variance is linear
/// in time at fixed k = ln(K/F). Nearer than the first and farther than the last expiration the
/// volatility at fixed k is that of the first or last. Volatilities are per √year, decimal. An empty
/// surface is legal: everything read from it is `nil`. Serves SPX options on their parity forward
/// and, with futures as forwards, VIX options.
public struct VolatilitySurface: Sendable, Hashable, Codable {
  /// The expirations, ascending by years to settlement.
  public let slices: [VolatilitySurfaceSlice]
  /// Expirations that were quoted but not usable, in order of expiration, then of class.
  public let rejections: [VolatilitySurfaceRejection]
  /// Calendar violations between neighbouring slices, in order of time.
  public let calendarViolations: [CalendarViolation]

  /// Assembles a surface from smiles in any order.
  ///
  /// Slices are never pooled or repaired; the calendar check runs over neighbours in time.
  init(slices: [VolatilitySurfaceSlice], rejections: [VolatilitySurfaceRejection]) {
    self.slices = slices.sorted {
      ($0.years, $0.root.rawValue) < ($1.years, $1.root.rawValue)
    }
    self.rejections = rejections.sorted {
      ($0.expiration, $0.root.rawValue) < ($1.expiration, $1.root.rawValue)
    }
    calendarViolations = zip(self.slices, self.slices.dropFirst())
      .compactMap { CalendarViolation(near: $0, far: $1) }
  }

  /// The smile of one series; `nil` when it is not part of the surface.
  public func slice(root: OptionRoot, expiration: CalendarDate) -> VolatilitySurfaceSlice? {
    slices.first { $0.root == root && $0.expiration == expiration }
  }

  /// Total variance σ²T at fixed moneyness.
  ///
  /// - Parameters:
  ///   - k: ln(K/F), F the forward of the same horizon.
  ///   - years: the horizon in years.
  /// - Returns: dimensionless; `nil` for an empty surface, a horizon that is not positive and
  ///   finite, or a moneyness that is not finite. Complexity O(slices).
  public func totalVariance(logMoneyness k: Double, years: Double) -> Double? {
    guard years > 0, years.isFinite, k.isFinite, let first = slices.first, let last = slices.last
    else { return nil }
    guard let upper = slices.firstIndex(where: { $0.years >= years }) else {
      return last.totalVariance(logMoneyness: k) * (years / last.years)
    }
    guard upper > 0 else { return first.totalVariance(logMoneyness: k) * (years / first.years) }
    let (near, far) = (slices[upper - 1], slices[upper])
    let share = (years - near.years) / (far.years - near.years)
    let start = near.totalVariance(logMoneyness: k)
    return start + share * (far.totalVariance(logMoneyness: k) - start)
  }

  /// Volatility at fixed moneyness and horizon, per √year; `nil` as for the total variance.
  public func volatility(logMoneyness: Double, years: Double) -> Double? {
    totalVariance(logMoneyness: logMoneyness, years: years).map { ($0 / years).squareRoot() }
  }

  /// Volatility at the forward of any horizon, per √year; `nil` as for the total variance.
  public func atTheMoneyVolatility(years: Double) -> Double? {
    volatility(logMoneyness: 0, years: years)
  }
}
