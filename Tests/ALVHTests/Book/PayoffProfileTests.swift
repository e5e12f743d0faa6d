import ALVH
import Quant
import TestSupport
import Testing

@Suite struct PayoffProfileTests {
  @Test func noPositionsHaveNoProfile() {
    #expect(throws: PayoffError.noPositions) { try PayoffProfile(positions: []) }
    #expect(PayoffProfile.perSeries([]).isEmpty)
  }

  @Test func mixedExpirationsHaveNoSingleProfile() throws {
    let later = Positions.expiration.adding(days: 28)
    let positions = Positions.condor() + Positions.condor(expiration: later)
    let both = [
      OptionSeries(root: .spx, expiration: Positions.expiration),
      OptionSeries(root: .spx, expiration: later),
    ]
    #expect(throws: PayoffError.mixedSeries(both)) { try PayoffProfile(positions: positions) }
    #expect(PayoffProfile.perSeries(positions).map(\.series) == both)
  }

  @Test func condorLosesAtMostWidthLessCredit() throws {
    let profile = try PayoffProfile(positions: Positions.condor(2))
    #expect(isClose(profile.credit, 3.6, absolute: 1e-9))
    #expect(isClose(profile.maxProfit, 360, absolute: 1e-9))
    #expect(isClose(profile.maxLoss, 1640, absolute: 1e-9))
    #expect(profile.breakEvens.count == 2)
    #expect(isClose(profile.breakEvens.first, 1883.2, absolute: 1e-9))
    #expect(isClose(profile.breakEvens.last, 2141.8, absolute: 1e-9))
    #expect(!profile.isArbitrageOrBadData)
  }

  @Test func creditAboveWidthIsFlagged() throws {
    let profile = try PayoffProfile(positions: [
      Positions.make(.put, 1890, -1, 20), Positions.make(.put, 1880, 1, 5),
    ])
    #expect(profile.isArbitrageOrBadData)
    #expect(isClose(profile.maxLoss, -500, absolute: 1e-9))
    #expect(profile.breakEvens.isEmpty)
  }

  @Test func zeroOverAnIntervalGivesItsEnds() throws {
    let profile = try PayoffProfile(positions: [
      Positions.make(.put, 1900, -1, 5), Positions.make(.put, 1890, 1, 5),
      Positions.make(.call, 2000, -1, 0),
    ])
    #expect(profile.breakEvens == [1900, 2000])
    #expect(profile.maxLoss == nil)
  }

  @Test func equalsTheValueAtExpiration() {
    var random = SplitMix64(seed: 77)
    for index in 0..<200 {
      let positions = Positions.random(&random)
      guard let profile = PayoffProfile.perSeries(positions).first else { continue }
      func exact(_ settlement: Double) -> Double {
        positions.reduce(0) { sum, position in
          let strike = position.contract.strike
          let intrinsic =
            position.contract.right == .call
            ? max(settlement - strike, 0) : max(strike - settlement, 0)
          return sum + 100 * Double(position.quantity) * (intrinsic - position.entryPrice)
        }
      }
      for _ in 0..<20 {
        let settlement = random.uniform(0...2500)
        let value = profile.value(at: settlement)
        #expect(isClose(value, exact(settlement), absolute: 1e-6), "book \(index)")
        if let most = profile.maxProfit { #expect(value <= most + 1e-6, "book \(index)") }
        if let loss = profile.maxLoss { #expect(value >= -loss - 1e-6, "book \(index)") }
      }
      for breakEven in profile.breakEvens {
        #expect(isClose(exact(breakEven), 0, absolute: 1e-5), "book \(index) at \(breakEven)")
      }
      #expect(profile.breakEvens == profile.breakEvens.sorted())
    }
  }
}
