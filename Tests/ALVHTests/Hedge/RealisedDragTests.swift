import ALVH
import Quant
import Testing

@Suite struct RealisedDragTests {
  private let today = CalendarDate(dayNumber: 17_000)

  private func outcome(
    endedDaysAgo days: Int, cost: Double, touched: Bool = false, vix: [Double] = [15, 16]
  ) -> EpisodeOutcome {
    let end = today.adding(days: -days)
    return EpisodeOutcome(
      episode: HedgeEpisode(start: end.adding(days: -20), end: end, costDollars: cost),
      touchedLowerBreakEven: touched, vixCloses: vix)
  }

  private func nav(_ values: [Double]) -> [DatedValue] {
    values.enumerated().map { DatedValue(date: today.adding(days: -$0), value: $1) }
  }

  @Test func anEpisodeIsRealisedByATouchOrByARiseOfThreePoints() {
    #expect(!outcome(endedDaysAgo: 1, cost: 1, vix: [15, 17.99, 14]).isRealised)
    #expect(outcome(endedDaysAgo: 1, cost: 1, vix: [15, 18, 14]).isRealised)
    #expect(outcome(endedDaysAgo: 1, cost: 1, touched: true, vix: [15]).isRealised)
    // Measured from the entry, not from the lowest close.
    #expect(!outcome(endedDaysAgo: 1, cost: 1, vix: [15, 12, 15]).isRealised)
  }

  @Test func onlyNonRealisedEpisodesOfTheYearCount() throws {
    let outcomes = [
      outcome(endedDaysAgo: 0, cost: 100), outcome(endedDaysAgo: 364, cost: 50),
      outcome(endedDaysAgo: 365, cost: 900), outcome(endedDaysAgo: -1, cost: 900),
      outcome(endedDaysAgo: 10, cost: 900, touched: true), outcome(endedDaysAgo: 30, cost: -30),
    ]
    let drag = try RealisedDrag(outcomes, navDollars: nav([90_000, 110_000]), at: today)
    #expect(drag.episodes == 3 && drag.costDollars == 120)
    // 120 / 100,000 = 0.12 %.
    #expect(drag.averageNAVDollars == 100_000 && abs(drag.fraction - 0.0012) < 1e-15)
    #expect(!drag.exceeds(0.0015) && drag.exceeds(0.001) && !drag.exceeds(0.0012))
  }

  @Test func noEpisodeIsNoDrag() throws {
    let drag = try RealisedDrag([], navDollars: nav([150_000]), at: today)
    #expect(drag.episodes == 0 && drag.fraction == 0)
  }

  @Test func netAssetValuesAreRequiredAndChecked() {
    #expect(throws: SeriesError.missingInput(name: "netAssetValue")) {
      try RealisedDrag([], navDollars: [], at: today)
    }
    let old = [DatedValue(date: today.adding(days: -365), value: 1)]
    #expect(throws: SeriesError.missingInput(name: "netAssetValue")) {
      try RealisedDrag([], navDollars: old, at: today)
    }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try RealisedDrag([], navDollars: nav([1, 0]), at: today)
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) {
      try RealisedDrag([], navDollars: nav([.infinity]), at: today)
    }
  }
}
