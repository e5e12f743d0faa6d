import Quant
import TestSupport
import Testing

/// One row of `breach.json`.
private struct BreachCase: Decodable {
  struct Expected: Decodable {
    let probBelowFlat, probBelowSkew, probTouchBelow: Double
  }
  let id: String
  let spot, rate, dividendYield, years, vol, barrier, volSlopePerPoint: Double
  let expected: Expected
}

@Suite struct BreachProbabilityVectors {
  @Test func probabilitiesMatchTheReference() throws {
    for row in try Vectors.cases("breach", as: BreachCase.self) {
      let breach = BreachProbability(
        spot: row.spot, rate: row.rate, dividendYield: row.dividendYield, volatility: row.vol,
        years: row.years)
      let checks: [(String, Double, Double)] = [
        ("flat", breach.endsBelow(row.barrier), row.expected.probBelowFlat),
        (
          "skew", breach.endsBelow(row.barrier, volatilitySlope: row.volSlopePerPoint),
          row.expected.probBelowSkew
        ),
        ("touch", breach.touchesBelow(row.barrier), row.expected.probTouchBelow),
      ]
      for (name, computed, expected) in checks {
        #expect(
          isClose(computed, expected, absolute: 1e-10),
          "\(row.id) \(name): computed \(computed), expected \(expected)")
      }
    }
  }
}

@Suite struct BreachProbabilityTests {
  @Test func withoutVolatilityOrTimeThePathIsCertain() {
    for (volatility, years) in [(0, 0.1), (0.2, 0), (-1, -1)] {
      let breach = BreachProbability(
        spot: 100, rate: 0, dividendYield: 0, volatility: volatility, years: years)
      #expect(breach.endsBelow(99) == 0 && breach.endsBelow(101) == 1)
      #expect(breach.endsAbove(99) == 1 && breach.endsAbove(101) == 0)
      #expect(breach.touchesBelow(99) == 0 && breach.touchesBelow(100) == 1)
      #expect(breach.touchesAbove(101) == 0 && breach.touchesAbove(100) == 1)
    }
  }

  @Test func probabilitiesAreOrderedAndConsistent() {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<300 {
      let spot = generator.uniform(1000...6000)
      let breach = BreachProbability(
        spot: spot, rate: generator.uniform(0...0.06), dividendYield: generator.uniform(0...0.04),
        volatility: generator.uniform(0.001...0.9), years: generator.uniform(0.001...1))
      let lower = spot * generator.uniform(0.5...1)
      let upper = spot * generator.uniform(1...1.6)
      for probability in [
        breach.endsBelow(lower), breach.endsAbove(upper), breach.touchesBelow(lower),
        breach.touchesAbove(upper),
      ] {
        #expect((0...1).contains(probability), "\(breach)")
      }
      #expect(breach.touchesBelow(lower) >= breach.endsBelow(lower) - 1e-12, "\(breach)")
      #expect(breach.touchesAbove(upper) >= breach.endsAbove(upper) - 1e-12, "\(breach)")
      let total = breach.endsBelow(lower) + breach.endsAbove(lower)
      #expect(isClose(total, 1, absolute: 1e-14), "\(breach)")
    }
  }

  @Test func levelsAtOrBelowZeroAreNeverReached() {
    let breach = BreachProbability(
      spot: 100, rate: 0, dividendYield: 0, volatility: 0.2, years: 0.1)
    #expect(breach.endsBelow(0) == 0 && breach.endsAbove(-1) == 1 && breach.touchesBelow(0) == 0)
  }
}
