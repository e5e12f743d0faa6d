import ALVH
import Quant
import TestSupport
import Testing

/// Finite inputs of any size give finite figures of a book, its pay-off and its structures.
@Suite struct ExtremeBookTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  private func widening(
    _ structure: RecognisedStructure, _ mode: PutSideWideningMode, _ distance: Double,
    _ quotes: [OptionContract: OptionQuote], market: BookMarket
  ) -> PutSideWidening? {
    do {
      return try PutSideWidening(
        of: structure, mode: mode, distancePoints: distance, quotes: quotes, market: market,
        surface: nil)
    } catch {
      return nil
    }
  }

  @Test func valuationsStayFinite() throws {
    var priced = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let book = ExtremeBook(&random, roots: OptionRoot.allCases)
      let value = BookValuation(
        positions: book.positions, quotes: book.quotes, market: book.market)
      try requireFinite(value, seed)
      try requireFinite(
        [value.deltaDollars, value.timeValueForwardDollars, value.vegaDollarsPerVolPoint]
          .compactMap { $0 }
          + value.legs.compactMap(\.markDollars) + value.legs.compactMap(\.unrealisedDollars),
        seed)
      try requireFinite(value.impliedVolatilities, seed)
      priced += value.impliedVolatilities.count
    }
    #expect(priced > 30, "\(priced) legs were priced")
  }

  @Test func repricingStaysFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let book = ExtremeBook(&random)
      let repricing = try BookRepricing(
        positions: book.positions, volatilities: book.volatilities, market: book.market)
      for _ in 0..<4 {
        let spot = random.magnitude(or: 1000...3000)
        let days = Int.random(in: 0...500_000, using: &random)
        let shift = random.signed(or: -10...30)
        try requireFinite(
          [
            repricing.valueDollars(spot: spot, daysForward: days, volShiftPoints: shift),
            repricing.profitDollars(spot: spot, daysForward: days, volShiftPoints: shift),
            repricing.valueDollars(spot: spot) { _ in shift },
          ] + repricing.profitCurve(spots: [spot, 1, 1e300], volShiftPoints: shift), seed)
      }
    }
  }

  @Test func payoffsAndStructuresStayFinite() throws {
    var breakEvens = 0
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let book = ExtremeBook(&random)
      for profile in PayoffProfile.perSeries(book.positions) {
        try requireFinite(profile, seed)
        try requireFinite([profile.maxProfit, profile.maxLoss].compactMap { $0 }, seed)
        let settlements = [0, random.magnitude(), 1e300] + profile.breakEvens.filter { $0 >= 0 }
        try requireFinite(settlements.map(profile.value(at:)), seed)
        breakEvens += profile.breakEvens.count
      }
      let structures = StructureRecognition.recognise(book.positions)
      try requireFinite(structures, seed)
      try requireFinite(structures.map(\.credit), seed)
      let level = LowerBreakEven.nearest(
        in: PayoffProfile.perSeries(book.positions), spot: book.market.spot)
      try requireFinite(level as Any, seed)
    }
    #expect(breakEvens > 100, "\(breakEvens)")
  }

  @Test func conversionsStayFinite() throws {
    var locked = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var book = ExtremeBook(&random, roots: OptionRoot.allCases)
      // Every line gets its opposite right, so that synthetics occur.
      for position in book.positions {
        var other = position
        other.contract.right = position.contract.right == .call ? .put : .call
        other.quantity = -position.quantity
        other.entryPrice = random.magnitude()
        book.positions.append(other)
      }
      let holdings = [
        UnderlyingHolding.shares(
          "SPY", quantity: random.quantity(), pointsPerShare: random.magnitude(or: 0.1...0.1),
          entryForward: random.signed(or: 1000...3000)),
        UnderlyingHolding(
          underlying: .vix(expiration: ExtremeBook.date.adding(days: 30)), label: "VX",
          dollarsPerPoint: random.signed(), entryForward: random.signed()),
      ]
      let found = ConversionDetector.find(
        book.positions, underlyings: holdings, market: book.market)
      try requireFinite(found, seed)
      locked += found.count { $0.lockedDollars != nil }
    }
    #expect(locked > 50, "\(locked)")
  }

  @Test func wideningStaysFinite() throws {
    var found = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let book = ExtremeBook(&random)
      for structure in StructureRecognition.recognise(book.positions) {
        let distance = random.magnitude(or: 5...10)
        var quotes: [OptionContract: OptionQuote] = [:]
        for contract in structure.legs.map(\.contract) {
          for strike in [contract.strike, contract.strike - distance] {
            var moved = contract
            moved.strike = strike
            let bid = random.magnitude(or: 0.1...20)
            quotes[moved] = OptionQuote(
              date: ExtremeBook.date, contract: moved, bid: bid, ask: bid * 1.2)
          }
        }
        for mode in PutSideWideningMode.allCases {
          // A structure without puts, or without room below them, has nothing to move.
          guard
            let widening = widening(structure, mode, distance, quotes, market: book.market)
          else { continue }
          found += 1
          try requireFinite(widening, seed)
          try requireFinite([widening.breachChange, widening.touchChange].compactMap { $0 }, seed)
        }
      }
    }
    #expect(found > 30, "\(found)")
  }

  /// 2⁵³ puts struck at 1e300 pay 2⁵³·100·1e300 ≈ 9e317 dollars at a settlement of zero.
  @Test func aFigureBeyondADoubleIsTheGreatestOfItsSign() throws {
    let put = Positions.make(.put, 1e300, 1 << 53, 0)
    let profile = try PayoffProfile(positions: [put])
    #expect(profile.nodes[0].profit == .greatestFiniteMagnitude)
    let short = Positions.make(.put, 1e300, -(1 << 53), 0)
    #expect(try PayoffProfile(positions: [short]).nodes[0].profit == -.greatestFiniteMagnitude)
  }

  /// A forward of zero or below cannot come from parity; S·e^((r−q)T) with r = q is S.
  @Test(arguments: [0.0, -5, .infinity, .nan])
  func aForwardThatIsNoPriceCountsAsNone(forward: Double) {
    let series = OptionSeries(root: .spxw, expiration: ExtremeBook.date.adding(days: 30))
    let market = BookMarket(
      date: ExtremeBook.date, spot: 2000, rate: 0.02, dividendYield: 0.02,
      forwards: [series: forward])
    #expect(market.forward(of: series) == 2000)
    #expect(market.dividendYield(of: series) == 0.02)
  }
}
