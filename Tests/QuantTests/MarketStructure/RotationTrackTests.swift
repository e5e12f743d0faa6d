import Quant
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RotationTrackTests {
  private let start = CalendarDate(dayNumber: 10_957)

  private func weights(_ rows: [FundamentalRecord]) throws -> CapitalisationWeights {
    CapitalisationWeights(try FundamentalsTable(rows).snapshot(on: start))
  }

  @Test func rotationIsHalfTheSumOfWeightChanges() throws {
    let then = try weights([
      FundamentalRows.row(start, "A", cap: 50), FundamentalRows.row(start, "B", cap: 30),
      FundamentalRows.row(start, "C", cap: 20),
    ])
    let now = try weights([
      FundamentalRows.row(start, "A", cap: 40), FundamentalRows.row(start, "B", cap: 40),
      FundamentalRows.row(start, "D", cap: 20), FundamentalRows.row(start, "E", cap: nil),
    ])
    // |−0.1| + |0.1| + |−0.2| + |0.2| = 0.6, half of it 0.3.
    #expect(isClose(now.rotation(since: then).value, 0.3, absolute: 1e-15))
    #expect(isClose(then.rotation(since: then).value, 0, absolute: 0))
    #expect(now.missing == ["E"])
    #expect(try now.rotation(since: weights([])).reason == .missingInput(name: "fundamentals"))
  }

  @Test func directionFollowsTheFormerlyMostExpensiveFifth() throws {
    // Six positive P/E ratios: the fifth is ⌈6/5⌉ = 2 members, A and B; the loss L is not ranked.
    let then = try weights(
      zip(["A", "B", "C", "D", "E", "F", "L"], [60, 50, 20, 15, 10, 5, -80]).map {
        FundamentalRows.row(start, $0, cap: 10, pe: $1)
      })
    let now = try weights(
      zip(["A", "B", "C", "D", "E", "F", "L"], [5, 10, 15, 10, 10, 10, 10]).map {
        FundamentalRows.row(start, $0, cap: $1, pe: 1)
      })
    // A falls from 1/7 to 5/70, B from 1/7 to 10/70: −5/70.
    #expect(isClose(now.directionalRotation(since: then).value, -5.0 / 70, absolute: 1e-15))
    // A member that left counts with weight 0: −1/7 − (1/7 − 10/65).
    let left = try weights(
      zip(["B", "C", "D", "E", "F", "L"], [10, 15, 10, 10, 10, 10]).map {
        FundamentalRows.row(start, $0, cap: $1)
      })
    #expect(
      isClose(
        left.directionalRotation(since: then).value, 10.0 / 65 - 2.0 / 7, absolute: 1e-15))
    let few = try weights([FundamentalRows.row(start, "A", cap: 1, pe: 3)])
    #expect(
      now.directionalRotation(since: few).reason == .tooFewValues(known: 1, needed: 5))
  }

  @Test func tiesAtTheCutBelongToTheFifth() throws {
    let names = ["A", "B", "C", "D", "E"]
    let then = try weights(names.map { FundamentalRows.row(start, $0, cap: 10, pe: 20) })
    let now = try weights(
      zip(names, [1, 2, 3, 4, 90]).map { FundamentalRows.row(start, $0, cap: $1) })
    // All five are tied, so their weights sum to 1 before and after.
    #expect(isClose(now.directionalRotation(since: then).value, 0, absolute: 1e-15))
  }

  @Test func theFallbackIsTheFallOfTheRatio() throws {
    let cap = (0..<400).map { 100 * exp(0.001 * Double($0)) }
    let equal = (0..<400).map { 100 * exp(0.002 * Double($0)) }
    let track = try RotationTrack(capWeighted: cap, equalWeighted: equal)
    let reading = track.reading(at: 300)
    #expect(isClose(reading.rotation.value, 0.021, absolute: 1e-12))
    #expect(reading.basis == .capToEqualWeightRatio)
    #expect(reading.directionalRotation.reason == .missingInput(name: "pe_ttm"))
    #expect(reading.isAwayFromHighPriceEarnings.value == nil)
    #expect(track.reading(at: 20).rotation.reason == .tooFewValues(known: 21, needed: 22))
    #expect(track.reading(at: 271).score.reason == .tooFewValues(known: 251, needed: 252))
  }

  @Test func accelerationNeedsAHighScoreAndARise() throws {
    // The ratio is flat, then falls for 10 sessions: ROT jumps from 0 to 0.1.
    let equal = [Double](repeating: 100, count: 320)
    let cap = (0..<320).map { 100 * exp(-0.01 * Double(max(0, min(10, $0 - 300)))) }
    let track = try RotationTrack(capWeighted: cap, equalWeighted: equal)
    let reading = track.reading(at: 310)
    let score = try #require(reading.score.value)
    #expect(score > 2 && reading.isAccelerating == .defined(true))
    #expect(reading.targetFraction == .defined(1))
    // Before the fall the window does not vary at all.
    #expect(track.reading(at: 295).score.reason == .zeroVariance)
    #expect(track.reading(at: 295).isAccelerating.reason == .zeroVariance)
  }

  @Test(arguments: [1e-300, 1, 1e300])
  func scaleOfCapitalisationsDoesNotMatter(scale: Double) throws {
    func table(_ scale: Double) throws -> FundamentalsTable {
      var random = SplitMix64(seed: 11)
      return try FundamentalsTable(
        (0..<12).flatMap { month in
          (0..<8).map { index in
            FundamentalRows.row(
              start.adding(days: month * 30), "T\(index)", cap: scale * random.uniform(1...9),
              pe: random.uniform(1...9))
          }
        })
    }
    let sessions = (0..<300).map { start.adding(days: $0) }
    let plain = try RotationTrack(table(1), sessions: sessions)
    let scaled = try RotationTrack(table(scale), sessions: sessions)
    for index in stride(from: 0, to: 300, by: 7) {
      let (a, b) = (plain.reading(at: index), scaled.reading(at: index))
      #expect(isClose(a.rotation.value, b.rotation.value, absolute: 1e-12))
      #expect(isClose(a.directionalRotation.value, b.directionalRotation.value, absolute: 1e-12))
    }
  }

  @Test func randomTablesAgreeWithTheDefinitionAndUseOnlyThePast() throws {
    var defined = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let rows = FundamentalRows.random(&random, months: 10, from: start)
      let sessions = stride(from: 0, to: 300, by: 5).map { start.adding(days: $0) }
      let lag = 1 + Int(random.uniform(0...9))
      let track = try RotationTrack(FundamentalsTable(rows), sessions: sessions, lag: lag)
      let last = lag + Int(random.uniform(0...Double(59 - lag)))
      let reading = track.reading(at: last)
      // The definition, with dictionaries.
      func fractions(_ date: CalendarDate) throws -> [String: Double] {
        let members = try FundamentalsTable(rows).snapshot(on: date).members
        let caps = members.compactMap { row in row.price.map { (row.ticker, $0 / 1e300) } }
        let total = caps.reduce(0) { $0 + $1.1 }
        return Dictionary(uniqueKeysWithValues: caps.map { ($0.0, $0.1 / total) })
      }
      let (now, then) = (try fractions(sessions[last]), try fractions(sessions[last - lag]))
      if !now.isEmpty, !then.isEmpty {
        let sum = Set(now.keys).union(then.keys).reduce(0) {
          $0 + abs((now[$1] ?? 0) - (then[$1] ?? 0))
        }
        let isRight = isClose(reading.rotation.value, sum / 2, absolute: 1e-12)
        #expect(isRight, "seed \(seed): \(reading.rotation) expected \(sum / 2) ± 1e-12")
        defined += 1
      }
      let cut = rows.filter { $0.known <= sessions[last] }
      let known = try RotationTrack(
        FundamentalsTable(cut), sessions: Array(sessions[...last]), lag: lag)
      #expect(known.reading(at: last) == reading, "seed \(seed)")
    }
    #expect(defined > 150)
  }

  @Test func invalidInputIsNamed() throws {
    let table = try FundamentalsTable([])
    #expect(throws: SeriesError.parameterOutOfRange(name: "lag")) {
      try RotationTrack(table, sessions: [start], lag: 0)
    }
    #expect(throws: SeriesError.duplicateDate(index: 1)) {
      try RotationTrack(table, sessions: [start, start])
    }
    #expect(throws: SeriesError.emptySeries) {
      try RotationTrack(capWeighted: [], equalWeighted: [])
    }
    #expect(throws: SeriesError.lengthMismatch) {
      try RotationTrack(capWeighted: [1], equalWeighted: [1, 2])
    }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try RotationTrack(capWeighted: [1, 2], equalWeighted: [1, 0])
    }
    let reading = try RotationTrack(table, sessions: [start], lag: 1).reading(at: 0)
    #expect(reading.rotation.reason == .tooFewValues(known: 1, needed: 2))
  }
}
