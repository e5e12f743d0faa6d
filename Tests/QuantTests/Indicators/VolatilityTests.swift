import Quant
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RealisedVolatilityTests {
  @Test func agreesWithTheTwoPassFormulaOverAnyWindow() throws {
    for seed in 0..<20 as Range<UInt64> {
      let close = RandomWalk(seed: seed, count: 120).close
      for window in [2, 3, 21, 60] {
        let series = try RealisedVolatility.series(close: close, window: window)
        #expect(series.prefix(window).allSatisfy { $0 == nil })
        for bar in window..<close.count {
          let returns = (bar - window + 1...bar).map { log(close[$0] / close[$0 - 1]) }
          let mean = returns.reduce(0, +) / Double(window)
          let squares = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          let expected = (252 * squares / Double(window - 1)).squareRoot()
          try #require(
            isClose(series[bar], expected, absolute: 1e-12, relative: 1e-10),
            "bar \(bar): computed \(String(describing: series[bar])), expected \(expected)")
        }
      }
    }
  }

  @Test func aFlatStretchAfterACrashIsExactlyZero() throws {
    let close = [100.0, 50, 120] + [Double](repeating: 90, count: 30)
    let series = try RealisedVolatility.series(close: close, window: 5)
    #expect(series.last == .some(0))
  }

  @Test func tooShortASeriesIsUndefined() throws {
    #expect(try RealisedVolatility.series(close: [100]) == [nil])
  }
}

@Suite struct ParkinsonVolatilityTests {
  @Test func aConstantRangeGivesTheClosedForm() throws {
    let series = try ParkinsonVolatility.series(
      high: [Double](repeating: 101, count: 30), low: [Double](repeating: 100, count: 30))
    #expect(series[19] == nil)
    let expected = (252 / (4 * log(2))).squareRoot() * log(1.01)
    #expect(isClose(series[20], expected, absolute: 1e-15, relative: 1e-12))
  }

  @Test func impossibleRangesAreNamedWithTheirBar() throws {
    #expect(throws: SeriesError.parameterOutOfRange(name: "high[1]")) {
      try ParkinsonVolatility.series(high: [2, 1], low: [1, 2])
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "close[0]")) {
      try ParkinsonVolatility.series(high: [2], low: [1], close: [2.1])
    }
    // A close above the high by less than a millionth is the vendor's rounding.
    _ = try ParkinsonVolatility.series(high: [2], low: [1], close: [2.000_001], window: 1)
  }
}

@Suite struct FlowProxyTests {
  @Test func zeroVolumeSuspendsIlliquidityForItsWindow() throws {
    var walk = RandomWalk(seed: 3, count: 60)
    walk.volume = walk.volume.map { $0 + 1 }
    walk.volume[30] = 0
    let series = try AmihudIlliquidity.series(close: walk.close, volume: walk.volume)
    #expect(series[20] == nil && series[21] != nil && series[29] != nil)
    #expect(series[30...50].allSatisfy { $0 == nil })
    #expect(series[51] != nil)
  }

  @Test func imbalanceIsAShareAndUndefinedWithoutDeviation() throws {
    let walk = RandomWalk(seed: 4, count: 150)
    let series = try BulkVolumeImbalance.series(close: walk.close, volume: walk.volume)
    #expect(series[108] == nil && series[109] != nil)
    #expect(series.compactMap { $0 }.allSatisfy { (0...1).contains($0) })
    let flat = [Double](repeating: 5, count: 150)
    #expect(
      try BulkVolumeImbalance.series(close: flat, volume: flat).allSatisfy { $0 == nil })
  }
}

@Suite struct SimpleMovingAverageTests {
  @Test func averagesTheLastValues() throws {
    #expect(try SimpleMovingAverage.series([1, 2, 3, 6], window: 2) == [nil, 1.5, 2.5, 4.5])
    #expect(try SimpleMovingAverage.series([4], window: 1) == [4])
  }
}

@Suite struct AdvanceDeclineLineTests {
  private func counts(_ pairs: [(Int, Int)]) -> [BreadthCount] {
    pairs.enumerated().map { index, pair in
      BreadthCount(
        date: CalendarDate(dayNumber: 16_000 + index), advances: pair.0, declines: pair.1)
    }
  }

  @Test func differencesAccumulate() throws {
    let breadth = counts([(300, 200), (100, 400), (0, 500)])
    #expect(try AdvanceDeclineLine.series(breadth) == [100, -200, -700])
    let normalised = try AdvanceDeclineLine.series(breadth, form: .normalised)
    for (computed, expected) in zip(normalised, [0.2, -0.4, -1.4]) {
      #expect(isClose(computed, expected, absolute: 1e-15))
    }
  }

  @Test func impossibleCountsAreRefused() {
    #expect(throws: SeriesError.negativeVolume(index: 1)) {
      try AdvanceDeclineLine.series(self.counts([(1, 2), (-1, 2)]))
    }
    #expect(throws: SeriesError.missingInput(name: "breadth")) {
      try AdvanceDeclineLine.series(self.counts([(0, 0)]))
    }
    #expect(throws: SeriesError.duplicateDate(index: 1)) {
      let repeated = self.counts([(1, 2)])
      return try AdvanceDeclineLine.series(repeated + repeated)
    }
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try AdvanceDeclineLine.series(self.counts([(1, 2), (3, 4)]).reversed())
    }
  }
}
