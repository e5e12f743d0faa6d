#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Solves b(x, s) = β for s = σ√T, after Jäckel, "Let's Be Rational" (2013).
///
/// The range of β is cut at the inflection point s = √(2|x|) of b and at the two points where its
/// tangent meets 0 and e^(x/2). Each of the four branches has a rational initial guess and an
/// objective that is nearly linear there; fourth-order Householder steps do the rest. Ordinary options
/// start from ``NormalModelGuess`` instead, which is cheaper and mostly leaves a single step to do.
struct ImpliedDeviation {
  /// x = −|ln(F/K)| ≤ 0.
  let x: Double
  /// The normalised price β, with 0 < β < e^(x/2).
  let target: Double
  /// e^(x/2), the least upper bound of b.
  let ceiling: Double

  /// The solution s > 0, to the precision that x and β determine it.
  func solve() -> Double {
    if let guess = NormalModelGuess.deviation(x: x, target: target, ceiling: ceiling) {
      return refine(from: guess, .priceRatio)
    }
    return solveFromNodes()
  }

  /// The solution from the guesses between the inflection point and the tangent's ends.
  private func solveFromNodes() -> Double {
    let center = inflection
    let below = target < center.price
    let edge =
      below ? lowerEdge(of: center) : center.s + (ceiling - center.price) / center.slope
    let point = NormalisedBlack(x: x, s: edge)
    let slope = point.slope
    let node = (x: point.price(slope: slope, ceiling: ceiling), y: edge, slope: 1 / slope)
    let middle = (x: center.price, y: center.s, slope: 1 / center.slope)
    if below {
      if target < node.x {
        let map = LowerPriceMap(x: x, s: edge, price: node.x)
        return refine(from: map.deviation(target), .logPrice)
      }
      let guess = RationalCubic(
        left: node, right: middle, second: 0, at: .right, preservingShape: false)
      return refine(from: guess(target), .price)
    }
    if target > node.x {
      let map = UpperPriceMap(point: point, price: node.x, ceiling: ceiling)
      return refine(from: map.deviation(target), .logComplement)
    }
    let guess = RationalCubic(
      left: middle, right: node, second: 0, at: .left, preservingShape: false)
    return refine(from: guess(target), .price)
  }

  private typealias Inflection = (s: Double, price: Double, slope: Double)

  /// The inflection point of b: h + t = 0 there, which leaves one error function and no exponential.
  private var inflection: Inflection {
    let root = sqrt(-x)
    return (
      s: Self.rootTwo * root,
      price: 0.5 * ceiling * (1 - scaledComplementaryErrorFunction(root)),
      slope: StandardNormal.inverseRootTwoPi * ceiling
    )
  }

  /// Where the tangent at the inflection point meets price 0; its leading term √(π/2)·|x| near the
  /// money, where the difference has no digits left.
  private func lowerEdge(of center: Inflection) -> Double {
    x > -1e-4 ? -x * NormalisedBlack.rootHalfPi : center.s - center.price / center.slope
  }

  private static let rootTwo = 1.414_213_562_373_095_048_8

  private enum Objective {
    /// 1/ln b, for prices far below the inflection point.
    case logPrice
    /// ln(b/β), for ordinary prices, whose guess is near.
    case priceRatio
    /// b itself.
    case price
    /// ln(e^(x/2) − b), for prices near the maximum.
    case logComplement
  }

  /// Householder steps of order four from `guess`, kept inside a bracket that only shrinks.
  private func refine(from guess: Double, _ objective: Objective) -> Double {
    let reference: Double =
      switch objective {
      case .logPrice: log(target)
      case .price, .priceRatio: target
      case .logComplement: ceiling - target
      }
    var lower = 0.0
    var upper = Double.infinity
    var s = guess > 0 && guess.isFinite ? guess : max(Self.rootTwo * sqrt(-x), 1e-3)
    for _ in 0..<100 {
      let step = step(at: NormalisedBlack(x: x, s: s), objective, reference: reference)
      // The step leaves an error of the order of its fourth power.
      if abs(step) <= 1e-4 * s { return s + step }
      if step > 0 { lower = s } else { upper = s }
      let next = s + step
      s = next > lower && next < upper ? next : upper.isFinite ? 0.5 * (lower + upper) : 2 * s
    }
    return s
  }

  private func step(
    at point: NormalisedBlack, _ objective: Objective, reference: Double
  ) -> Double {
    let bend = point.curvature
    let steepness = point.h / point.s
    let third = bend * bend - 3 * steepness * steepness - 0.25
    switch (objective, point.form) {
    case (.logPrice, .price(let ratio)):
      let rate = 1 / ratio
      let logPrice =
        point.logSlopeExponent + log(StandardNormal.inverseRootTwoPi * ratio)
      let inverse = 1 / logPrice
      let factor = rate * (1 + 2 * inverse)
      return householder(
        newton: (reference - logPrice) * logPrice / reference * ratio,
        second: bend - factor,
        third: third + 2 * rate * rate * (1 + 3 * inverse * (1 + inverse)) - 3 * bend * factor)
    case (.priceRatio, .price(let ratio)):
      let rate = 1 / ratio
      let logQuotient =
        point.logSlopeExponent + log(StandardNormal.inverseRootTwoPi * ratio / reference)
      return householder(
        newton: -logQuotient * ratio, second: bend - rate,
        third: third + rate * (2 * rate - 3 * bend))
    case (.logComplement, .complement(let ratio)):
      let rate = 1 / ratio
      let logQuotient =
        point.logSlopeExponent + log(StandardNormal.inverseRootTwoPi * ratio / reference)
      return householder(
        newton: logQuotient * ratio, second: bend + rate,
        third: third + rate * (2 * rate + 3 * bend))
    default:
      let slope = point.slope
      let miss = target - point.price(slope: slope, ceiling: ceiling)
      return householder(newton: miss / slope, second: bend, third: third)
    }
  }

  /// The fourth-order step from the Newton step and the ratios f″/f′ and f‴/f′.
  private func householder(newton: Double, second: Double, third: Double) -> Double {
    let step =
      newton * (1 + 0.5 * second * newton)
      / (1 + newton * (second + third * newton / 6))
    // Far from the solution the correction can turn the step round; Newton's sign is right.
    return step * newton > 0 && step.isFinite ? step : newton
  }
}
