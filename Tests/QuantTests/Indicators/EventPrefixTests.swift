import Quant
import TestSupport
import Testing

/// Prefix invariance of what `PrefixInvarianceTests` leaves out: ends of episodes, cross-unders of a
/// level, widening, breadth, and the windowed indicators (methodology §0).
@Suite struct EventPrefixTests {
  private static let parameters = DivergenceParameters(
    left: 2, right: 2, volumeWindow: 1, minSeparation: 3, maxSeparation: 30, strengthWindow: 12,
    maxActiveSessions: 15)

  /// An episode as it could be known at the close of `last`.
  private func known(_ episode: DivergenceEpisode, at last: Int) -> DivergenceEpisode {
    guard let end = episode.endedAt, end > last else { return episode }
    return DivergenceEpisode(divergence: episode.divergence)
  }

  @Test func endsOfDivergencesAreFoundOnTheirOwnBar() throws {
    var reasons: [DivergenceEpisode.EndReason: Int] = [:]
    var widening = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 120)
      let obv = try OnBalanceVolume.series(close: walk.close, volume: walk.volume)
      let full = try DivergenceHistory(close: walk.close, obv: obv, parameters: Self.parameters)
      widening += full.divergences.count(where: \.widening)
      for episode in full.episodes {
        if let reason = episode.endReason { reasons[reason, default: 0] += 1 }
      }
      for last in 0..<120 {
        let prefix = try DivergenceHistory(
          close: Array(walk.close[...last]), obv: Array(obv[...last]), parameters: Self.parameters)
        let expected = full.episodes.filter { $0.divergence.known <= last }
          .map { known($0, at: last) }
        try #require(prefix.episodes == expected, "seed \(seed), bar \(last)")
        try #require(
          prefix.activeEpisodes(at: last)
            == full.activeEpisodes(at: last).map { known($0, at: last) })
        try #require(
          prefix.divergences.filter(\.widening)
            == full.divergences.filter { $0.widening && $0.known <= last })
      }
    }
    // Every way to end, and widening, must occur often enough for the property to mean something.
    #expect(DivergenceEpisode.EndReason.allCases.allSatisfy { reasons[$0, default: 0] > 20 })
    #expect(widening > 20, "\(widening)")
  }

  @Test func crossUndersAndSwingsOfASmoothIndexAreFoundOnTheirOwnBar() throws {
    var crossed = 0
    var swings = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 120)
      let rsi = try RelativeStrengthIndex.signalSeries(close: walk.close, period: 4)
      let full = CrossUnder.indices(of: rsi, below: 60)
      let events = try FailureSwing.events(rsi: rsi, maxBars: 25)
      crossed += full.count
      swings += events.count
      for last in 0..<120 {
        let prefix = try RelativeStrengthIndex.signalSeries(
          close: Array(walk.close[...last]), period: 4)
        try #require(prefix == Array(rsi[...last]))
        try #require(CrossUnder.indices(of: prefix, below: 60) == full.filter { $0 <= last })
        try #require(
          try FailureSwing.events(rsi: prefix, maxBars: 25) == events.filter { $0.known <= last })
      }
    }
    #expect(crossed > 1000 && swings > 200)
  }

  @Test func windowedIndicatorsReadNoLaterBar() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 50)
      let volume = walk.volume.map { $0 + 1 }
      let high = walk.close.map { $0 * 1.01 }
      let mean = try SimpleMovingAverage.series(walk.close, window: 7)
      let parkinson = try ParkinsonVolatility.series(high: high, low: walk.close, window: 7)
      let amihud = try AmihudIlliquidity.series(close: walk.close, volume: volume, window: 7)
      let imbalance = try BulkVolumeImbalance.series(
        close: walk.close, volume: volume, window: 7, deviationWindow: 9)
      for last in stride(from: Int(seed % 3), to: 50, by: 3) {
        let close = Array(walk.close[...last])
        let known = Array(volume[...last])
        try #require(
          try SimpleMovingAverage.series(close, window: 7) == Array(mean[...last]))
        try #require(
          try ParkinsonVolatility.series(high: Array(high[...last]), low: close, window: 7)
            == Array(parkinson[...last]))
        try #require(
          try AmihudIlliquidity.series(close: close, volume: known, window: 7)
            == Array(amihud[...last]))
        try #require(
          try BulkVolumeImbalance.series(
            close: close, volume: known, window: 7, deviationWindow: 9)
            == Array(imbalance[...last]))
      }
    }
  }
}
