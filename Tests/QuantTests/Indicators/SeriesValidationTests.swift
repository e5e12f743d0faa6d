import Quant
import TestSupport
import Testing

@Suite struct SeriesValidationTests {
  @Test func emptySeriesAreRefused() {
    #expect(throws: SeriesError.emptySeries) { try OnBalanceVolume.series(close: [], volume: []) }
    #expect(throws: SeriesError.emptySeries) { try RelativeStrengthIndex.series(close: []) }
    #expect(throws: SeriesError.emptySeries) {
      try MovingAverageConvergenceDivergence.series(close: [])
    }
    #expect(throws: SeriesError.emptySeries) { try SwingPivot.highs([]) }
    #expect(throws: SeriesError.emptySeries) { try DivergenceHistory(close: [], obv: []) }
    #expect(throws: SeriesError.emptySeries) { try RealisedVolatility.series(close: []) }
    #expect(throws: SeriesError.emptySeries) { try AdvanceDeclineLine.series([]) }
  }

  @Test func lengthsMustMatch() {
    #expect(throws: SeriesError.lengthMismatch) {
      try OnBalanceVolume.series(close: [1, 2], volume: [1])
    }
    #expect(throws: SeriesError.lengthMismatch) {
      try DivergenceDetector.events(close: [1, 2], obv: [1])
    }
    #expect(throws: SeriesError.lengthMismatch) {
      try ParkinsonVolatility.series(high: [1, 2], low: [1])
    }
    #expect(throws: SeriesError.lengthMismatch) {
      try CrossUnder.indices(of: [1, 2], below: [1])
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func valuesThatAreNotFiniteAreNamed(value: Double) {
    #expect(throws: SeriesError.nonFinite(index: 2)) {
      try RelativeStrengthIndex.series(close: [1, 2, value, value])
    }
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try OnBalanceVolume.series(close: [1, 2], volume: [1, value])
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) { try SwingPivot.lows([value]) }
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try FailureSwing.events(rsi: [nil, value])
    }
    // A value that is not finite is reported before an earlier price that is not positive.
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try SeriesValidation.requirePrices([0, value])
    }
  }

  @Test(arguments: [0.0, -0.0, -1.0, -Double.leastNonzeroMagnitude])
  func pricesMustBePositive(price: Double) {
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try MovingAverageConvergenceDivergence.series(close: [1, price, 2])
    }
  }

  @Test func everyPositiveFiniteNumberIsAPrice() throws {
    try SeriesValidation.requirePrices([.leastNonzeroMagnitude, 1, .greatestFiniteMagnitude])
  }

  @Test func volumesMustNotBeNegativeOrAllZero() throws {
    #expect(throws: SeriesError.negativeVolume(index: 1)) {
      try OnBalanceVolume.series(close: [1, 2], volume: [1, -1])
    }
    #expect(throws: SeriesError.missingInput(name: "volume")) {
      try OnBalanceVolume.series(close: [1, 2], volume: [0, -0.0])
    }
    #expect(try OnBalanceVolume.series(close: [1, 2, 3], volume: [0, 5, 0]) == [0, 5, 5])
  }

  @Test func datesMustAscend() throws {
    let first = try date("2016-01-04")
    func bars(_ dates: [CalendarDate], volume: Double?) -> [DailyBar] {
      dates.map { DailyBar(date: $0, open: 1, high: 1, low: 1, close: 1, volume: volume) }
    }
    let later = first.adding(days: 1)
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try OnBalanceVolume.series(bars: bars([later, first], volume: 1))
    }
    #expect(throws: SeriesError.duplicateDate(index: 2)) {
      try OnBalanceVolume.series(bars: bars([first, later, later], volume: 1))
    }
    #expect(throws: SeriesError.missingInput(name: "volume")) {
      try OnBalanceVolume.series(bars: bars([first], volume: nil))
    }
    #expect(try OnBalanceVolume.series(bars: bars([first, later], volume: 3)) == [3, 3])
  }

  @Test func parametersAreNamedWhenOutOfRange() {
    func name(_ expected: String, _ body: () throws -> Void) {
      #expect(throws: SeriesError.parameterOutOfRange(name: expected), performing: body)
    }
    name("period") { _ = try RelativeStrengthIndex(period: 1) }
    name("fast") { _ = try MovingAverageConvergenceDivergence(fast: 1) }
    name("slow") { _ = try MovingAverageConvergenceDivergence(fast: 26, slow: 26) }
    name("signal") { _ = try MovingAverageConvergenceDivergence(signal: 0) }
    name("delta") { _ = try FailureSwingDetector(delta: 0) }
    name("threshold") { _ = try FailureSwingDetector(threshold: .nan) }
    name("maxBars") { _ = try FailureSwingDetector(maxBars: 0) }
    name("left") { _ = try SwingPivotDetector(.high, left: -1) }
    name("right") { _ = try SwingPivot.highs([1], right: -1) }
    name("window") { _ = try RealisedVolatility(window: 1) }
    name("window") { _ = try ParkinsonVolatility(window: 0) }
    name("window") { _ = try SimpleMovingAverage(window: 0) }
    name("window") { _ = try AmihudIlliquidity(window: 0) }
    name("deviationWindow") { _ = try BulkVolumeImbalance(deviationWindow: 1) }
    let choices: [(String, DivergenceParameters)] = [
      ("left", DivergenceParameters(left: -1)), ("right", DivergenceParameters(right: -1)),
      ("volumeWindow", DivergenceParameters(right: 1, volumeWindow: 2)),
      ("minSeparation", DivergenceParameters(minSeparation: 0)),
      ("maxSeparation", DivergenceParameters(minSeparation: 9, maxSeparation: 8)),
      ("minRise", DivergenceParameters(minRise: .nan)),
      ("strengthWindow", DivergenceParameters(strengthWindow: 1)),
      ("wideningFactor", DivergenceParameters(wideningFactor: 0)),
      ("maxActiveSessions", DivergenceParameters(maxActiveSessions: 0)),
    ]
    for (expected, parameters) in choices {
      name(expected) { _ = try DivergenceDetector(parameters: parameters) }
    }
  }

  @Test func everyErrorIsOneSentenceWithItsPayload() throws {
    #expect(SeriesError.nonFinite(index: 7).description.contains("7"))
    #expect(
      SeriesError.stale(name: "reer", asOf: try date("2016-01-04")).description
        == "the newest value of reer is from 2016-01-04")
  }
}

@Suite struct AsOfValueTests {
  @Test func theNewestKnownValueIsTaken() throws {
    let series = [
      DatedValue(date: try date("2016-01-31"), value: 1, known: try date("2016-02-25")),
      DatedValue(date: try date("2016-02-29"), value: 2, known: try date("2016-03-25")),
    ]
    func value(_ text: String, maximumAge: Int = 60) throws -> Double {
      try AsOfValue.value(
        of: series, on: try date(text), maximumAge: maximumAge, name: "reer"
      ).value
    }
    #expect(try value("2016-03-24") == 1)
    #expect(try value("2016-03-25") == 2)
    #expect(throws: SeriesError.missingInput(name: "reer")) { try value("2016-02-24") }
    #expect(throws: SeriesError.stale(name: "reer", asOf: try date("2016-02-29"))) {
      try value("2016-04-20", maximumAge: 45)
    }
  }
}
