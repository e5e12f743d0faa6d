import Quant
import TestSupport
import Testing

/// One row of `optimal_block_length.json`.
private struct BlockLengthCase: Decodable {
  struct Expected: Decodable {
    let stationary, circular: Double
  }
  let id: String
  let x: [Double]
  let expected: Expected
}

@Suite struct OptimalBlockLengthVectors {
  @Test func bothLengthsMatchTheReference() throws {
    for row in try Vectors.cases("optimal_block_length", as: BlockLengthCase.self) {
      let lengths = try OptimalBlockLength.estimate(row.x)
      for (name, computed, expected) in [
        ("stationary", lengths?.stationary, row.expected.stationary),
        ("circular", lengths?.circular, row.expected.circular),
      ] {
        #expect(
          isClose(computed, expected, absolute: 0, relative: 1e-8),
          """
          \(row.id) \(name): computed \(computed as Any), expected \(expected), tolerance 1e-8 \
          relative
          """)
      }
    }
  }
}

@Suite struct OptimalBlockLengthTests {
  private func series(_ seed: UInt64, count: Int, persistence: Double) -> [Double] {
    var random = SplitMix64(seed: seed)
    var value = 0.0
    return (0..<count).map { _ in
      value = persistence * value + random.uniform(-1...1)
      return value
    }
  }

  @Test func lengthsDoNotDependOnLevelAndScale() throws {
    for seed in 0..<200 as Range<UInt64> {
      let plain = series(seed, count: 60 + Int(seed), persistence: 0.5)
      let expected = try #require(try OptimalBlockLength.estimate(plain))
      let moved = plain.map { 0x1p500 * (8 - $0) }
      let computed = try OptimalBlockLength.estimate(moved)
      #expect(
        isClose(computed?.stationary, expected.stationary, absolute: 0, relative: 1e-9),
        "computed \(computed as Any), expected \(expected), tolerance 1e-9 relative")
      // B is proportional to D^−⅓: the ratio is 1.5^⅓ unless the limit binds.
      let longest = min(3 * Double(plain.count).squareRoot(), Double(plain.count) / 3).rounded(.up)
      #expect(expected.stationary >= 0 && expected.circular <= longest)
      #expect(
        expected.circular == longest
          || isClose(
            expected.circular, 1.1447142425533319 * expected.stationary, absolute: 1e-12,
            relative: 1e-12)
      )
    }
  }

  // A spike every fifth observation of 100: |ρ| is about 0.24 at lags 1 to 4, below the limit of
  // 2·√(2/100) = 0.283, and about 1 at lag 5. Four quiet lags would end the search with M = 2 and a
  // length of 4.4; five are needed, so M is its greatest, 15, where the sums G = −0.50763 and
  // g = −0.0248 give (2·G²/(2·g²)·100)^⅓ = 34.7, more than ⌈min(3·√100, 100/3)⌉ = 30.
  @Test func fourQuietLagsDoNotEndTheSearch() throws {
    let spikes: [Double] = (0..<100).map { $0 % 5 == 0 ? 1 : 0 }
    let lengths = try OptimalBlockLength.estimate(spikes)
    #expect(lengths?.stationary == 30 && lengths?.circular == 30, "\(lengths as Any)")
  }

  @Test func moreDependenceNeedsLongerBlocks() throws {
    func average(_ persistence: Double) throws -> Double {
      try (0..<20).reduce(0.0) { sum, seed in
        let walk = series(UInt64(seed), count: 400, persistence: persistence)
        return sum + (try #require(try OptimalBlockLength.estimate(walk))).stationary / 20
      }
    }
    let lengths = [try average(0), try average(0.5), try average(0.9)]
    #expect(lengths[0] < lengths[1] && lengths[1] < lengths[2], "\(lengths)")
  }

  @Test func shortAndConstantSeriesHaveNoLength() throws {
    let walk = series(1, count: 11, persistence: 0.3)
    #expect(try OptimalBlockLength.estimate(walk) != nil)
    #expect(try OptimalBlockLength.estimate(Array(walk.dropLast())) == nil)
    #expect(try OptimalBlockLength.estimate(Array(repeating: 0.1, count: 100)) == nil)
    #expect(try OptimalBlockLength.estimate([1]) == nil)
  }

  @Test func oneSpikeIsNotDivided() throws {
    // All variation in one observation: most stretches have no variance of their own.
    var spike = [Double](repeating: 0, count: 40)
    spike[0] = 1
    let length = try OptimalBlockLength.estimate(spike)
    #expect(length.map { $0.stationary.isFinite } ?? true)
  }

  @Test func invalidSeriesAreNamed() {
    #expect(throws: SeriesError.emptySeries) { try OptimalBlockLength.estimate([]) }
    #expect(throws: SeriesError.nonFinite(index: 1)) { try OptimalBlockLength.estimate([1, .nan]) }
  }
}
