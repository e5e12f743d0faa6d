import ALVH
import Quant
import Testing

@Suite("Daily decisions on a synthetic market")
struct DecisionTests {
  private func decisions(_ market: SyntheticMarket, profile: Profile = .seedOBV) throws
    -> [DailyDecision]
  {
    let dates = market.history.bars.map(\.date)
    return try DailyEngine(profile: profile, account: market.account)
      .decisions(market.history, in: dates[0]...dates[dates.count - 1])
  }

  @Test("one decision for each session, in order, with the session before")
  func oneForEachSession() throws {
    let market = SyntheticMarket(sessions: 120, seed: 7)
    let decisions = try decisions(market)
    #expect(decisions.map(\.date) == market.history.bars.map(\.date))
    #expect(decisions[0].previousDate == nil)
    #expect(decisions[1].previousDate == decisions[0].date)
  }

  @Test("a range returns the same decisions as a run over everything")
  func rangeIsAWindow() throws {
    let market = SyntheticMarket(sessions: 150, seed: 11)
    let all = try decisions(market)
    let window = try DailyEngine(account: market.account)
      .decisions(market.history, in: all[100].date...all[120].date)
    #expect(window == Array(all[100...120]))
  }

  @Test("a history cut at any session gives the same decisions up to it", arguments: [3, 19])
  func noLookAhead(seed: UInt64) throws {
    let market = SyntheticMarket(sessions: 160, seed: seed)
    let all = try decisions(market)
    for end in stride(from: 20, to: 160, by: 7) {
      let cut = market.history.prefix(through: all[end].date)
      let again = try DailyEngine(account: market.account)
        .decisions(cut, in: all[0].date...all[end].date)
      #expect(again == Array(all[...end]), "cut at \(all[end].date)")
    }
  }

  @Test("without a book the engine idles and holds nothing")
  func noBook() throws {
    var market = SyntheticMarket(sessions: 90, seed: 5)
    market.account.snapshots = []
    for decision in try decisions(market) {
      #expect(decision.step.reason == .noBook)
      #expect(decision.hedge.contracts == 0 && decision.orders.isEmpty)
      #expect(decision.book == nil && decision.scenarios == nil)
    }
  }

  @Test("a session without a VIX close is gated, never guessed")
  func missingVIX() throws {
    var market = SyntheticMarket(sessions: 90, seed: 5)
    let missing = market.history.bars[60].date
    market.history.vix.removeAll { $0.date == missing }
    let decision = try #require(try decisions(market).first { $0.date == missing })
    #expect(decision.step.reason == .dataGate)
    let eve = market.history.bars[59].date
    #expect(decision.gaps.filter(\.isOfInput) == [.stale("vix", last: eve)])
    #expect(decision.curve == nil)
  }

  @Test("an input that ends is stale from the next session on, with the day of its last value")
  func staleInputs() throws {
    var market = SyntheticMarket(sessions: 90, seed: 5)
    let last = market.history.bars[60].date
    market.history.futures = market.history.futures.filter { $0.key <= last }
    market.history.vixOptions = market.history.vixOptions.filter { $0.key <= last }
    market.history.policy = [PolicyEvent(date: last, kind: .statement)]
    let all = try decisions(market)
    let fresh = try #require(all.first { $0.date == market.history.bars[59].date })
    #expect(fresh.gaps.filter(\.isOfInput).isEmpty)
    let stale = try #require(all.last)
    #expect(
      stale.gaps.filter(\.isOfInput) == [
        .stale("vx", last: last), .stale("vix-options", last: last), .stale("fomc", last: last),
      ])
  }

  @Test("weekly futures between the monthly ones leave the curve as it is")
  func weeklyFutures() throws {
    let market = SyntheticMarket(sessions: 70, seed: 5)
    var withWeeklies = market
    for (date, settlements) in market.history.futures {
      let weekly = date.adding(days: 8)
      guard !settlements.contains(where: { $0.expiration == weekly }),
        !ContractCalendar.cboe.isMonthlyVIX(weekly)
      else { continue }
      withWeeklies.history.futures[date]?.append(
        FuturesSettlement(date: date, expiration: weekly, settle: 55))
    }
    #expect(try decisions(withWeeklies).map(\.curve) == decisions(market).map(\.curve))
  }

  @Test("an input that never came is missing")
  func inputsThatNeverCame() throws {
    var market = SyntheticMarket(sessions: 70, seed: 5)
    market.history.vix = []
    let decision = try #require(try decisions(market).last)
    #expect(decision.gaps.first == .missingSeries("vix"))
    #expect(!decision.gaps.contains { if case .stale("vix", _) = $0 { true } else { false } })
  }

  @Test("bars without volume are an error, not a flat line")
  func missingVolume() throws {
    var market = SyntheticMarket(sessions: 60, seed: 5)
    market.history.bars[10].volume = nil
    #expect(throws: SeriesError.missingInput(name: "volume")) { try decisions(market) }
  }

  @Test("orders decided at a close are filled at the next one, purchases at the ask")
  func fillsNextSession() throws {
    let market = SyntheticMarket(sessions: 400, seed: 2)
    let decisions = try decisions(market, profile: .withoutAlignment)
    var seen = 0
    for (today, next) in zip(decisions, decisions.dropFirst()) {
      for order in today.orders {
        let fill = next.fills.first { $0.order == order }
        guard let fill else {
          #expect(next.unfilled.contains(order))
          continue
        }
        seen += 1
        let quote = try #require(
          market.history.vixOptions[next.date]?.first { $0.contract == order.contract })
        #expect(fill.price == (order.quantity > 0 ? quote.ask : quote.bid))
      }
    }
    #expect(seen > 0, "the market produced no order; choose another seed")
  }

  @Test("sizing keeps every hard cap on the day it is decided")
  func capsHold() throws {
    let decisions = try decisions(
      SyntheticMarket(sessions: 400, seed: 2), profile: .withoutAlignment)
    var sized = 0
    for decision in decisions {
      guard let sizing = decision.sizing else { continue }
      sized += 1
      let solution = sizing.result.solution
      #expect(solution.dragDollars <= decision.drag.capDollars + 1e-9)
      #expect(solution.coverage <= sizing.band.coverageMax + 1e-9)
      #expect(solution.notionalFraction <= sizing.band.notionalMax + 1e-9)
      #expect(solution.contracts <= Profile.seedOBV.sizing.maxContracts)
    }
    #expect(sized > 0)
  }

  @Test("the cost of an episode is what was paid less what was received")
  func episodeCost() throws {
    let decisions = try decisions(
      SyntheticMarket(sessions: 400, seed: 2), profile: .withoutAlignment)
    let last = try #require(decisions.last)
    var cash = 0.0
    for fill in decisions.flatMap(\.fills) {
      cash += fill.price * 100 * Double(fill.order.quantity) + fill.commissionDollars
    }
    let known =
      last.episodes.reduce(0) { $0 + $1.costDollars } + last.drag.paidDollars
      - last.drag.receivedDollars
    #expect(abs(cash - known) < 1e-6)
    #expect(!last.episodes.isEmpty)
  }

  @Test("a surprise release is unknown before its day")
  func contextIsPointInTime() throws {
    let market = SyntheticMarket(sessions: 90, seed: 5)
    for decision in try decisions(market) {
      for event in [decision.context.catalyst].compactMap({ $0 }) {
        #expect(event.date > decision.date)
      }
    }
  }
}

extension DataGap {
  /// Whether the gap is about an input series.
  fileprivate var isOfInput: Bool {
    switch self {
    case .missingSeries, .stale: true
    default: false
    }
  }
}
