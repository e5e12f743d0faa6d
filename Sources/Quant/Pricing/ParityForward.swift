#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Call and put mid prices at one strike of one expiration.
public struct ParityPair: Sendable, Hashable, Codable {
  /// The strike in index points.
  public var strike: Double
  /// Mid price of the call, in index points.
  public var call: Double
  /// Mid price of the put, in index points.
  public var put: Double

  /// Creates a pair.
  public init(strike: Double, call: Double, put: Double) {
    self.strike = strike
    self.call = call
    self.put = put
  }

  /// The strikes of one root and expiration at which call and put both have two-sided quotes.
  ///
  /// Ordered by strike. Roots are never pooled: SPX and SPXW options of one date settle at
  /// different times. Of several quotes for one contract the last counts.
  public static func pairs(
    from quotes: [OptionQuote], root: OptionRoot, expiration: CalendarDate
  ) -> [ParityPair] {
    var calls: [Double: Double] = [:]
    var puts: [Double: Double] = [:]
    for quote in quotes
    where quote.contract.root == root && quote.contract.expiration == expiration
      && quote.isTwoSided
    {
      switch quote.contract.right {
      case .call: calls[quote.contract.strike] = quote.mid
      case .put: puts[quote.contract.strike] = quote.mid
      }
    }
    return calls.keys.sorted().compactMap { strike in
      guard let call = calls[strike], let put = puts[strike] else { return nil }
      return ParityPair(strike: strike, call: call, put: put)
    }
  }
}

/// The forward of one expiration implied by put–call parity, C − P = D·(F − K).
public enum ParityForward {
  /// The median of K + (C − P)/D over the pairs, the project's default.
  ///
  /// With `spot`, only strikes within ±3 % of it count. An even number of strikes gives the mean of
  /// the middle two; no strike, or a discount that is not positive, gives `nil`.
  public static func median(
    _ pairs: [ParityPair], discount: Double, near spot: Double? = nil
  ) -> Double? {
    guard discount > 0 else { return nil }
    let forwards =
      pairs
      .filter { pair in spot.map { abs(pair.strike - $0) <= 0.03 * $0 } ?? true }
      .map { $0.strike + ($0.call - $0.put) / discount }
      .filter(\.isFinite)
      .sorted()
    guard !forwards.isEmpty else { return nil }
    let middle = forwards.count / 2
    return forwards.count.isMultiple(of: 2)
      ? (0.5 * forwards[middle - 1] + 0.5 * forwards[middle]) : forwards[middle]
  }

  /// A forward and the strike it was read at.
  public struct AtStrike: Sendable, Hashable, Codable {
    /// The strike with the smallest |C − P|.
    public let strike: Double
    /// The forward, in index points.
    public let forward: Double
  }

  /// The forward at the strike where call and put prices are closest, the lower one on a tie.
  ///
  /// The rule of the Cboe VIX white paper. `nil` without a pair or a positive discount.
  public static func singleStrike(_ pairs: [ParityPair], discount: Double) -> AtStrike? {
    guard discount > 0,
      let pair = pairs.min(by: { ($0.gap, $0.strike) < ($1.gap, $1.strike) })
    else { return nil }
    let forward = pair.strike + (pair.call - pair.put) / discount
    return forward.isFinite ? AtStrike(strike: pair.strike, forward: forward) : nil
  }

  /// A forward and the discount factor found with it.
  public struct Regression: Sendable, Hashable, Codable {
    /// The discount factor, minus the slope.
    public let discount: Double
    /// The forward, intercept over discount.
    public let forward: Double
  }

  /// Least squares of C − P on K, for use when the rate is not known.
  ///
  /// `nil` with fewer than five distinct strikes, or when the discount is outside (0.9, 1.01] and the
  /// quotes therefore not consistent.
  public static func regression(_ pairs: [ParityPair]) -> Regression? {
    guard Set(pairs.map(\.strike)).count >= 5 else { return nil }
    let count = Double(pairs.count)
    let meanStrike = pairs.reduce(0) { $0 + $1.strike } / count
    let meanDifference = pairs.reduce(0) { $0 + $1.call - $1.put } / count
    var covariance = 0.0
    var variance = 0.0
    for pair in pairs {
      let offset = pair.strike - meanStrike
      covariance += offset * (pair.call - pair.put - meanDifference)
      variance += offset * offset
    }
    let discount = -covariance / variance
    let forward = meanStrike + meanDifference / discount
    guard discount > 0.9, discount <= 1.01, forward.isFinite else { return nil }
    return Regression(discount: discount, forward: forward)
  }

  /// The dividend yield that makes `forward` the cost-of-carry forward, r − ln(F/S)/T.
  ///
  /// Continuously compounded, per year; `nil` unless forward, spot and time are positive and the
  /// yield is within the range of a double.
  public static func dividendYield(
    forward: Double, spot: Double, rate: Double, years: Double
  ) -> Double? {
    guard forward > 0, spot > 0, years > 0 else { return nil }
    let yield = rate - logRatio(forward, over: spot) / years
    return yield.isFinite ? yield : nil
  }
}

extension ParityPair {
  fileprivate var gap: Double { abs(call - put) }
}
