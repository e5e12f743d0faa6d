import Quant
import TestSupport
import Testing

/// Events of a truncated series are the full series' events known by its last bar (methodology §0).
@Suite struct PrefixInvarianceTests {
  /// Short windows, so that 120 bars hold many events.
  private static let parameters = DivergenceParameters(
    left: 2, right: 2, volumeWindow: 1, minSeparation: 3, maxSeparation: 30, strengthWindow: 12,
    maxActiveSessions: 15)

  private struct Findings: Equatable {
    var rsi: IndicatorSeries
    var macd: MACDSeries
    var obv: [Double]
    var volatility: [Double?]
    var crossUnders: [Int]
    var swings: [FailureSwing]
    var highs: [SwingPivot]
    var lows: [SwingPivot]
    var history: DivergenceHistory

    init(_ walk: RandomWalk, through last: Int) throws {
      let close = Array(walk.close[...last])
      rsi = try RelativeStrengthIndex.series(close: close, period: 5)
      macd = try MovingAverageConvergenceDivergence.series(
        close: close, fast: 4, slow: 9, signal: 3)
      obv = try OnBalanceVolume.series(close: close, volume: Array(walk.volume[...last]))
      volatility = try RealisedVolatility.series(close: close, window: 7)
      crossUnders = try CrossUnder.indices(of: macd.macd, below: macd.signal)
      swings = try FailureSwing.events(rsi: rsi, maxBars: 20)
      highs = try SwingPivot.highs(close)
      lows = try SwingPivot.lows(close)
      history = try DivergenceHistory(close: close, obv: obv, parameters: parameters)
    }
  }

  @Test func everyPrefixOfTwoHundredWalksFindsWhatWasKnown() throws {
    var divergences = 0
    var swings = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 120)
      let full = try Findings(walk, through: 119)
      divergences += full.history.episodes.count
      swings += full.swings.count
      for last in 0..<120 where walk.volume[...last].contains(where: { $0 > 0 }) {
        let prefix = try Findings(walk, through: last)
        try #require(Array(prefix.rsi) == Array(full.rsi[...last]))
        try #require(Array(prefix.macd.macd) == Array(full.macd.macd[...last]))
        try #require(Array(prefix.macd.signal) == Array(full.macd.signal[...last]))
        try #require(Array(prefix.macd.histogram) == Array(full.macd.histogram[...last]))
        try #require(prefix.obv == Array(full.obv[...last]))
        try #require(prefix.volatility == Array(full.volatility[...last]))
        try #require(prefix.crossUnders == full.crossUnders.filter { $0 <= last })
        try #require(prefix.swings == full.swings.filter { $0.known <= last })
        try #require(prefix.highs == full.highs.filter { $0.known <= last })
        try #require(prefix.lows == full.lows.filter { $0.known <= last })
        let history = prefix.history
        try #require(history.pivots == full.history.pivots.filter { $0.known <= last })
        try #require(history.higherHighs == full.history.higherHighs.filter { $0.known <= last })
        try #require(history.divergences == full.history.divergences.filter { $0.known <= last })
        try #require(
          history.activeEpisodes(at: last).map(\.divergence)
            == full.history.activeEpisodes(at: last).map(\.divergence))
      }
    }
    // The property would be empty without events to compare.
    #expect(divergences > 200 && swings > 200)
  }

  @Test func appendingBarByBarEqualsTheBatchBitForBit() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 400)
      var volumeLine = OnBalanceVolume()
      var strength = try RelativeStrengthIndex()
      var convergence = try MovingAverageConvergenceDivergence()
      var volatility = try RealisedVolatility()
      var tracker = try DivergenceTracker()
      let obv = zip(walk.close, walk.volume).map { volumeLine.append(close: $0, volume: $1) }
      let rsi = walk.close.map { strength.append($0) }
      let macd = walk.close.map { convergence.append($0) }
      let realised = walk.close.map { volatility.append($0) }
      let steps = zip(walk.close, obv).map { tracker.append(close: $0, obv: $1) }
      #expect(obv == (try OnBalanceVolume.series(close: walk.close, volume: walk.volume)))
      #expect(rsi == Array(try RelativeStrengthIndex.series(close: walk.close)))
      let lines = try MovingAverageConvergenceDivergence.series(close: walk.close)
      #expect(macd.map { $0?.macd } == Array(lines.macd))
      #expect(macd.map { $0?.signal } == Array(lines.signal))
      #expect(macd.map { $0?.histogram } == Array(lines.histogram))
      #expect(realised == (try RealisedVolatility.series(close: walk.close)))
      let events = try DivergenceDetector.events(close: walk.close, obv: obv)
      #expect(steps.compactMap(\.found.divergence) == events)
      let history = try DivergenceHistory(close: walk.close, obv: obv)
      #expect(history.divergences == events)
      #expect(
        steps.flatMap(\.ended).count + tracker.active.count == history.episodes.count)
    }
  }
}
