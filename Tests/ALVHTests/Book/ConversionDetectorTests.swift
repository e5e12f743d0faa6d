import ALVH
import Quant
import TestSupport
import Testing

@Suite struct ConversionDetectorTests {
  private let market = BookMarket(
    date: ScenarioFixture.date, spot: 2000, rate: 0.02, dividendYield: 0.02)
  private var discount: Double {
    RealFunctions.exp(-0.02 * (44 - 390.0 / 1440) / 365)
  }

  private func find(
    _ positions: [Position], _ underlyings: [UnderlyingHolding] = []
  ) -> [ConversionFinding] {
    ConversionDetector.find(positions, underlyings: underlyings, market: market)
  }

  /// Short call at 30, long put at 40, both 1950.
  private func shortSynthetic(_ pairs: Int = 1, root: OptionRoot = .spx) -> [Position] {
    [
      Positions.make(.call, 1950, -pairs, 30, root: root),
      Positions.make(.put, 1950, pairs, 40, root: root),
    ]
  }

  @Test func anOrdinaryBookHasNone() {
    #expect(find([]).isEmpty)
    #expect(find(Positions.condor(3)).isEmpty)
    let shares = UnderlyingHolding.shares(
      "SPY", quantity: 1000, pointsPerShare: 0.1, entryForward: 2000)
    #expect(find(Positions.condor(3), [shares]).isEmpty)
  }

  @Test func sharesWithAShortSyntheticAreAConversion() throws {
    // 1,000 SPY of 0.1 points are $100 per point: one pair of two.
    let shares = UnderlyingHolding.shares(
      "SPY", quantity: 1000, pointsPerShare: 0.1, entryForward: 1945)
    let found = find(shortSynthetic(2), [shares])
    #expect(found.map(\.kind) == [.conversion, .syntheticShort])
    #expect(found.map(\.pairs) == [1, 1] && found[0].underlying == "SPY")
    // D·(1950 − 1945) + (30 − 40) per unit, × 100.
    let expected = 100 * (discount * 5 - 10)
    #expect(isClose(found[0].lockedDollars, expected, absolute: 1e-9))
    #expect(found[1].lockedDollars == nil)
  }

  @Test func shortUnderlyingWithALongSyntheticIsAReversal() {
    let long = shortSynthetic().map {
      var position = $0
      position.quantity *= -1
      return position
    }
    let shares = UnderlyingHolding.shares(
      "SPY", quantity: -1500, pointsPerShare: 0.1, entryForward: 1945)
    let found = find(long, [shares])
    #expect(found.map(\.kind) == [.reversal])
    #expect(isClose(found[0].lockedDollars, -100 * (discount * 5 - 10), absolute: 1e-9))
    let sameSide = UnderlyingHolding.shares(
      "SPY", quantity: 1500, pointsPerShare: 0.1, entryForward: 1945)
    #expect(find(long, [sameSide]).map(\.kind) == [.syntheticLong])
  }

  @Test func futuresMatchTenPairsPerVXAndOnePerVXM() {
    func future(_ kind: VIXFutureKind, days: Int = 0) -> UnderlyingHolding {
      .future(
        VIXFutureLeg(
          kind: kind, expiration: Positions.expiration.adding(days: days), quantity: 1, future: 18),
        entryPrice: 18)
    }
    let pairs = shortSynthetic(12, root: .vix)
    #expect(find(pairs, [future(.vx)]).map(\.pairs) == [10, 2])
    #expect(find(pairs, [future(.vxm)]).map(\.pairs) == [1, 11])
    #expect(find(pairs, [future(.vx), future(.vxm)]).map(\.pairs) == [10, 1, 1])
    #expect(find(pairs, [future(.vx, days: 7)]).map(\.kind) == [.syntheticShort])
    #expect(find(shortSynthetic(12), [future(.vx)]).map(\.kind) == [.syntheticShort])
  }

  @Test func twoSyntheticsOfOppositeSignAreABox() {
    // Long 1900 for 70 − 20 = 50, short 1950 for 30 − 40 = −10 received.
    let box =
      [
        Positions.make(.call, 1900, 1, 70), Positions.make(.put, 1900, -1, 20),
      ] + shortSynthetic()
    let shares = UnderlyingHolding.shares(
      "SPY", quantity: 5000, pointsPerShare: 0.1, entryForward: 1945)
    let found = find(box.reversed(), [shares])
    #expect(found.map(\.kind) == [.box], "boxes come first")
    #expect(found[0].strike == 1900 && found[0].secondStrike == 1950)
    // D·50 − 50 + (30 − 40).
    #expect(isClose(found[0].lockedDollars, 100 * (discount * 50 - 60), absolute: 1e-9))
  }

  @Test func seriesAreNeverPooledAndSettledOnesAreLeftOut() {
    let split = [
      Positions.make(.call, 1950, -1, 30), Positions.make(.put, 1950, 1, 40, root: .spxw),
    ]
    #expect(find(split).isEmpty)
    let settled = shortSynthetic().map {
      Positions.make(
        $0.contract.right, 1950, $0.quantity, $0.entryPrice, expiration: ScenarioFixture.date)
    }
    #expect(find(settled).isEmpty)
  }

  @Test func lockedValueIsThePayoffWhateverTheIndex() throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<200 {
      let pairs = Int.random(in: 1...9, using: &random)
      let sign = Bool.random(using: &random) ? 1 : -1
      let strike = (random.uniform(1500...2500)).rounded()
      let (call, put) = (random.uniform(0...200), random.uniform(0...200))
      let entry = random.uniform(1800...2200)
      let positions = [
        Positions.make(.call, strike, -sign * pairs, call),
        Positions.make(.put, strike, sign * pairs, put),
      ]
      let holding = UnderlyingHolding(
        underlying: .index, label: "SPY", dollarsPerPoint: Double(sign * pairs) * 100,
        entryForward: entry)
      let found = try #require(find(positions, [holding]).first)
      #expect(found.kind == (sign > 0 ? .conversion : .reversal) && found.pairs == pairs)
      let settlement = random.uniform(1000...3000)
      let payoff = positions.reduce(Double(sign * pairs) * 100 * (settlement - entry)) {
        $0 + 100 * Double($1.quantity) * $1.contract.intrinsicValue(at: settlement)
      }
      let premium = Double(sign * pairs) * 100 * (call - put)
      #expect(
        isClose(found.lockedDollars, discount * payoff + premium, absolute: 1e-6),
        "computed \(found.lockedDollars as Any), expected \(discount * payoff + premium) ± 1e-6")
    }
  }
}
