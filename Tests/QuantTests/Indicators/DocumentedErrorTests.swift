import Quant
import TestSupport
import Testing

/// Every error of methodology §0, thrown by every public function that documents it, with its payload.
@Suite struct DocumentedErrorTests {
  /// A public function of a series, by its name.
  private struct Function: Sendable {
    let name: String
    let call: @Sendable ([Double]) throws -> Void

    init(_ name: String, _ call: @escaping @Sendable ([Double]) throws -> Void) {
      self.name = name
      self.call = call
    }
  }

  private static func ones(_ values: [Double]) -> [Double] { values.map { _ in 1 } }

  /// Functions of prices; other series they need are ones of the same length.
  private static let ofPrices = [
    Function("requirePrices") { try SeriesValidation.requirePrices($0) },
    Function("OnBalanceVolume") { _ = try OnBalanceVolume.series(close: $0, volume: ones($0)) },
    Function("RelativeStrengthIndex") { _ = try RelativeStrengthIndex.series(close: $0) },
    Function("signalSeries") { _ = try RelativeStrengthIndex.signalSeries(close: $0) },
    Function("MACD") { _ = try MovingAverageConvergenceDivergence.series(close: $0) },
    Function("RealisedVolatility") { _ = try RealisedVolatility.series(close: $0) },
    Function("Parkinson high") { _ = try ParkinsonVolatility.series(high: $0, low: ones($0)) },
    Function("Parkinson low") { _ = try ParkinsonVolatility.series(high: ones($0), low: $0) },
    Function("Parkinson close") {
      _ = try ParkinsonVolatility.series(high: ones($0), low: ones($0), close: $0)
    },
    Function("Amihud") { _ = try AmihudIlliquidity.series(close: $0, volume: ones($0)) },
    Function("BulkVolume") { _ = try BulkVolumeImbalance.series(close: $0, volume: ones($0)) },
    Function("DivergenceDetector") {
      _ = try DivergenceDetector.events(close: $0, obv: ones($0))
    },
    Function("DivergenceHistory") { _ = try DivergenceHistory(close: $0, obv: ones($0)) },
  ]

  /// Functions of values of any sign that must be finite.
  private static let ofValues = [
    Function("requireFinite") { try SeriesValidation.requireFinite($0) },
    Function("SwingPivot.highs") { _ = try SwingPivot.highs($0) },
    Function("SwingPivot.lows") { _ = try SwingPivot.lows($0) },
    Function("SimpleMovingAverage") { _ = try SimpleMovingAverage.series($0, window: 2) },
    Function("DivergenceDetector obv") {
      _ = try DivergenceDetector.events(close: ones($0), obv: $0)
    },
    Function("DivergenceHistory obv") { _ = try DivergenceHistory(close: ones($0), obv: $0) },
  ]

  private static let ofVolumes = [
    Function("requireVolumes") { try SeriesValidation.requireVolumes($0) },
    Function("OnBalanceVolume") { _ = try OnBalanceVolume.series(close: ones($0), volume: $0) },
    Function("OnBalanceVolume bars") { _ = try OnBalanceVolume.series(bars: bars(volume: $0)) },
    Function("Amihud") { _ = try AmihudIlliquidity.series(close: ones($0), volume: $0) },
    Function("BulkVolume") { _ = try BulkVolumeImbalance.series(close: ones($0), volume: $0) },
  ]

  private static func bars(volume: [Double], dates: [Int]? = nil) -> [DailyBar] {
    volume.enumerated().map { index, volume in
      DailyBar(
        date: CalendarDate(dayNumber: 16_000 + (dates?[index] ?? index)), open: 1, high: 1, low: 1,
        close: 1, volume: volume)
    }
  }

  private func expect(
    _ expected: SeriesError, of functions: [Function], _ values: [Double]
  ) {
    for function in functions {
      #expect(throws: expected, "\(function.name)") { try function.call(values) }
    }
  }

  @Test func emptySeries() {
    expect(.emptySeries, of: Self.ofPrices + Self.ofValues + Self.ofVolumes, [])
    for form in AdvanceDeclineLine.Form.allCases {
      #expect(throws: SeriesError.emptySeries) { try AdvanceDeclineLine.series([], form: form) }
    }
  }

  @Test(arguments: [Double.nan, .signalingNaN, .infinity, -.infinity])
  func nonFinite(value: Double) {
    let functions = Self.ofPrices + Self.ofValues + Self.ofVolumes
    for index in 0..<4 {
      var values = [1.0, 1, 1, 1]
      values[index] = value
      expect(.nonFinite(index: index), of: functions, values)
    }
    expect(.nonFinite(index: 0), of: functions, [value])
    expect(.nonFinite(index: 1), of: functions, [1, value, value])
    #expect(throws: SeriesError.nonFinite(index: 2)) {
      try FailureSwing.events(rsi: [50, nil, value])
    }
  }

  @Test(arguments: [0.0, -0.0, -1.0, -1e300, -Double.leastNonzeroMagnitude])
  func nonPositivePrice(value: Double) {
    for index in 0..<4 {
      var values = [1.0, 1, 1, 1]
      values[index] = value
      expect(.nonPositivePrice(index: index), of: Self.ofPrices, values)
    }
    // The first of several; a later value that is not finite comes before it.
    expect(.nonPositivePrice(index: 1), of: Self.ofPrices, [1, value, value])
    expect(.nonFinite(index: 2), of: Self.ofPrices, [1, value, .nan])
  }

  @Test func negativeVolume() {
    for value in [-1.0, -1e-300, -Double.leastNonzeroMagnitude, -1e300] {
      for index in 0..<3 {
        var values = [1.0, 1, 1]
        values[index] = value
        expect(.negativeVolume(index: index), of: Self.ofVolumes, values)
      }
      expect(.negativeVolume(index: 0), of: Self.ofVolumes, [value])
    }
    for (advances, declines) in [(-1, 3), (3, -1), (.min, .max)] {
      let counts = [
        BreadthCount(date: CalendarDate(dayNumber: 1), advances: 1, declines: 1),
        BreadthCount(date: CalendarDate(dayNumber: 2), advances: advances, declines: declines),
      ]
      #expect(throws: SeriesError.negativeVolume(index: 1)) {
        try AdvanceDeclineLine.series(counts)
      }
    }
  }

  @Test func missingInput() {
    expect(.missingInput(name: "volume"), of: Self.ofVolumes, [0])
    expect(.missingInput(name: "volume"), of: Self.ofVolumes, [0, -0.0, 0])
    #expect(throws: SeriesError.missingInput(name: "volume")) {
      var bars = Self.bars(volume: [1, 1])
      bars[1].volume = nil
      return try OnBalanceVolume.series(bars: bars)
    }
    #expect(throws: SeriesError.missingInput(name: "breadth")) {
      try AdvanceDeclineLine.series([
        BreadthCount(date: CalendarDate(dayNumber: 1), advances: 0, declines: 0)
      ])
    }
    let date = CalendarDate(dayNumber: 16_000)
    #expect(throws: SeriesError.missingInput(name: "reer")) {
      try AsOfValue.value(of: [], on: date, maximumAge: 7, name: "reer")
    }
    let later = DatedValue(date: date, value: 1, known: date.adding(days: 1))
    #expect(throws: SeriesError.missingInput(name: "cpi")) {
      try AsOfValue.value(of: [later], on: date, maximumAge: 7, name: "cpi")
    }
  }

  @Test func lengthMismatch() throws {
    for (first, second) in [(1, 2), (3, 2), (2, 0)] {
      let left = [Double](repeating: 1, count: first)
      let right = [Double](repeating: 1, count: second)
      let calls: [(String, () throws -> Void)] = [
        ("require", { try SeriesValidation.requireSameLength(first, second) }),
        ("obv", { _ = try OnBalanceVolume.series(close: left, volume: right) }),
        ("parkinson", { _ = try ParkinsonVolatility.series(high: left, low: right) }),
        ("close", { _ = try ParkinsonVolatility.series(high: left, low: left, close: right) }),
        ("amihud", { _ = try AmihudIlliquidity.series(close: left, volume: right) }),
        ("bulk", { _ = try BulkVolumeImbalance.series(close: left, volume: right) }),
        ("events", { _ = try DivergenceDetector.events(close: left, obv: right) }),
        ("history", { _ = try DivergenceHistory(close: left, obv: right) }),
        ("cross", { _ = try CrossUnder.indices(of: left, below: right) }),
      ]
      for (name, call) in calls {
        #expect(throws: SeriesError.lengthMismatch, "\(name)", performing: call)
      }
    }
    #expect(try CrossUnder.indices(of: [], below: []).isEmpty)
  }

  @Test func datesOutOfOrder() {
    for (dates, expected) in [
      ([0, 1, 1], SeriesError.duplicateDate(index: 2)), ([1, 0, 2], .unsortedDates(index: 1)),
      ([0, 5, 3], .unsortedDates(index: 2)), ([4, 4, 3], .duplicateDate(index: 1)),
    ] {
      let calendar = dates.map { CalendarDate(dayNumber: 16_000 + $0) }
      #expect(throws: expected) { try SeriesValidation.requireAscending(calendar) }
      #expect(throws: expected) {
        try OnBalanceVolume.series(bars: Self.bars(volume: [1, 1, 1], dates: dates))
      }
      #expect(throws: expected) {
        try AdvanceDeclineLine.series(
          calendar.map { BreadthCount(date: $0, advances: 1, declines: 1) })
      }
    }
  }

  @Test func stale() throws {
    let date = CalendarDate(dayNumber: 16_000)
    let series = [
      DatedValue(date: date, value: 1), DatedValue(date: date.adding(days: 1), value: 2),
    ]
    let newest = date.adding(days: 1)
    for (age, isStale) in [(7, false), (8, true), (400, true)] {
      let today = newest.adding(days: age)
      if isStale {
        #expect(throws: SeriesError.stale(name: "dgs10", asOf: newest)) {
          try AsOfValue.value(of: series, on: today, maximumAge: 7, name: "dgs10")
        }
      } else {
        #expect(
          try AsOfValue.value(of: series, on: today, maximumAge: 7, name: "dgs10").value == 2)
      }
    }
  }

  @Test func parameterOutOfRange() {
    func name(_ expected: String, _ call: () throws -> Void) {
      #expect(throws: SeriesError.parameterOutOfRange(name: expected), performing: call)
    }
    let close = [1.0, 2, 3]
    for period in [1, 0, -1, Int.min] {
      name("period") { _ = try RelativeStrengthIndex(period: period) }
      name("period") { _ = try RelativeStrengthIndex.series(close: close, period: period) }
      name("period") { _ = try RelativeStrengthIndex.signalSeries(close: close, period: period) }
      name("fast") {
        _ = try MovingAverageConvergenceDivergence.series(close: close, fast: period)
      }
      name("window") { _ = try RealisedVolatility.series(close: close, window: period) }
      name("strengthWindow") {
        _ = try DivergenceHistory(
          close: close, obv: close, parameters: DivergenceParameters(strengthWindow: period))
      }
      name("deviationWindow") {
        _ = try BulkVolumeImbalance.series(close: close, volume: close, deviationWindow: period)
      }
    }
    for count in [0, -1, Int.min] {
      name("signal") {
        _ = try MovingAverageConvergenceDivergence.series(close: close, signal: count)
      }
      name("slow") {
        _ = try MovingAverageConvergenceDivergence.series(close: close, slow: count)
      }
      name("window") { _ = try ParkinsonVolatility.series(high: close, low: close, window: count) }
      name("window") { _ = try SimpleMovingAverage.series(close, window: count) }
      name("window") {
        _ = try AmihudIlliquidity.series(close: close, volume: close, window: count)
      }
      name("window") {
        _ = try BulkVolumeImbalance.series(close: close, volume: close, window: count)
      }
      name("maxBars") { _ = try FailureSwing.events(rsi: close, maxBars: count) }
      name("maxActiveSessions") {
        _ = try DivergenceTracker(parameters: DivergenceParameters(maxActiveSessions: count))
      }
      name("minSeparation") {
        _ = try DivergenceDetector.events(
          close: close, obv: close, parameters: DivergenceParameters(minSeparation: count))
      }
    }
    for side in [-1, Int.min] {
      name("left") { _ = try SwingPivot.lows(close, left: side) }
      name("right") { _ = try SwingPivot.lows(close, right: side) }
      name("left") { _ = try SwingPivot.highs(close, left: side) }
      name("right") { _ = try SwingPivotDetector(.low, right: side) }
      name("right") { try DivergenceParameters(right: side).validate() }
      name("volumeWindow") { try DivergenceParameters(volumeWindow: side).validate() }
    }
    for level in [-0.1, 100.1, Double.nan, .infinity] {
      name("threshold") { _ = try FailureSwing.events(rsi: close, threshold: level) }
      name("delta") { _ = try FailureSwingDetector(delta: level) }
    }
    for rise in [-1e-9, Double.nan, .infinity] {
      name("minRise") { try DivergenceParameters(minRise: rise).validate() }
      name("wideningFactor") { try DivergenceParameters(wideningFactor: rise).validate() }
    }
    name("high[0]") { _ = try ParkinsonVolatility.series(high: [1, 3], low: [2, 2]) }
    name("close[1]") {
      _ = try ParkinsonVolatility.series(high: [1, 3], low: [1, 2], close: [1, 4])
    }
    name("probability") { try SeriesValidation.require(1.1, in: 0...1, name: "probability") }
  }

  @Test func theParametersAreCheckedBeforeTheSeries() {
    #expect(throws: SeriesError.parameterOutOfRange(name: "period")) {
      try RelativeStrengthIndex.series(close: [], period: 0)
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) {
      try OnBalanceVolume.series(close: [.nan], volume: [])
    }
  }

  @Test func curvesNameTheOffendingContract() throws {
    let date = CalendarDate(dayNumber: 16_800)
    func curve(_ settles: [Double], days: [Int], spot: Double = 18) throws {
      _ = try VIXTermStructure(
        date: date, spot: spot,
        contracts: zip(days, settles).map { (date.adding(days: $0), $1) })
      _ = try VIXTermStructure(
        date: date, spot: spot,
        settlements: zip(days, settles).map {
          FuturesSettlement(date: date, expiration: date.adding(days: $0), settle: $1)
        })
    }
    for spot in [0, -1, Double.nan, .infinity] {
      #expect(throws: SeriesError.parameterOutOfRange(name: "spot")) {
        try curve([], days: [], spot: spot)
      }
    }
    #expect(throws: SeriesError.nonFinite(index: 1)) { try curve([18, .nan], days: [20, 48]) }
    #expect(throws: SeriesError.nonPositivePrice(index: 0)) { try curve([0, 19], days: [20, 48]) }
    #expect(throws: SeriesError.duplicateDate(index: 2)) {
      try curve([18, 19, 20], days: [20, 48, 20])
    }
    try curve([.nan], days: [0])  // An expired contract is left out unread.
  }
}
