import ALVH
import Quant
import TestSupport
import Testing

@Suite struct PutSideWideningTests {
  private let condor = StructureRecognition.recognise(Positions.condor(2))[0]

  private func quotes(_ strikes: [Double] = [1865, 1870, 1875, 1880, 1885]) -> [OptionContract:
    OptionQuote]
  {
    let contracts =
      strikes.map { Positions.make(.put, $0, 1, 0).contract }
      + [2140, 2150].map { Positions.make(.call, $0, 1, 0).contract }
    return Dictionary(uniqueKeysWithValues: contracts.map { ($0, ScenarioFixture.quote($0)) })
  }

  private func widen(
    _ structure: RecognisedStructure? = nil, _ mode: PutSideWideningMode = .shiftSpread,
    by points: Double = 5, quotes: [OptionContract: OptionQuote]? = nil, surface: Bool = true
  ) throws -> PutSideWidening {
    try PutSideWidening(
      of: structure ?? condor, mode: mode, distancePoints: points,
      quotes: quotes ?? self.quotes(), market: ScenarioFixture.index(),
      surface: surface ? try ScenarioFixture.market().indexSurface : nil)
  }

  @Test func shiftMovesBothPutsAndPaysTheSpread() throws {
    for points in PutSideWidening.distances {
      let found = try widen(by: points)
      let quoted = quotes()
      func quote(_ strike: Double) throws -> OptionQuote {
        try #require(quoted[Positions.make(.put, strike, 1, 0).contract])
      }
      let debit =
        try quote(1885).ask - quote(1885 - points).bid - quote(1875).bid
        + quote(1875 - points).ask
      #expect(isClose(found.debitDollars, 200 * debit, absolute: 1e-9))
      #expect(found.trades.map(\.quantity) == [2, -2, -2, 2], "closing trades first")
      #expect(found.after.shortPutStrike == 1885 - points)
      #expect(found.after.longPutStrike == 1875 - points)
      // Credit 1.80 falls by the debit; the width stays 10.
      let credit = 1.8 - debit
      let (breakEven, maxLoss) = (1885 - points - credit, 200 * (10 - credit))
      #expect(isClose(found.after.lowerBreakEven, breakEven, absolute: 1e-9))
      #expect(isClose(found.after.maxLossDollars, maxLoss, absolute: 1e-6))
      #expect(isClose(found.before.lowerBreakEven, 1883.2, absolute: 1e-9))
      #expect(isClose(found.before.maxLossDollars, 1640, absolute: 1e-6))
    }
  }

  @Test func protectionIsSmallAndSaidInDaysOfSigma() throws {
    let five = try widen(by: 5)
    let ten = try widen(by: 10)
    let change = try #require(five.breachChange)
    #expect(change < 0 && change > -0.02)
    #expect(try #require(ten.breachChange) < change && (ten.touchChange ?? 0) < 0)
    // 10/(2000·σ/√252) with σ the at-the-money volatility, about 0.15: 0.53 days.
    #expect(isClose(ten.daysOfSigma, 10 / (2000 * 0.15 / 252.0.squareRoot()), absolute: 1e-3))
    let before = try #require(ten.before.gammaDollarsPerPointSquared)
    let after = try #require(ten.after.gammaDollarsPerPointSquared)
    #expect(before < 0 && after > before, "a farther spread has less short gamma")
  }

  @Test func shortOnlyNarrowsTheSpread() throws {
    let found = try widen(nil, .shortOnly, by: 5)
    #expect(found.trades.map(\.quantity) == [2, -2])
    #expect(found.after.longPutStrike == 1875 && found.after.shortPutStrike == 1880)
    // The call side, 10 wide, now carries the greatest loss: 10 − (1.80 − debit).
    let debit = found.debitDollars / 200
    #expect(isClose(found.after.maxLossDollars, 200 * (10 - (1.8 - debit)), absolute: 1e-6))
    #expect(throws: PutSideWideningProblem.noWidthLeft) { try widen(nil, .shortOnly, by: 10) }
  }

  @Test func withoutASurfaceThePutsOwnVolatilityServes() throws {
    let found = try widen(surface: false)
    let own = ScenarioFixture.volatilities(Positions.condor())[
      Positions.make(.put, 1885, 1, 0).contract]
    #expect(isClose(found.before.volatility, own, absolute: 1e-9))
    #expect(try #require(found.breachChange) < 0 && found.daysOfSigma != nil)
  }

  @Test func problemsAreNamed() throws {
    let calls = RecognisedStructure(
      kind: .bearCallSpread, quantity: 1,
      legs: condor.legs.filter { $0.contract.right == .call })
    #expect(throws: PutSideWideningProblem.noShortPut) { try widen(calls) }
    let naked = RecognisedStructure(
      kind: .nakedShortPut, quantity: 2,
      legs: condor.legs.filter { $0.contract.strike == 1885 })
    #expect(throws: PutSideWideningProblem.noLongPut) { try widen(naked) }
    #expect(try widen(naked, .shortOnly).after.shortPutStrike == 1880)
    let missing = Positions.make(.put, 1880, 1, 0).contract
    #expect(throws: PutSideWideningProblem.notQuoted(missing)) {
      try widen(quotes: quotes([1870, 1875, 1885]))
    }
    var noBid = quotes()
    noBid[missing]?.bid = 0
    #expect(throws: PutSideWideningProblem.notQuoted(missing)) { try widen(quotes: noBid) }
    var worthless = quotes()
    worthless[Positions.make(.put, 1875, 1, 0).contract]?.bid = 0
    let sold = try widen(quotes: worthless)
    #expect(sold.trades[1].price == 0 && sold.before.gammaDollarsPerPointSquared == nil)
    let settled = StructureRecognition.recognise(
      Positions.condor(1, expiration: ScenarioFixture.date))[0]
    #expect(throws: PutSideWideningProblem.expired) { try widen(settled) }
  }

  @Test func offerNeedsALayerAndPressure() {
    func offer(_ layer: Int, _ touch: Double?, _ delta: Double?) -> PutSideWideningOffer {
      PutSideWideningOffer(layer: layer, touchProbability: touch, shortPutDelta: delta)
    }
    #expect(offer(1, 0.30, nil).isOffered && offer(1, nil, -0.25).isOffered)
    #expect(offer(3, 0.4, 0.3).pressures == [.touchProbability, .shortPutDelta])
    #expect(!offer(0, 0.9, -0.9).isOffered)
    #expect(!offer(2, 0.299, -0.249).isOffered && !offer(1, nil, nil).isOffered)
  }
}
