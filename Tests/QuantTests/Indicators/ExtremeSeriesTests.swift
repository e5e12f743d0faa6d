import Quant
import TestSupport
import Testing

/// Whatever finite series an indicator accepts, it answers with finite numbers or with `nil`.
@Suite struct ExtremeSeriesTests {
  private func requireFinite(_ values: [Double?], _ name: String, seed: UInt64) throws {
    for (bar, value) in values.enumerated() {
      try #require(
        value?.isFinite ?? true,
        "\(name)[\(bar)] with seed \(seed): computed \(String(describing: value))")
    }
  }

  @Test func momentumStaysFinite() throws {
    for seed in 0..<220 as Range<UInt64> {
      let series = ExtremeSeries(seed: seed, count: 60)
      let (close, volume) = (series.close, series.volume)
      let rsi = try RelativeStrengthIndex.series(close: close, period: 3)
      try requireFinite(Array(rsi), "rsi", seed: seed)
      try #require(rsi.allSatisfy { $0.map { (0...100).contains($0) } ?? true }, "\(seed)")
      let lines = try MovingAverageConvergenceDivergence.series(
        close: close, fast: 2, slow: 5, signal: 3)
      try requireFinite(Array(lines.macd), "macd", seed: seed)
      try requireFinite(Array(lines.signal), "signal", seed: seed)
      try requireFinite(Array(lines.histogram), "histogram", seed: seed)
      try requireFinite(
        try OnBalanceVolume.series(close: close, volume: volume), "obv", seed: seed)
      try requireFinite(
        try SimpleMovingAverage.series(close, window: 5), "mean", seed: seed)
      let swings = try FailureSwing.events(rsi: rsi, maxBars: 20)
      try requireFinite(swings.map(\.valueAtBreak), "failure swing", seed: seed)
    }
  }

  @Test func volatilityAndFlowStayFinite() throws {
    var defined = 0
    for seed in 0..<220 as Range<UInt64> {
      let series = ExtremeSeries(seed: seed, count: 60)
      let (close, volume) = (series.close, series.volume)
      let realised = try RealisedVolatility.series(close: close, window: 5)
      try requireFinite(realised, "realised", seed: seed)
      // Prices are positive and finite, so every log return exists: no gap after warm-up.
      try #require(realised.dropFirst(5).allSatisfy { $0 != nil }, "\(seed)")
      let parkinson = try ParkinsonVolatility.series(
        high: series.high, low: series.low, window: 5)
      try requireFinite(parkinson, "parkinson", seed: seed)
      let illiquidity = try AmihudIlliquidity.series(close: close, volume: volume, window: 2)
      try requireFinite(illiquidity, "amihud", seed: seed)
      defined += illiquidity.compactMap { $0 }.count
      let imbalance = try BulkVolumeImbalance.series(
        close: close, volume: volume, window: 4, deviationWindow: 5)
      try requireFinite(imbalance, "imbalance", seed: seed)
      try #require(imbalance.allSatisfy { $0.map { (0...1).contains($0) } ?? true }, "\(seed)")
    }
    #expect(defined > 500)
  }

  @Test func divergencesStayFinite() throws {
    let parameters = DivergenceParameters(
      left: 1, right: 1, volumeWindow: 1, minSeparation: 2, maxSeparation: 40, strengthWindow: 4)
    var found = 0
    for seed in 0..<220 as Range<UInt64> {
      let series = ExtremeSeries(seed: seed, count: 120)
      var random = SplitMix64(seed: seed + 1000)
      let line = series.close.map { close in
        // Near the greatest number, as a line that was cut there.
        seed.isMultiple(of: 8)
          ? close * (Bool.random(using: &random) ? 1 : -1) : ExtremeSeries.signed(&random)
      }
      let events = try DivergenceDetector.events(
        close: series.close, obv: line, parameters: parameters)
      found += events.count
      for event in events {
        let figures = [event.priceStrength, event.volumeStrength, event.strength]
        try #require(figures.allSatisfy { $0.isFinite && $0 >= 0 }, "seed \(seed): \(figures)")
      }
    }
    #expect(found > 500)
  }

  @Test func strengthsDoNotDependOnTheScaleOfTheVolumeLine() throws {
    let peaks = TwoPeaks(volumeAtSecond: 900)
    let plain = try DivergenceDetector.events(close: peaks.close, obv: peaks.obv)
    #expect(!plain.isEmpty)
    for exponent in [-900, -600, 600, 1000] {
      let unit = Double(sign: .plus, exponent: exponent, significand: 1)
      let scaled = try DivergenceDetector.events(
        close: peaks.close, obv: peaks.obv.map { $0 * unit })
      #expect(scaled.map(\.strength) == plain.map(\.strength), "2^\(exponent)")
    }
  }

  @Test func aLogReturnBeyondTheQuotientOfDoublesIsExact() throws {
    // 1e300/1e−300 overflows; returns are ±600·ln 10, so s² = 2·(600·ln 10)² and √(252·s²).
    let series = try RealisedVolatility.series(close: [1e-300, 1e300, 1e-300], window: 2)
    let expected = 600 * 2.302_585_092_994_046 * (252 * 2.0).squareRoot()
    #expect(
      isClose(series[2], expected, absolute: 0, relative: 1e-12),
      "computed \(String(describing: series[2])), expected \(expected) ± 1e-12 relative")
  }

  @Test func breadthOfAnySizeIsCounted() throws {
    let first = CalendarDate(dayNumber: 16_000)
    let counts = [
      BreadthCount(date: first, advances: .max, declines: .max),
      BreadthCount(date: first.adding(days: 1), advances: .max, declines: 0),
      BreadthCount(date: first.adding(days: 2), advances: 0, declines: .max),
    ]
    #expect(try AdvanceDeclineLine.series(counts, form: .normalised) == [0, 1, 0])
    #expect(try AdvanceDeclineLine.series(counts) == [0, 0x1p63, 0])
  }
}
