import Quant
import TestSupport
import Testing

@Suite struct VolatilityBetaTests {
  @Test(arguments: [(0, 0.80), (30, 0.49), (45, 0.42), (60, 0.37), (90, 0.30)])
  func fallbackGivesThePublishedValues(days: Int, expected: Double) {
    #expect(isClose(VolatilityBeta.fallback.value(days: days), expected, absolute: 0.005))
  }

  @Test func curveFallsWithTimeAndStartsAtItsBase() {
    let beta = VolatilityBeta(base: 0.9, exponent: 0.6)
    #expect(beta.value(days: 0) == 0.9)
    #expect(beta.value(days: -3) == 0.9)
    #expect(beta.value(days: 40.5) < beta.value(days: 40))
    #expect(VolatilityBeta(base: 0.9, exponent: 0).value(days: 100) == 0.9)
  }

  @Test func spikeTableEndsWhereItsSampleEnds() {
    #expect(VolatilityBeta.spikeValue(days: 7) == nil)
    #expect(VolatilityBeta.spikeValue(days: 8) == 0.57)
    #expect(VolatilityBeta.spikeValue(days: 45) == 0.36)
    #expect(VolatilityBeta.spikeValue(days: 180) == 0.17)
    #expect(VolatilityBeta.spikeValue(days: 181) == nil)
  }
}
