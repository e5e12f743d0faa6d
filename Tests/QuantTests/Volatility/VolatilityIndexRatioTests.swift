import Quant
import Testing

@Suite struct VolatilityIndexRatioTests {
  @Test func aDearerNearHorizonIsInverted() throws {
    let calm = try VolatilityIndexRatio(vix: 14, other: 17.5, index: .vix3M)
    #expect(calm.ratio == 0.8 && !calm.isInverted)
    #expect(try VolatilityIndexRatio(vix: 30, other: 25, index: .vix3M).isInverted)
    #expect(try VolatilityIndexRatio(vix: 30, other: 26, index: .vix6M).isInverted)
    // The shorter index above VIX: the nearer horizon is dearer.
    #expect(try VolatilityIndexRatio(vix: 20, other: 24, index: .vix9D).isInverted)
    #expect(try !VolatilityIndexRatio(vix: 20, other: 16, index: .vix9D).isInverted)
  }

  @Test(arguments: VolatilityIndexRatio.Index.allCases)
  func equalValuesAreNotInverted(index: VolatilityIndexRatio.Index) throws {
    #expect(try !VolatilityIndexRatio(vix: 20, other: 20, index: index).isInverted)
  }

  @Test func closesThatAreNoPricesAreRefused() {
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try VolatilityIndexRatio(vix: 20, other: 0, index: .vix3M)
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) {
      try VolatilityIndexRatio(vix: .nan, other: 20, index: .vix3M)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "ratio")) {
      try VolatilityIndexRatio(vix: 1e300, other: 1e-300, index: .vix3M)
    }
  }
}
