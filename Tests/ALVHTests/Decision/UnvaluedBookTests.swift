import ALVH
import Quant
import TestSupport
import Testing

/// A book that is not known as a whole is never hedged as if it were.
@Suite struct UnvaluedBookTests {
  private static let sessions = 76
  private let market = SyntheticMarket(sessions: 76, seed: 6)

  private func decisions(_ market: SyntheticMarket) throws -> [DailyDecision] {
    var profile = SignalHistory.busyProfile
    profile.engine.requireAlignment = false
    let dates = market.history.bars.map(\.date)
    return try DailyEngine(profile: profile, account: market.account)
      .decisions(market.history, in: dates[0]...dates[Self.sessions - 1])
  }

  /// The decision of a session with orders after its index quotes were changed.
  private func decision(
    _ change: (inout [OptionQuote]) -> Void
  ) throws -> (before: DailyDecision, after: DailyDecision) {
    let before = try #require(
      try decisions(market).first { $0.sizing != nil && $0.hedge.coverage != nil },
      "nothing was sized; choose another seed")
    var changed = market
    change(&changed.history.indexOptions[before.date, default: []])
    let after = try #require(try decisions(changed).first { $0.date == before.date })
    return (before, after)
  }

  private func expectNoHedge(_ decision: DailyDecision, _ comment: Comment) {
    #expect(decision.step.reason == .dataGate && decision.step.action == .hold, comment)
    #expect(!decision.inputs.dataOK && !decision.inputs.coverageOutOfBand, comment)
    #expect(decision.sizing == nil && decision.orders.isEmpty, comment)
    #expect(decision.hedge.coverage == nil, comment)
  }

  @Test func aLegWithoutAQuoteLeavesTheVegaUnknown() throws {
    let (before, after) = try decision { $0.removeFirst() }
    #expect(before.book?.hedgeableVegaDollarsPerVolPoint != nil)
    expectNoHedge(after, "one leg")
    let contract = try #require(after.book?.valuation.incompleteLegs.first?.leg.contract)
    #expect(after.gaps.contains(.unpricedLeg(contract, .noQuote)))
    #expect(after.gaps.contains(.bookNotValued) && !after.gaps.contains(.noShortVega))
  }

  @Test func aBookWithoutQuotesIsNotABookWithoutVega() throws {
    let (_, after) = try decision { $0 = [] }
    expectNoHedge(after, "no leg")
    let legs = try #require(after.book?.valuation.legs)
    #expect(legs.count == 4 && legs.allSatisfy { $0.issue == .noQuote })
    #expect(after.gaps.contains(.bookNotValued) && !after.gaps.contains(.noShortVega))
  }

  /// The midpoint stands, so the result is known; the volatility is not, so the vega is not.
  @Test func aLegThatNobodyBidsForLeavesTheVegaUnknown() throws {
    let (_, after) = try decision { $0[0].bid = 0 }
    expectNoHedge(after, "no bid")
    #expect(after.book?.valuation.unrealisedDollars != nil)
    #expect(after.book?.valuation.vegaDollarsPerVolPoint == nil)
  }

  /// A sum over some of the held calls is not the hedge's.
  @Test func aHeldCallWithoutAQuoteLeavesTheCoverageUnknown() throws {
    let before = try #require(
      try decisions(market).first { decision in
        decision.hedge.lines.contains { $0.position.entryDate < decision.date }
      }, "nothing was held; choose another seed")
    let held = try #require(before.hedge.lines.first).position.contract
    var changed = market
    changed.history.vixOptions[before.date]?.removeAll { $0.contract == held }
    let after = try #require(try decisions(changed).first { $0.date == before.date })
    expectNoHedge(after, "held call")
    #expect(after.hedge.notionalFraction == nil)
    #expect(after.hedge.unpriced.contains { $0.contract == held })
    #expect(after.book?.valuation.isComplete == true)
  }

  @Test func aLongBookIsValuedAndNotShort() throws {
    var long = market
    for index in long.account.snapshots[0].positions.indices {
      long.account.snapshots[0].positions[index].quantity *= -1
    }
    let decision = try #require(try decisions(long).last { $0.book?.valuation.isComplete == true })
    #expect(decision.gaps.contains(.noShortVega) && !decision.gaps.contains(.bookNotValued))
    #expect(decision.inputs.dataOK && decision.hedge.coverage == nil)
  }

  @Test func optionsOutsideTheBookAreNotHedgedAway() throws {
    let plain = try decisions(market)
    let sized = try #require(plain.first { $0.sizing != nil })
    let snapshot = try #require(market.account.snapshots.first).date
    var more = market
    more.account.outside = [
      snapshot: [
        OptionOutsideBook(expiration: sized.date), OptionOutsideBook(expiration: nil),
        OptionOutsideBook(expiration: sized.date.adding(days: 1)),
      ]
    ]
    let decision = try #require(try decisions(more).first { $0.date == sized.date })
    expectNoHedge(decision, "outside")
    #expect(decision.book?.optionsOutside == 2, "the one that expires today is settled")
    #expect(decision.gaps.contains(.optionsOutsideBook(2)))
    #expect(decision.book?.valuation.vegaDollarsPerVolPoint != nil)
  }

  @Test func expiredOptionsOutsideTheBookChangeNothing() throws {
    let snapshot = try #require(market.account.snapshots.first).date
    var more = market
    more.account.outside = [snapshot: [OptionOutsideBook(expiration: snapshot)]]
    #expect(try decisions(more) == (try decisions(market)))
  }

  /// There is something to hedge although the book is empty: the gate stands before "no book".
  @Test func anEmptyBookWithOptionsOutsideIsIncomplete() throws {
    var more = market
    more.account.snapshots[0].positions = []
    more.account.outside = [
      more.account.snapshots[0].date: [OptionOutsideBook(expiration: nil)]
    ]
    let decision = try #require(try decisions(more).last)
    #expect(decision.book == nil && decision.gaps.contains(.optionsOutsideBook(1)))
    #expect(decision.step.reason == .dataGate)
  }

  @Test func pricesThatNeverCameAreMissing() throws {
    var bare = market
    bare.history.futures = [:]
    bare.history.vixOptions = [:]
    bare.history.indexOptions = [:]
    let decision = try #require(try decisions(bare).last)
    let missing = decision.gaps.compactMap { gap -> String? in
      if case .missingSeries(let id) = gap { id } else { nil }
    }
    #expect(missing == ["vx", "vix-options", "index-options"])
    #expect(decision.step.reason == .dataGate)
  }
}
