import Quant
import TestSupport
import Testing

@Suite struct OnBalanceVolumeTests {
  @Test func volumeIsAddedSubtractedOrIgnored() throws {
    #expect(
      try OnBalanceVolume.series(close: [10, 11, 11, 9], volume: [5, 3, 7, 4]) == [5, 8, 8, 4])
  }

  @Test func theFirstValueIsTheFirstVolume() throws {
    #expect(try OnBalanceVolume.series(close: [10], volume: [5]) == [5])
    #expect(OnBalanceVolume().value == 0)
  }
}

@Suite struct RelativeStrengthIndexTests {
  @Test func undefinedUntilPeriodPlusOneCloses() throws {
    #expect(try RelativeStrengthIndex.series(close: [1]) == [nil])
    let closes = (1...15).map(Double.init)
    #expect(
      try RelativeStrengthIndex.series(close: Array(closes.dropLast())).allSatisfy { $0 == nil })
    #expect(try RelativeStrengthIndex.series(close: closes).last == 100)
  }

  @Test func aFlatSeriesIsZeroAndDegenerate() throws {
    let flat = [Double](repeating: 5, count: 20)
    #expect(try RelativeStrengthIndex.series(close: flat).suffix(6) == [0, 0, 0, 0, 0, 0])
    #expect(try RelativeStrengthIndex.signalSeries(close: flat).allSatisfy { $0 == nil })
    var indicator = try RelativeStrengthIndex(period: 2)
    for close in [5.0, 5, 5] { _ = indicator.append(close) }
    #expect(indicator.isDegenerate)
    #expect(indicator.append(6) == 100)
    #expect(!indicator.isDegenerate)
  }

  @Test func aFallingSeriesIsZeroButNotDegenerate() throws {
    let falling = (0..<20).map { 100 - Double($0) }
    #expect(try RelativeStrengthIndex.series(close: falling).last == .some(0))
    #expect(try RelativeStrengthIndex.signalSeries(close: falling).last == .some(0))
  }

  @Test func smoothingFollowsWilder() throws {
    // Changes +1, −1 seed averages of ½; then +2 gives gain (½ + 2)/2 and loss ¼.
    let values = try RelativeStrengthIndex.series(close: [10, 11, 10, 12], period: 2)
    #expect(Array(values.prefix(3)) == [nil, nil, 50])
    #expect(isClose(values[3], 100 * 1.25 / 1.5, absolute: 1e-12))
  }

  @Test func hugeParametersAreRefusedAndDoNotTrap() {
    for count in [Int.max, Int.max - 1, 1 << 40] {
      #expect(throws: SeriesError.parameterOutOfRange(name: "fast")) {
        try MovingAverageConvergenceDivergence(fast: count)
      }
      #expect(throws: SeriesError.parameterOutOfRange(name: "slow")) {
        try MovingAverageConvergenceDivergence(slow: count)
      }
      #expect(throws: SeriesError.parameterOutOfRange(name: "signal")) {
        try MovingAverageConvergenceDivergence(signal: count)
      }
    }
  }

  // TA-Lib 0.8.1 on the same closes, to the last bit: the unchanged close at bar 6 raises it.
  @Test func roundingIsThatOfTALib() throws {
    let closes = [49.25, 48.75, 49.5, 50, 49.75, 50.25, 50.25, 49.5, 48.75]
    let expected = [
      71.42857142857143, 58.82352941176471, 73.07692307692307, 73.07692307692308,
      33.70288248337028, 18.638871857755973,
    ]
    let computed = try RelativeStrengthIndex.series(close: closes, period: 3)
    #expect(Array(computed.defined) == expected && computed.warmUp == 3)
  }

  @Test func theGreatestPricesDoNotOverflow() throws {
    let closes = (0..<40).map { $0.isMultiple(of: 2) ? 1 : Double.greatestFiniteMagnitude }
    let computed = try RelativeStrengthIndex.series(close: closes)
    #expect(computed.dropFirst(14).allSatisfy { $0.map { (0...100).contains($0) } ?? false })
    #expect(isClose(computed[14], 50, absolute: 1e-12), "\(computed)")
  }
}

@Suite struct MovingAverageConvergenceDivergenceTests {
  @Test func allThreeOutputsStartTogether() throws {
    let closes = (1...34).map { Double($0 * $0) }
    let short = try MovingAverageConvergenceDivergence.series(close: Array(closes.dropLast()))
    #expect(short.macd.allSatisfy { $0 == nil } && short.signal.allSatisfy { $0 == nil })
    #expect(short.histogram.count == 33 && short.histogram.allSatisfy { $0 == nil })
    let full = try MovingAverageConvergenceDivergence.series(close: closes)
    #expect(full.macd[33] != nil && full.signal[33] != nil && full.histogram[33] != nil)
    #expect(full.macd[32] == nil)
  }

  @Test func aFlatSeriesIsExactlyZero() throws {
    let lines = try MovingAverageConvergenceDivergence.series(
      close: [Double](repeating: 0.1, count: 500))
    #expect(lines.macd.dropFirst(33).allSatisfy { abs($0 ?? 1) < 1e-15 })
    #expect(try CrossUnder.indices(of: lines.macd, below: lines.signal).isEmpty)
  }

  @Test func fastAverageIsSeededWithTheClosesJustBeforeTheSlowStart() throws {
    // fast 2, slow 3, signal 1: slow = mean(1, 2, 6) = 3, fast = mean(2, 6) = 4.
    let lines = try MovingAverageConvergenceDivergence.series(
      close: [1, 2, 6, 9], fast: 2, slow: 3, signal: 1)
    #expect(Array(lines.macd.prefix(3)) == [nil, nil, 1])
    #expect(isClose(lines.macd[3], (4 + 5 * 2.0 / 3) - (3 + 6 * 0.5), absolute: 1e-12))
    #expect(lines.histogram[3] == 0)
  }
}

@Suite struct CrossUnderTests {
  @Test func aTieBelongsToNeitherSide() {
    #expect(CrossUnder.indices(of: [61, 60, 59], below: 60) == [2])
    #expect(CrossUnder.indices(of: [61, 60, 61, 60, 60, 59], below: 60) == [5])
    #expect(CrossUnder.indices(of: [59, 60, 59], below: 60).isEmpty)
    #expect(CrossUnder.indices(of: [60, 59, 58], below: 60).isEmpty)
    #expect(CrossUnder.indices(of: [], below: 60).isEmpty)
  }

  @Test func aMissingValueForgetsThePast() throws {
    #expect(CrossUnder.indices(of: [61, nil, 59], below: 60).isEmpty)
    #expect(CrossUnder.indices(of: [61, nil, 61, 59], below: 60) == [3])
    #expect(try CrossUnder.indices(of: [2, 2, 0], below: [1, nil, 1]).isEmpty)
    #expect(try CrossUnder.indices(of: [2, 0], below: [1, 1]) == [1])
  }
}

@Suite struct FailureSwingTests {
  private func knownBars(_ rsi: [Double?], maxBars: Int = 60) throws -> [Int] {
    try FailureSwing.events(rsi: rsi, maxBars: maxBars).map(\.known)
  }

  @Test func highDipLowerHighBreakIsASwing() throws {
    let swings = try FailureSwing.events(rsi: [50, 65, 68, 62, 61, 64, 60.5])
    #expect(
      swings == [
        FailureSwing(
          h1: 2, l1: 4, h2: 5, known: 6, valueAtH1: 68, valueAtL1: 61, valueAtH2: 64,
          valueAtBreak: 60.5)
      ])
  }

  @Test func theBoundariesOfEachStepAreAsStated() throws {
    #expect(try knownBars([60, 50, 55, 40]).isEmpty)  // The first high must exceed 60.
    #expect(try knownBars([61, 59, 61, 58]) == [3])  // Exactly delta down and up suffices.
    #expect(try knownBars([61, 59.5, 61, 58]).isEmpty)  // The dip is too shallow.
    #expect(try knownBars([61, 59, 60.5, 58]).isEmpty)  // The recovery is too small.
    #expect(try knownBars([61, 59, 61, 59]).isEmpty)  // The break must be below the dip.
  }

  @Test func aNewHighStartsOver() throws {
    #expect(try knownBars([65, 60, 66, 59]).isEmpty)
    #expect(try knownBars([65, 60, 64, 66, 59]).isEmpty)
    #expect(try knownBars([65, 60, 66, 62, 65, 61]) == [5])
  }

  @Test func aMissingValueOrTooManyBarsStartOver() throws {
    #expect(try knownBars([65, 60, nil, 63, 59]).isEmpty)
    #expect(try knownBars([65, 60, 63, 59], maxBars: 3) == [3])
    #expect(try knownBars([65, 60, 63, 59], maxBars: 2).isEmpty)
  }
}
