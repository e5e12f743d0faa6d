import Quant
import TestSupport
import Testing

/// One row of `vix_term_structure.json`.
private struct TermStructureCase: Decodable {
  struct Contract: Decodable {
    let expiration: CalendarDate
    let days: Int
    let settle: Double
  }
  struct Maturity: Decodable {
    let value, wNear: Double
    let near, far: Int
    let usedSpot: Bool
  }
  struct Expected: Decodable {
    let cm30, cm60: Maturity?
    let contango12, slope12Per30d, basisFront, logSlopePer30d, rollDown7dFrom2: Double?
    let state: VIXTermStructure.State?
  }
  let id: String
  let date: CalendarDate
  let spotVix: Double
  let futures: [Contract]
  let expected: Expected

  func curve() throws -> VIXTermStructure {
    try VIXTermStructure(
      date: date, spot: spotVix, contracts: futures.map { ($0.expiration, $0.settle) })
  }
}

@Suite struct VIXTermStructureVectors {
  private func expect(
    _ computed: ConstantMaturity?, _ expected: TermStructureCase.Maturity?, _ id: String
  ) {
    #expect(isClose(computed?.value, expected?.value, absolute: 1e-12, relative: 1e-14), "\(id)")
    #expect(isClose(computed?.nearWeight, expected?.wNear, absolute: 1e-14), "\(id)")
    #expect(computed?.nearDays == expected?.near && computed?.farDays == expected?.far, "\(id)")
    #expect(computed?.usedSpot == expected?.usedSpot, "\(id)")
  }

  @Test func everyFigureMatchesTheReference() throws {
    for row in try Vectors.cases("vix_term_structure", as: TermStructureCase.self) {
      let curve = try row.curve()
      let expected = row.expected
      let days = row.futures.map(\.days).filter { $0 > 0 }.sorted()
      #expect(curve.nodes.map(\.days) == days, "\(row.id)")
      expect(curve.constantMaturity(days: 30), expected.cm30, row.id)
      expect(curve.constantMaturity(days: 60), expected.cm60, row.id)
      let second = curve.nodes.dropFirst().first
      let rollDown = second.flatMap { curve.rollDown(expiration: $0.expiration, days: 7) }
      let checks: [(String, Double?, Double?)] = [
        ("contango12", curve.contango12, expected.contango12),
        ("contango12Per30d", curve.contango12Per30d, expected.slope12Per30d),
        ("basisFront", curve.basisFront, expected.basisFront),
        ("logSlopePer30d", curve.logSlopePer30d, expected.logSlopePer30d),
        ("rollDown", rollDown, expected.rollDown7dFrom2),
      ]
      for (name, computed, value) in checks {
        #expect(
          isClose(computed, value, absolute: 1e-13),
          "\(row.id) \(name): computed \(computed as Any), expected \(value as Any)")
      }
      #expect(curve.state == expected.state, "\(row.id)")
    }
  }
}

@Suite struct VIXTermStructureTests {
  private let date = CalendarDate(dayNumber: 16_800)

  private func curve(_ contracts: [(Int, Double)], spot: Double = 15) throws -> VIXTermStructure {
    try VIXTermStructure(
      date: date, spot: spot, contracts: contracts.map { (date.adding(days: $0.0), $0.1) })
  }

  @Test func noContractGivesNoFigures() throws {
    let empty = try curve([])
    #expect(empty.nodes.isEmpty && empty.state == nil && empty.contango12 == nil)
    #expect(empty.basisFront == nil && empty.logSlopePer30d == nil)
    #expect(empty.constantMaturity(days: 0) == nil && empty.value(atDays: 10) == nil)
  }

  @Test func oneContractGivesBasisAndInterpolationFromSpot() throws {
    let single = try curve([(20, 17)])
    #expect(single.basisFront == 17.0 / 15 - 1)
    #expect(single.contango12 == nil && single.state == nil && single.logSlopePer30d == nil)
    #expect(single.constantMaturity(days: 10)?.value == 16)
    #expect(single.constantMaturity(days: 10)?.usedSpot == true)
    #expect(single.constantMaturity(days: 20)?.usedSpot == false)
    #expect(single.constantMaturity(days: 21) == nil)
    #expect(single.value(atDays: 0) == 15 && single.value(atDays: 20) == 17)
  }

  @Test func contractsAreSortedAndTheExpiringOneIsDropped() throws {
    let unsorted = try curve([(50, 18), (0, 14), (-5, 13), (20, 17)])
    #expect(unsorted.nodes.map(\.days) == [20, 50])
  }

  @Test func stateFollowsFrontAndSpot() throws {
    #expect(try curve([(20, 16), (50, 17)]).state == .contango)
    #expect(try curve([(20, 14), (50, 13)]).state == .backwardation)
    #expect(try curve([(20, 14), (50, 17)]).state == .mixed)
    #expect(try curve([(20, 16), (50, 16)]).state == .mixed)
    #expect(try curve([(20, 15), (50, 16)]).state == .mixed)
  }

  @Test func rollDownNeedsTheContractOnTheCurve() throws {
    let two = try curve([(20, 16), (50, 19)])
    #expect(two.rollDown(expiration: date.adding(days: 50), days: 10) == 1)
    #expect(two.rollDown(expiration: date.adding(days: 20), days: 20) == 1)
    #expect(two.rollDown(expiration: date.adding(days: 20), days: 21) == nil)
    #expect(two.rollDown(expiration: date.adding(days: 21), days: 1) == nil)
  }

  @Test func settlementsOfOtherDatesAreIgnored() throws {
    let settlements = [
      FuturesSettlement(date: date.adding(days: -1), expiration: date.adding(days: 20), settle: 99),
      FuturesSettlement(date: date, expiration: date.adding(days: 20), settle: 16),
    ]
    let single = try VIXTermStructure(date: date, spot: 15, settlements: settlements)
    #expect(single.nodes.map(\.settle) == [16])
  }

  @Test func invalidInputIsRefusedWithItsIndex() {
    #expect(throws: SeriesError.parameterOutOfRange(name: "spot")) { try curve([], spot: 0) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "spot")) { try curve([], spot: .nan) }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) { try curve([(20, 16), (50, 0)]) }
    #expect(throws: SeriesError.nonFinite(index: 0)) { try curve([(20, .infinity), (50, 17)]) }
    #expect(throws: SeriesError.duplicateDate(index: 2)) {
      try curve([(20, 16), (50, 17), (20, 16)])
    }
  }
}
