import Quant
import TestSupport
import Testing

/// A rising line with two peaks, the second higher, and a volume line chosen by the test.
struct TwoPeaks {
  static let first = 80
  static let second = 95
  var close: [Double]
  var obv: [Double]

  /// The volume line is 1000 at the first peak and `volumeAtSecond` at the second.
  init(volumeAtSecond: Double, count: Int = 200) {
    close = (0..<count).map { bar in
      let trend = 0.01 * Double(bar)
      return bar % 2 == 0 ? 100 + trend : 100.1 + trend
    }
    obv = (0..<count).map { $0 % 2 == 0 ? 0 : 10 }
    for (peak, height, volume) in [
      (Self.first, 110.0, 1000.0), (Self.second, 112, volumeAtSecond),
    ] {
      close[peak] = height
      obv[peak] = volume
    }
  }

  func history(_ parameters: DivergenceParameters = DivergenceParameters()) throws
    -> DivergenceHistory
  {
    try DivergenceHistory(close: close, obv: obv, parameters: parameters)
  }

  func divergence(_ parameters: DivergenceParameters = DivergenceParameters()) throws
    -> DivergenceEpisode?
  {
    try history(parameters).episodes.first { $0.divergence.pivot == Self.second }
  }
}

@Suite struct DivergenceDetectorTests {
  @Test func aHigherHighOnLessVolumeDiverges() throws {
    let found = try #require(try TwoPeaks(volumeAtSecond: 900).divergence()).divergence
    #expect([found.reference, found.pivot, found.known] == [80, 95, 98])
    #expect([found.priceAtReference, found.priceAtPivot] == [110, 112])
    #expect([found.volumeAtReference, found.volumeAtPivot] == [1000, 900])
    #expect([found.volumeReferenceIndex, found.volumePivotIndex] == [80, 95])
    #expect(found.strength == found.priceStrength + found.volumeStrength)
    #expect(found.priceStrength > 0 && found.volumeStrength > 0)
    #expect(found.anchor == 80 && found.chainLength == 1 && !found.widening)
    #expect(found.higherHigh.isDivergent)
  }

  @Test func equalVolumeConfirms() throws {
    let peaks = TwoPeaks(volumeAtSecond: 1000)
    #expect(try peaks.divergence() == nil)
    let pair = try #require(try peaks.history().higherHighs.first { $0.pivot == 95 })
    #expect(pair.isConfirmed && !pair.isDivergent)
  }

  @Test func theVolumeMaximumIsTakenAroundThePivot() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.obv[93] = 950
    let found = try #require(try peaks.divergence()).divergence
    #expect(found.volumeAtPivot == 950 && found.volumePivotIndex == 93)
    peaks.obv[92] = 1500  // Outside the window of two bars.
    #expect(try #require(try peaks.divergence()).divergence.volumeAtPivot == 950)
    peaks.obv[97] = 1500
    #expect(try peaks.divergence() == nil)
  }

  @Test func separationAndRiseLimitThePairs() throws {
    let peaks = TwoPeaks(volumeAtSecond: 900)
    #expect(try peaks.divergence(DivergenceParameters(maxSeparation: 15)) != nil)
    #expect(try peaks.divergence(DivergenceParameters(maxSeparation: 14)) == nil)
    #expect(try peaks.divergence(DivergenceParameters(minSeparation: 16)) == nil)
    #expect(try peaks.divergence(DivergenceParameters(minRise: 0.018)) != nil)
    #expect(try peaks.divergence(DivergenceParameters(minRise: 0.019)) == nil)
  }

  @Test func tooLittleHistoryForStrengthsGivesNoDivergence() throws {
    let peaks = TwoPeaks(volumeAtSecond: 900)
    #expect(try peaks.divergence(DivergenceParameters(strengthWindow: 94)) != nil)
    #expect(try peaks.divergence(DivergenceParameters(strengthWindow: 95)) == nil)
  }

  @Test func flatAndShortSeriesHaveNoEvents() throws {
    let flat = [Double](repeating: 100, count: 200)
    #expect(try DivergenceDetector.events(close: flat, obv: flat).isEmpty)
    #expect(try DivergenceDetector.events(close: [100], obv: [1]).isEmpty)
    #expect(try DivergenceHistory(close: [100], obv: [1]).pivots.isEmpty)
  }

  @Test func strengthsAreInUnitsOfTheirDeviation() throws {
    let peaks = TwoPeaks(volumeAtSecond: 900)
    let scaled = try DivergenceDetector.events(
      close: peaks.close.map { $0 * 8 }, obv: peaks.obv.map { $0 * 1024 })
    let plain = try DivergenceDetector.events(close: peaks.close, obv: peaks.obv)
    #expect(!plain.isEmpty && scaled.count == plain.count)
    for (scaled, plain) in zip(scaled, plain) {
      #expect(isClose(scaled.strength, plain.strength, absolute: 1e-12))
    }
  }

  @Test(arguments: [(0.49, BearishDivergence.Band.weak), (0.5, .moderate), (1, .strong)])
  func bandsStartAtTheirLowerBound(strength: Double, band: BearishDivergence.Band) throws {
    var found = try #require(try TwoPeaks(volumeAtSecond: 900).divergence()).divergence
    found.strength = strength
    #expect(found.band == band)
  }

  @Test func aDivergenceFromTheLastPivotExtendsTheChain() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.close[110] = 114
    peaks.obv[110] = 100
    let events = try DivergenceDetector.events(close: peaks.close, obv: peaks.obv)
    let last = try #require(events.first { $0.pivot == 110 })
    #expect(last.reference == 95 && last.anchor == 80 && last.chainLength == 2)
    #expect(last.widening)
    peaks.obv[110] = 899
    let flatter = try DivergenceDetector.events(close: peaks.close, obv: peaks.obv)
    #expect(try #require(flatter.first { $0.pivot == 110 }).widening == false)
  }
}

@Suite struct DivergenceEpisodeTests {
  @Test func withoutConfirmationItExpires() throws {
    let episode = try #require(try TwoPeaks(volumeAtSecond: 900).divergence())
    #expect(episode.endReason == .expired && episode.endedAt == 98 + 40)
    #expect(!episode.isActive(at: 97))
    #expect(episode.isActive(at: 98) && episode.isActive(at: 137))
    #expect(!episode.isActive(at: 138))
  }

  @Test func itIsStillActiveAtTheEndOfAShortHistory() throws {
    let history = try TwoPeaks(volumeAtSecond: 900, count: 120).history()
    let episode = try #require(history.episodes.first { $0.divergence.pivot == 95 })
    #expect(episode.endedAt == nil && episode.endReason == nil)
    #expect(history.activeEpisodes(at: 119).contains(episode))
    #expect(!history.activeEpisodes(at: 97).contains(episode))
  }

  @Test func volumeAboveTheReferenceEndsIt() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.obv[120] = 1000
    #expect(try #require(try peaks.divergence()).endedAt == 138)
    peaks.obv[120] = 1001
    let episode = try #require(try peaks.divergence())
    #expect(episode.endedAt == 120 && episode.endReason == .volumeConfirmed)
  }

  @Test func volumeAboveTheReferenceOnTheKnownBarLeavesNoActiveBar() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.obv[98] = 1001
    let episode = try #require(try peaks.divergence())
    #expect(episode.endedAt == 98 && episode.endReason == .volumeConfirmed)
    #expect(!episode.isActive(at: 98))
  }

  @Test func aConfirmedHigherHighEndsIt() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.close[110] = 114
    peaks.obv[110] = 950  // Above the last peak, below the reference.
    let episode = try #require(try peaks.divergence())
    #expect(episode.endedAt == 113 && episode.endReason == .higherHighConfirmed)
  }

  @Test func severalMayBeActive() throws {
    var peaks = TwoPeaks(volumeAtSecond: 900)
    peaks.close[110] = 114
    peaks.obv[110] = 800
    let active = try peaks.history().activeEpisodes(at: 113).map(\.divergence.pivot)
    #expect(active.suffix(2) == [95, 110])
  }
}
