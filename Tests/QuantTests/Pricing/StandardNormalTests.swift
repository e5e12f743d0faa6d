import Quant
import TestSupport
import Testing

@Suite struct StandardNormalTests {
  // Reference values: mpmath, 30 digits.
  @Test(arguments: [
    (0, 0.5), (1, 0.841_344_746_068_542_9), (-2, 0.022_750_131_948_179_21),
    (-10, 7.619_853_024_160_527e-24), (-37, 5.725_571_222_524_577e-300),
  ])
  func cumulativeKeepsItsPrecisionInTheTail(x: Double, expected: Double) {
    #expect(isClose(StandardNormal.cumulative(x), expected, absolute: 0, relative: 1e-12))
  }

  @Test func limitsAreReached() {
    #expect(StandardNormal.cumulative(-.infinity) == 0 && StandardNormal.cumulative(.infinity) == 1)
    #expect(StandardNormal.density(.infinity) == 0)
    #expect(StandardNormal.quantile(0) == -.greatestFiniteMagnitude)
    #expect(StandardNormal.quantile(1) == .greatestFiniteMagnitude)
  }

  @Test func quantileInvertsTheCumulativeProbability() {
    var generator = SplitMix64(seed: 61)
    for _ in 0..<500 {
      let x = generator.uniform(-8...5)
      let inverse = StandardNormal.quantile(StandardNormal.cumulative(x))
      #expect(isClose(inverse, x, absolute: 2e-9, relative: 2e-9), "\(x): \(inverse)")
    }
  }
}
