import ALVH
import Quant
import TestSupport
import Testing

@Suite struct StructureRecognitionTests {
  private func kinds(_ positions: [Position]) -> [StructureKind] {
    StructureRecognition.recognise(positions).map(\.kind)
  }

  @Test func emptyBookHasNoStructures() {
    #expect(StructureRecognition.recognise([]).isEmpty)
  }

  @Test func closedLotsDropOut() {
    let lots = [Positions.make(.put, 1900, 2, 5), Positions.make(.put, 1900, -2, 7)]
    #expect(kinds(lots).isEmpty)
  }

  @Test func lotsOfOneContractAreNetted() throws {
    let structures = StructureRecognition.recognise(Positions.condor(1) + Positions.condor(2))
    let condor = try #require(structures.first)
    #expect(structures.count == 1)
    #expect(condor.kind == .ironCondor && condor.quantity == 3)
    #expect(isClose(condor.credit, 1.8, absolute: 1e-12))
    #expect(condor.legs.map(\.quantity) == [3, -3, -3, 3])
  }

  @Test func singleOptionsAndPairsAreNamed() {
    #expect(kinds([Positions.make(.put, 1900, -1, 5)]) == [.nakedShortPut])
    #expect(kinds([Positions.make(.call, 1900, 2, 5)]) == [.longCall])
    #expect(
      kinds([Positions.make(.put, 1900, 1, 5), Positions.make(.put, 1890, -1, 4)])
        == [.bearPutSpread])
    #expect(
      kinds([Positions.make(.call, 1900, 1, 5), Positions.make(.call, 1910, -1, 4)])
        == [.bullCallSpread])
    #expect(
      kinds([Positions.make(.call, 1900, -1, 5), Positions.make(.put, 1900, 1, 4)])
        == [.syntheticShort])
    #expect(
      kinds([Positions.make(.call, 1950, 1, 5), Positions.make(.put, 1900, 1, 4)])
        == [.longStrangle])
  }

  @Test func highestShortPutPairsWithNearestLongPut() throws {
    let structures = StructureRecognition.recognise([
      Positions.make(.put, 1850, 1, 2), Positions.make(.put, 1860, 1, 3),
      Positions.make(.put, 1870, -1, 4), Positions.make(.put, 1880, -1, 5),
    ])
    #expect(structures.map(\.shortPutStrike) == [1880, 1870])
    #expect(structures.map(\.longPutStrike) == [1860, 1850])
  }

  @Test func unequalNumbersLeaveTheRestAsSpread() {
    let extra = [Positions.make(.put, 1875, 2, 9), Positions.make(.put, 1885, -2, 10)]
    let structures = StructureRecognition.recognise(Positions.condor(3) + extra)
    #expect(structures.map(\.kind) == [.ironCondor, .bullPutSpread])
    #expect(structures.map(\.quantity) == [3, 2])
  }

  @Test func seriesAreNeverMixed() {
    let weekly = Positions.make(.put, 1875, 1, 9, root: .spxw)
    #expect(kinds([weekly, Positions.make(.put, 1885, -1, 10)]) == [.nakedShortPut, .longPut])
  }

  @Test func everyLegIsKeptAndOrderDoesNotMatter() {
    var random = SplitMix64(seed: 31)
    for index in 0..<300 {
      let positions = Positions.random(&random, series: 4)
      let structures = StructureRecognition.recognise(positions)
      var totals: [OptionContract: Int] = [:]
      for position in positions { totals[position.contract, default: 0] += position.quantity }
      for leg in structures.flatMap(\.legs) {
        totals[leg.contract, default: 0] -= leg.quantity
      }
      #expect(totals.values.allSatisfy { $0 == 0 }, "book \(index)")
      #expect(structures.allSatisfy { $0.quantity > 0 }, "book \(index)")
      #expect(
        structures.allSatisfy { structure in
          structure.legs.allSatisfy {
            abs($0.quantity) == structure.quantity && $0.contract.series == structure.series
          }
        }, "book \(index)")
      let shuffled = StructureRecognition.recognise(positions.shuffled(using: &random))
      #expect(shuffled.map(\.kind) == structures.map(\.kind), "book \(index)")
    }
  }
}
