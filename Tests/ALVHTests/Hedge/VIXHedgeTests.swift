import ALVH
import Quant
import TestSupport
import Testing

@Suite struct VIXHedgeTests {
  private let date = CalendarDate(dayNumber: 16_834)
  private let contract = OptionContract(
    root: .vix, expiration: CalendarDate(dayNumber: 16_869), strike: 22, right: .call)
  private var assumptions: VIXCallAssumptions {
    VIXCallAssumptions(
      future: 18, rolledFuture: 17.4, volatilityBeta: 0.46, rate: 0.005, commissionDollars: 0.65)
  }

  private func quote(_ bid: Double, _ ask: Double) -> OptionQuote {
    OptionQuote(date: date, contract: contract, bid: bid, ask: ask)
  }

  private func leg(_ quantity: Int = 4) throws -> VIXHedgeLeg {
    let solved = VIXHedgeLeg.impliedVolatility(quote(0.75, 0.85), future: 18, rate: 0.005)
    return VIXHedgeLeg(
      contract: contract, quantity: quantity, future: 18,
      impliedVolatility: try #require(solved.value), volatilityBeta: 0.46)
  }

  @Test func candidateIsBoughtAtTheAskAndDecaysDownTheCurve() throws {
    let candidate = try HedgeCandidate(
      vixCall: quote(0.75, 0.85), assumptions: assumptions, id: "call")
    let held = try leg(1)
    let repricing = VIXHedgeRepricing(legs: [held], date: date, rate: 0.005)
    #expect(candidate.contract == contract)
    #expect(isClose(candidate.impliedVolatility, held.impliedVolatility, absolute: 1e-12))
    #expect(
      isClose(
        candidate.vegaDollarsPerVIXPoint, repricing.vegaDollarsPerVIXPoint(), absolute: 1e-9))
    #expect(isClose(candidate.notionalDollars, 1800, absolute: 1e-9))
    let later = repricing.valueDollars(daysForward: 14) { _ in 17.4 }
    #expect(isClose(100 * candidate.unchangedValue, later, absolute: 1e-9))
    #expect(isClose(candidate.dragDollars, 85 - later + 0.65, absolute: 1e-9))
  }

  @Test func smileByMoneynessReplacesTheOwnVolatility() throws {
    var steeper = assumptions
    steeper.unchangedVolatility = 1.4
    let own = try HedgeCandidate(vixCall: quote(0.75, 0.85), assumptions: assumptions, id: "a")
    let other = try HedgeCandidate(vixCall: quote(0.75, 0.85), assumptions: steeper, id: "b")
    #expect(other.unchangedValue > own.unchangedValue)
    #expect(other.delta == own.delta)
  }

  @Test func callThatSettlesWithinTheReviewCountsIntrinsicValue() throws {
    var long = assumptions
    long.reviewDays = 60
    long.rolledFuture = 23.5
    let candidate = try HedgeCandidate(vixCall: quote(0.75, 0.85), assumptions: long, id: "a")
    #expect(isClose(candidate.unchangedValue, 1.5, absolute: 1e-12))
    #expect(isClose(candidate.dragDollars, 0.65, absolute: 1e-12), "drag is never negative")
  }

  @Test func unsuitableQuotesAreRefused() {
    #expect(throws: HedgeCandidateError.unusableQuote(contract)) {
      try HedgeCandidate(vixCall: quote(0, 0.05), assumptions: assumptions, id: "a")
    }
    #expect(throws: HedgeCandidateError.noVolatility(contract, .aboveMaximum)) {
      try HedgeCandidate(vixCall: quote(18, 19), assumptions: assumptions, id: "a")
    }
    var put = quote(0.75, 0.85)
    put.contract.right = .put
    #expect(throws: HedgeCandidateError.notAVIXCall(put.contract)) {
      try HedgeCandidate(vixCall: put, assumptions: assumptions, id: "a")
    }
    var settled = quote(0.75, 0.85)
    settled.date = contract.expiration
    #expect(throws: HedgeCandidateError.expired(contract)) {
      try HedgeCandidate(vixCall: settled, assumptions: assumptions, id: "a")
    }
  }

  @Test func valueAndExposureFollowTheMarket() throws {
    let repricing = VIXHedgeRepricing(legs: [try leg()], date: date, rate: 0.005)
    #expect(isClose(repricing.valueDollars(), 400 * 0.8, absolute: 1e-6))
    let slope =
      (repricing.valueDollars(vixChange: 0.01) - repricing.valueDollars(vixChange: -0.01)) / 0.02
    #expect(isClose(repricing.vegaDollarsPerVIXPoint(), slope, absolute: 1e-3))
    #expect(repricing.vegaDollarsPerVIXPoint(vixChange: 10) > repricing.vegaDollarsPerVIXPoint())
    let volatility =
      (repricing.valueDollars(volShiftPoints: 0.1) - repricing.valueDollars(volShiftPoints: -0.1))
      / 0.2
    #expect(isClose(repricing.vegaDollarsPerVolOfVolPoint, volatility, absolute: 1e-3))
    #expect(repricing.thetaDollarsPerDay < 0)
  }

  @Test func emptyHedgeIsWorthNothing() {
    let repricing = VIXHedgeRepricing(legs: [], date: date, rate: 0)
    #expect(repricing.valueDollars(vixChange: 10) == 0)
    #expect(repricing.vegaDollarsPerVIXPoint() == 0)
  }
}
