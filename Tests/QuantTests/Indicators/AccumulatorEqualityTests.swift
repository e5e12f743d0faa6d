import Quant
import TestSupport
import Testing

/// Appending bar by bar gives what the batch form gives, bit for bit, for every indicator.
@Suite struct AccumulatorEqualityTests {
  private static let seeds = 1...200 as ClosedRange<UInt64>

  private func requireSame(
    _ computed: [Double?], _ expected: [Double?], _ name: String, seed: UInt64
  ) throws {
    try #require(
      computed.map { $0?.bitPattern } == expected.map { $0?.bitPattern }, "\(name), seed \(seed)")
  }

  @Test func momentum() throws {
    for seed in Self.seeds {
      let walk = RandomWalk(seed: seed, count: 90)
      var strength = try RelativeStrengthIndex(period: 5)
      let rsi = walk.close.map { strength.append($0) }
      try requireSame(
        rsi, Array(try RelativeStrengthIndex.series(close: walk.close, period: 5)), "rsi",
        seed: seed)
      var signal = try RelativeStrengthIndex(period: 5)
      let usable = walk.close.map { price -> Double? in
        let value = signal.append(price)
        return signal.isDegenerate ? nil : value
      }
      try requireSame(
        usable, try RelativeStrengthIndex.signalSeries(close: walk.close, period: 5), "signal rsi",
        seed: seed)
      var convergence = try MovingAverageConvergenceDivergence()
      let macd = walk.close.map { convergence.append($0) }
      let lines = try MovingAverageConvergenceDivergence.series(close: walk.close)
      try requireSame(macd.map { $0?.macd }, Array(lines.macd), "macd", seed: seed)
      try requireSame(macd.map { $0?.signal }, Array(lines.signal), "signal", seed: seed)
      try requireSame(macd.map { $0?.histogram }, Array(lines.histogram), "histogram", seed: seed)
      var crossing = CrossUnder()
      let crossed = zip(lines.macd, lines.signal).enumerated()
        .filter { crossing.append($0.element.0, below: $0.element.1) }.map(\.offset)
      try #require(crossed == (try CrossUnder.indices(of: lines.macd, below: lines.signal)))
      var level = CrossUnder()
      let below = rsi.indices.filter { level.append(rsi[$0], below: 60) }
      try #require(below == CrossUnder.indices(of: rsi, below: 60))
      var machine = try FailureSwingDetector()
      try #require(rsi.compactMap { machine.append($0) } == (try FailureSwing.events(rsi: rsi)))
    }
  }

  @Test func volumeAndBreadth() throws {
    for seed in Self.seeds {
      let walk = RandomWalk(seed: seed, count: 150)
      var total = OnBalanceVolume()
      let obv = zip(walk.close, walk.volume).map { total.append(close: $0, volume: $1) }
      try requireSame(
        obv, try OnBalanceVolume.series(close: walk.close, volume: walk.volume), "obv", seed: seed)
      var illiquidity = try AmihudIlliquidity(window: 7)
      try requireSame(
        zip(walk.close, walk.volume).map { illiquidity.append(close: $0, volume: $1) },
        try AmihudIlliquidity.series(close: walk.close, volume: walk.volume, window: 7), "amihud",
        seed: seed)
      var imbalance = try BulkVolumeImbalance(window: 9, deviationWindow: 11)
      try requireSame(
        zip(walk.close, walk.volume).map { imbalance.append(close: $0, volume: $1) },
        try BulkVolumeImbalance.series(
          close: walk.close, volume: walk.volume, window: 9, deviationWindow: 11), "imbalance",
        seed: seed)
      var random = SplitMix64(seed: seed)
      let counts = (0..<60).map { session in
        BreadthCount(
          date: CalendarDate(dayNumber: 16_000 + session),
          advances: Int.random(in: 0...500, using: &random),
          declines: Int.random(in: 1...500, using: &random))
      }
      for form in AdvanceDeclineLine.Form.allCases {
        var line = AdvanceDeclineLine(form)
        try requireSame(
          counts.map { line.append(advances: $0.advances, declines: $0.declines) },
          try AdvanceDeclineLine.series(counts, form: form), "\(form)", seed: seed)
      }
    }
  }

  @Test func volatilityAndMeans() throws {
    for seed in Self.seeds {
      let walk = RandomWalk(seed: seed, count: 90)
      let window = 2 + Int(seed % 20)
      var realised = try RealisedVolatility(window: window)
      try requireSame(
        walk.close.map { realised.append($0) },
        try RealisedVolatility.series(close: walk.close, window: window), "realised", seed: seed)
      var mean = try SimpleMovingAverage(window: window)
      try requireSame(
        walk.close.map { mean.append($0) },
        try SimpleMovingAverage.series(walk.close, window: window), "mean", seed: seed)
      let high = walk.close.map { $0 * 1.01 }
      let low = walk.close.map { $0 * 0.98 }
      var parkinson = try ParkinsonVolatility(window: window)
      try requireSame(
        zip(high, low).map { parkinson.append(high: $0, low: $1) },
        try ParkinsonVolatility.series(high: high, low: low, window: window), "parkinson",
        seed: seed)
    }
  }

  @Test func pivotsAndDivergences() throws {
    let parameters = DivergenceParameters(
      left: 2, right: 2, volumeWindow: 1, minSeparation: 3, maxSeparation: 30, strengthWindow: 12,
      maxActiveSessions: 15)
    for seed in Self.seeds {
      let walk = RandomWalk(seed: seed, count: 120)
      let obv = try OnBalanceVolume.series(close: walk.close, volume: walk.volume)
      var highs = try SwingPivotDetector(.high)
      try #require(
        walk.close.compactMap { highs.append($0) } == (try SwingPivot.highs(walk.close)))
      var lows = try SwingPivotDetector(.low)
      try #require(walk.close.compactMap { lows.append($0) } == (try SwingPivot.lows(walk.close)))
      var tracker = try DivergenceTracker(parameters: parameters)
      let steps = zip(walk.close, obv).map { tracker.append(close: $0, obv: $1) }
      let history = try DivergenceHistory(close: walk.close, obv: obv, parameters: parameters)
      try #require(steps.compactMap(\.found.pivot) == history.pivots)
      try #require(steps.compactMap(\.found.higherHigh) == history.higherHighs)
      let episodes = (steps.flatMap(\.ended) + tracker.active)
        .sorted { $0.divergence.known < $1.divergence.known }
      try #require(episodes == history.episodes, "seed \(seed)")
      try #require(
        history.divergences
          == (try DivergenceDetector.events(
            close: walk.close, obv: obv, parameters: parameters)))
    }
  }
}
