#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Black volatility at which the formula gives an observed price, or why there is none.
public enum ImpliedVolatility: Sendable, Hashable, Codable {
  /// The volatility per √year as a decimal.
  case ok(Double)
  /// An out-of-the-money price of 0, or an in-the-money time value of 0 to rounding.
  case noTimeValue
  /// A price below the discounted intrinsic value (or below 0): an arbitrage or a stale quote.
  case belowIntrinsic
  /// A price above the discounted forward (call) or strike (put), the upper arbitrage bounds.
  case aboveMaximum
  /// A price exactly at the upper bound, where the volatility would be infinite.
  case atMaximum
  /// A number that is not finite, or a forward, strike, discount or time that is not positive.
  case invalidInput

  /// The volatility when there is one.
  public var value: Double? {
    if case .ok(let volatility) = self { return volatility }
    return nil
  }

  /// Solves for the volatility of one option.
  ///
  /// Works on the out-of-the-money option of the same strike (by put–call parity) and gives the
  /// precision the price determines: |σ̂/σ − 1| of the order of one rounding error of the inputs
  /// times their condition number. An in-the-money time value of at most 8·2⁻⁵²·max(F, K) is
  /// rounding and gives ``noTimeValue``.
  /// Method: Jäckel, "Let's Be Rational" (2013).
  ///
  /// - Parameters:
  ///   - price: discounted option price in points.
  ///   - forward: forward (or future) for the expiration, in points.
  ///   - strike: strike in points.
  ///   - discount: discount factor to the expiration.
  ///   - years: time to settlement in years.
  ///   - right: call or put.
  /// - Returns: the volatility, or the reason that there is none.
  public static func solve(
    price: Double, forward: Double, strike: Double, discount: Double, years: Double,
    right: OptionRight
  ) -> ImpliedVolatility {
    guard price.isFinite, forward.isFinite, strike.isFinite, discount.isFinite, years.isFinite,
      forward > 0, strike > 0, discount > 0, years > 0
    else { return .invalidInput }
    let maximum = discount * (right == .call ? forward : strike)
    if price > maximum { return .aboveMaximum }
    if price == maximum && price > 0 { return .atMaximum }
    if price < 0 { return .belowIntrinsic }

    let intrinsic = max(right.sign * (forward - strike), 0)
    let timeValue = price / discount - intrinsic
    if intrinsic > 0 {
      let rounding = 8 * 0x1p-52 * max(forward, strike)
      if timeValue < -rounding { return .belowIntrinsic }
      if timeValue <= rounding { return .noTimeValue }
    }
    let x = -abs(NormalisedBlack.logMoneyness(forward: forward, strike: strike))
    let target = timeValue / (sqrt(forward) * sqrt(strike))
    guard target > 0 else { return .noTimeValue }
    let ceiling = exp(0.5 * x)
    guard target < ceiling else { return .atMaximum }
    let deviation = ImpliedDeviation(x: x, target: target, ceiling: ceiling).solve()
    let volatility = deviation / sqrt(years)
    return volatility.isFinite && volatility > 0 ? .ok(volatility) : .invalidInput
  }
}
