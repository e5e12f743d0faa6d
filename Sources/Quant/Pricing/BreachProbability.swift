#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Risk-neutral probabilities that an index ends beyond, or touches, a level.
///
/// Geometric Brownian motion with one volatility, normally the implied volatility at the level. These
/// are prices of risk, not frequencies: real-world frequencies differ. With volatility or time 0 the
/// path is the forward curve and every probability is 0 or 1.
/// Touch: reflection principle with drift, e.g. Shreve, "Stochastic Calculus for Finance II", 7.3.
public struct BreachProbability: Sendable, Hashable {
  /// Index level now.
  public let spot: Double
  /// Continuously compounded rate, decimal per year.
  public let rate: Double
  /// Continuously compounded dividend yield, decimal per year.
  public let dividendYield: Double
  /// Volatility per √year, decimal.
  public let volatility: Double
  /// Time to expiration in years.
  public let years: Double

  /// Creates the distribution; spot must be positive, negative volatility or time counts as 0.
  public init(
    spot: Double, rate: Double, dividendYield: Double, volatility: Double, years: Double
  ) {
    self.spot = spot
    self.rate = rate
    self.dividendYield = dividendYield
    self.volatility = max(volatility, 0)
    self.years = max(years, 0)
  }

  /// P(S_T < level) = N(−d₂) + K√T·φ(d₂)·∂σ/∂K, limited to [0, 1].
  ///
  /// `volatilitySlope` is ∂σ/∂K at the level, per index point; 0 gives the flat-smile probability.
  public func endsBelow(_ level: Double, volatilitySlope: Double = 0) -> Double {
    guard level > 0 else { return 0 }
    guard deviation > 0 else { return forward < level ? 1 : 0 }
    let d2 = distance(to: level)
    let skew = skew(at: level, d2, volatilitySlope)
    return min(max(StandardNormal.cumulative(-d2) + skew, 0), 1)
  }

  /// P(S_T > level), the complement of ``endsBelow(_:volatilitySlope:)``.
  public func endsAbove(_ level: Double, volatilitySlope: Double = 0) -> Double {
    guard level > 0 else { return 1 }
    guard deviation > 0 else { return forward > level ? 1 : 0 }
    let d2 = distance(to: level)
    let skew = skew(at: level, d2, volatilitySlope)
    return min(max(StandardNormal.cumulative(d2) - skew, 0), 1)
  }

  /// P(min S ≤ level) up to expiration; 1 for a level at or above spot.
  public func touchesBelow(_ level: Double) -> Double {
    guard level > 0 else { return 0 }
    guard level < spot else { return 1 }
    guard deviation > 0 else { return forward <= level ? 1 : 0 }
    return touch(distance: logRatio(spot, over: level), drift: (-drift * years).bounded)
  }

  /// P(max S ≥ level) up to expiration; 1 for a level at or below spot.
  public func touchesAbove(_ level: Double) -> Double {
    guard level > spot else { return 1 }
    guard deviation > 0 else { return forward >= level ? 1 : 0 }
    return touch(distance: logRatio(level, over: spot), drift: (drift * years).bounded)
  }

  private var deviation: Double { (volatility * sqrt(years)).bounded }
  private var drift: Double {
    ((rate - dividendYield).bounded - (0.5 * volatility * volatility).bounded).bounded
  }
  private var forward: Double {
    spot * exp(((rate - dividendYield).bounded * years).bounded).bounded
  }

  /// d₂ of a level, which may be infinite; the order of the terms avoids ∞ − ∞.
  private func distance(to level: Double) -> Double {
    (logRatio(spot, over: level) + (drift * years).bounded) / deviation
  }

  /// K√T·φ(d₂)·∂σ/∂K, 0 where the density vanishes.
  private func skew(at level: Double, _ d2: Double, _ volatilitySlope: Double) -> Double {
    let density = StandardNormal.density(d2)
    guard density > 0 else { return 0 }
    return (level * sqrt(years)).bounded * density * volatilitySlope
  }

  /// The probability that a Brownian path with total drift m towards the level covers a distance.
  ///
  /// N((m − a)/s) + e^(2ma/s²)·N(−(m + a)/s). The second term is written as φ((m − a)/s)·N/φ where
  /// its exponential could overflow.
  private func touch(distance: Double, drift total: Double) -> Double {
    let s = deviation
    let direct = (total - distance) / s
    let reflected = -(total + distance) / s
    let image: Double
    if reflected < 0 {
      let mills =
        NormalisedBlack.rootHalfPi
        * scaledComplementaryErrorFunction(-reflected * StandardNormal.inverseRootTwo)
      image = StandardNormal.density(direct) * mills
    } else {
      var exponent = 2 * total * distance / (s * s)
      if !exponent.isFinite { exponent = 2 * (total / s) * (distance / s) }
      image = exp(exponent) * StandardNormal.cumulative(reflected)
    }
    return min(max(StandardNormal.cumulative(direct) + image, 0), 1)
  }
}
