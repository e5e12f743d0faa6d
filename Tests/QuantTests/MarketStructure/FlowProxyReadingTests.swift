import Quant
import TestSupport
import Testing

@Suite struct FlowProxyReadingTests {
  @Test func thePercentileRanksTheLastTwoHundredAndFiftyTwoValues() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 400)
      let volume = walk.volume.map { $0 + 1 }
      let values = try AmihudIlliquidity.series(close: walk.close, volume: volume)
      let percentiles = try AmihudPercentile.series(close: walk.close, volume: volume)
      // 21 bars without illiquidity, then 252 values: the first percentile is at bar 272.
      #expect(percentiles.firstIndex { $0 != nil } == 272)
      for bar in 272..<400 {
        let window = values[(bar - 251)...bar].compactMap { $0 }
        let today = try #require(values[bar])
        let below = Double(window.count { $0 < today })
        let expected = (below + Double(window.count { $0 == today }) / 2) / 252
        #expect(isClose(percentiles[bar], expected, absolute: 1e-15))
      }
    }
  }

  @Test func aZeroVolumeSilencesThePercentileForAYear() throws {
    let walk = RandomWalk(seed: 3, count: 700)
    var volume = walk.volume.map { $0 + 1 }
    volume[300] = 0
    let percentiles = try AmihudPercentile.series(close: walk.close, volume: volume)
    #expect(percentiles[299] != nil && percentiles[300] == nil)
    // 300…320 have no illiquidity; the first window without them ends at 320 + 252.
    #expect(percentiles[571] == nil && percentiles[572] != nil)
  }

  @Test func everyProxySaysThatItIsNoTrigger() {
    for proxy in FlowProxy.allCases { #expect(proxy.caveats.first == .proxyNeverTrigger) }
    #expect(FlowProxy.bulkVolumeImbalance50.caveats.contains(.notVPIN))
    #expect(FlowProxy.bulkVolumeImbalance50.caveats.contains(.noIncrementalPower))
    #expect(FlowProxy.amihudPercentile252.caveats.contains(.notDollars))
  }

  @Test func readingsAreThoseOfTheIndicators() throws {
    let walk = RandomWalk(seed: 9, count: 400)
    let volume = walk.volume.map { $0 + 1 }
    var proxies = try FlowProxyAccumulator()
    let imbalance = try BulkVolumeImbalance.series(close: walk.close, volume: volume)
    let percentile = try AmihudPercentile.series(close: walk.close, volume: volume)
    for bar in 0..<400 {
      let readings = proxies.append(close: walk.close[bar], volume: volume[bar])
      #expect(readings.map(\.proxy) == FlowProxy.allCases)
      #expect(readings.map(\.fraction) == [imbalance[bar], percentile[bar]])
    }
  }

  @Test func extremeBarsGiveFractionsOrNothing() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var proxies = try FlowProxyAccumulator()
      let sizes = [
        Double.leastNormalMagnitude / 100, 1e-300, 1, 1e300, Double.greatestFiniteMagnitude,
      ]
      for _ in 0..<320 {
        let close = sizes[Int(random.uniform(0...4.999))]
        let volume = random.uniform(0...1) < 0.02 ? 0 : sizes[Int(random.uniform(0...4.999))]
        for reading in proxies.append(close: close, volume: volume) {
          #expect(reading.fraction.map { (0...1).contains($0) } ?? true)
        }
      }
    }
  }

  @Test func invalidInputIsNamed() {
    #expect(throws: SeriesError.parameterOutOfRange(name: "window")) {
      try AmihudPercentile(window: 0)
    }
    #expect(throws: SeriesError.emptySeries) { try AmihudPercentile.series(close: [], volume: []) }
    #expect(throws: SeriesError.negativeVolume(index: 0)) {
      try AmihudPercentile.series(close: [1], volume: [-1])
    }
    #expect(throws: SeriesError.missingInput(name: "volume")) {
      try AmihudPercentile.series(close: [1], volume: [0])
    }
  }
}
