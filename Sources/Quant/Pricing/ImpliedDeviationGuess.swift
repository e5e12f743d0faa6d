#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The map f(s) = 2π|x|/(3√3)·N(−|x|/(√3 s))³ that makes s easy to interpolate near price 0.
///
/// As a function of the price f starts at 0 with slope 1. Source: Jäckel (2013), section 4.
struct LowerPriceMap {
  private static let rootThree = 1.732_050_807_568_877_293_5

  private let x: Double
  private let price: Double
  private let value: Double
  private let curve: RationalCubic

  /// Creates the map between price 0 and the price b(x, s).
  init(x: Double, s: Double, price: Double) {
    self.x = x
    self.price = price
    let distance = -x
    let z = distance / (Self.rootThree * s)
    let y = z * z
    let square = s * s
    // N(−z) = φ(z)·mills.
    let mills =
      NormalisedBlack.rootHalfPi
      * scaledComplementaryErrorFunction(z * StandardNormal.inverseRootTwo)
    let density = exp(-0.5 * y)
    let growth = exp(0.125 * square)
    let tail = StandardNormal.inverseRootTwoPi * density * mills
    value = 2 * Double.pi * distance / (3 * Self.rootThree) * tail * tail * tail
    let second =
      Double.pi / 6 * y / (square * s) * tail
      * (8 * Self.rootThree * s * distance + (3 * square * (square - 8) - 8 * x * x) * mills)
      * growth * growth / (density * density * density * density)
    curve = RationalCubic(
      left: (0, 0, 1), right: (price, value, y * mills * mills * growth), second: second,
      at: .right, preservingShape: true)
  }

  /// The approximate s at which b equals `target`, for a target between 0 and the map's price.
  func deviation(_ target: Double) -> Double {
    var mapped = curve(target)
    if !(mapped > 0) {
      let t = target / price
      mapped = (value * t + price * (1 - t)) * t
    }
    let probability = Self.rootThree * cbrt(mapped / (-2 * Double.pi * x))
    return x / (Self.rootThree * StandardNormal.openQuantile(probability))
  }
}

/// The map f(s) = N(−s/2) that makes s easy to interpolate near the maximum price e^(x/2).
///
/// As a function of the price f ends at 0 with slope −½. Source: Jäckel (2013), section 4.
struct UpperPriceMap {
  private let price: Double
  private let ceiling: Double
  private let value: Double
  private let curve: RationalCubic

  /// Creates the map between the price at `point` and `ceiling`.
  init(point: NormalisedBlack, price: Double, ceiling: Double) {
    self.price = price
    self.ceiling = ceiling
    value = StandardNormal.cumulative(-point.t)
    let ratio = point.h * point.h
    let growth = exp(0.5 * ratio)
    let second =
      NormalisedBlack.rootHalfPi * growth * growth * exp(0.125 * point.s * point.s) * ratio
      / point.s
    curve = RationalCubic(
      left: (price, value, -0.5 * growth), right: (ceiling, 0, -0.5), second: second, at: .left,
      preservingShape: true)
  }

  /// The approximate s at which b equals `target`, for a target above the map's price.
  func deviation(_ target: Double) -> Double {
    var mapped = curve(target)
    if !(mapped > 0) {
      let width = ceiling - price
      let t = (target - price) / width
      mapped = (value * (1 - t) + 0.5 * width * t) * (1 - t)
    }
    return -2 * StandardNormal.openQuantile(mapped)
  }
}
