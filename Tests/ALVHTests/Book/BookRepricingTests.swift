import ALVH
import Quant
import TestSupport
import Testing

@Suite struct BookRepricingTests {
  private let market = BookMarket(
    date: Positions.expiration.adding(days: -44), spot: 2000, rate: 0.005, dividendYield: 0.02)

  private func flat(_ positions: [Position]) -> [OptionContract: Double] {
    Dictionary(positions.map { ($0.contract, 0.16) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func emptyBookIsWorthNothing() throws {
    let repricing = try BookRepricing(positions: [], volatilities: [:], market: market)
    #expect(repricing.valueDollars(spot: 2000) == 0 && repricing.daysToExpiration == nil)
  }

  @Test func missingVolatilityIsAnError() {
    let positions = Positions.condor()
    #expect(throws: BookRepricingError.missingVolatility(positions[0].contract)) {
      try BookRepricing(positions: positions, volatilities: [:], market: market)
    }
    let vix = Positions.make(.call, 22, 4, 1, root: .vix)
    #expect(throws: BookRepricingError.notAnIndexOption(vix.contract)) {
      try BookRepricing(positions: [vix], volatilities: flat([vix]), market: market)
    }
  }

  @Test func atExpirationEqualsThePayoff() throws {
    let positions = Positions.condor(2)
    let repricing = try BookRepricing(
      positions: positions, volatilities: flat(positions), market: market)
    let profile = try PayoffProfile(positions: positions)
    #expect(repricing.daysToExpiration == 44...44)
    let spots = [1700, 1880.0, 2000, 2145, 2300]
    for (spot, profit) in zip(spots, repricing.profitCurve(spots: spots, daysForward: 44)) {
      #expect(isClose(profit, profile.value(at: spot), absolute: 1e-6))
    }
  }

  @Test func timePassingHelpsTheCondorInTheMiddle() throws {
    let positions = Positions.condor()
    let repricing = try BookRepricing(
      positions: positions, volatilities: flat(positions), market: market)
    let profits = [0, 7, 14, 44].map { repricing.profitDollars(spot: 2010, daysForward: $0) }
    #expect(profits == profits.sorted())
    #expect(
      repricing.valueDollars(spot: 2010, volShiftPoints: 3) < repricing.valueDollars(spot: 2010))
  }

  @Test func volShiftMayDependOnTheDaysLeft() throws {
    let later = Positions.expiration.adding(days: 28)
    let positions = Positions.condor() + Positions.condor(expiration: later)
    let repricing = try BookRepricing(
      positions: positions, volatilities: flat(positions), market: market)
    var seen: Set<Int> = []
    _ = repricing.valueDollars(spot: 2000, daysForward: 7) { daysLeft in
      seen.insert(daysLeft)
      return 0
    }
    #expect(seen == [37, 65])
    #expect(repricing.daysToExpiration == 44...72)
  }

  @Test func singleUseFormAgrees() throws {
    let positions = Positions.condor()
    let repricing = try BookRepricing(
      positions: positions, volatilities: flat(positions), market: market)
    let value = try BookRepricing.value(
      positions: positions, volatilities: flat(positions), market: market, spot: 1950,
      daysForward: 7, volShiftPoints: 2)
    #expect(value == repricing.valueDollars(spot: 1950, daysForward: 7, volShiftPoints: 2))
  }
}
