import TestSupport
import Testing

@testable import SVGCharts

@Suite struct SeriesSummaryTests {
  private func sentence(_ values: [Double]) -> String? {
    SeriesSummary(values).sentence(
      "VIX", format: { NumberText.fixed($0, decimals: 1) }, place: { "day \($0)" })
  }

  @Test func namesExtremesTurnsAndTheLastValue() {
    #expect(
      sentence([12, 20, 14, .nan, 15, 11, 13])
        == "VIX: lowest 11.0 (day 5), highest 20.0 (day 1); turning at 20.0 (day 1); last 13.0 (day 6)."
    )
  }

  @Test func oneLevelAndNone() {
    #expect(sentence([3, .nan]) == "VIX: 3.0 (day 0) alone.")
    #expect(sentence([3, 3]) == "VIX: 3.0 throughout.")
    #expect(sentence([]) == nil)
    #expect(sentence([.nan, .infinity]) == nil)
  }

  @Test func aRiseHasNoTurningPoint() {
    #expect(
      sentence([1, 2, 3]) == "VIX: lowest 1.0 (day 0), highest 3.0 (day 2); last 3.0 (day 2).")
  }

  @Test func turningPointsAlternate() {
    var random = SplitMix64(seed: 17)
    for _ in 0..<200 {
      let values = (0..<60).map { _ in Double.random(in: -1e3...1e3, using: &random) }
      let turns = SeriesSummary(values).turningPoints(share: 0.25)
      let range = (values.max() ?? 0) - (values.min() ?? 0)
      for (one, next) in zip(turns, turns.dropFirst()) {
        #expect(one.index < next.index)
        #expect(abs(one.value - next.value) >= range * 0.25)
      }
      for (one, third) in zip(zip(turns, turns.dropFirst()), turns.dropFirst(2)) {
        #expect((one.1.value > one.0.value) == (one.1.value > third.value))
      }
    }
  }

  @Test func extremesOfDoubleDoNotOverflow() {
    let turns = SeriesSummary([0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0])
      .turningPoints(share: 0.25)
    #expect(turns.map(\.index) == [1, 2])
  }
}
