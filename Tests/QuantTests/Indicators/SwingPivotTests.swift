import Quant
import TestSupport
import Testing

@Suite struct SwingPivotTests {
  @Test func aSinglePeakIsKnownAfterItsRightSide() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 9, 8, 7, 6]
    #expect(try SwingPivot.highs(values) == [SwingPivot(index: 5, known: 8, value: 9)])
    #expect(try SwingPivot.highs(Array(values.dropLast())).isEmpty)
    #expect(try SwingPivot.lows(values.map { -$0 }) == [SwingPivot(index: 5, known: 8, value: -9)])
  }

  @Test func theEarliestBarOfAPlateauWins() throws {
    #expect(
      try SwingPivot.highs([1, 3, 3, 3, 1, 0], left: 1, right: 2).map(\.index) == [1])
    #expect(try SwingPivot.highs([3, 3, 3], left: 1, right: 1).isEmpty)
  }

  @Test func withoutSidesEveryBarIsAPivot() throws {
    #expect(try SwingPivot.highs([2, 1, 3], left: 0, right: 0).map(\.index) == [0, 1, 2])
  }

  @Test func agreesWithTheDefinitionOnRandomWalks() throws {
    for seed in 0..<200 as Range<UInt64> {
      let values = RandomWalk(seed: seed, count: 150).close
      for (left, right) in [(5, 3), (1, 1), (0, 4), (10, 5), (7, 0)] {
        let expected = values.indices.filter { bar in
          bar >= left && bar + right < values.count
            && values[bar - left..<bar].allSatisfy { $0 < values[bar] }
            && values[bar...bar + right].allSatisfy { $0 <= values[bar] }
        }
        let found = try SwingPivot.highs(values, left: left, right: right)
        try #require(found.map(\.index) == expected, "seed \(seed), \(left)/\(right)")
        try #require(found.map(\.known) == expected.map { $0 + right })
      }
    }
  }
}
