import ALVH
import Quant
import TestSupport
import Testing

@Suite struct StandingEngineTests {
  private let market = SyntheticMarket(sessions: 200, seed: 2)

  private func decisions(
    _ plan: StandingPlan, _ market: SyntheticMarket
  ) throws -> [StandingDecision] {
    let bars = market.history.bars
    return try StandingEngine(reference: "test@1", plan: plan, account: market.account)
      .decisions(market.history, in: bars[0].date...bars[bars.count - 1].date)
  }

  private func plan(_ change: (inout StandingPlan) -> Void = { _ in }) -> StandingPlan {
    var plan = StandingPlan()
    plan.layers = [
      StandingLayer(
        instrument: .vixCall, tenor: .days(40), strike: .delta(0.3),
        quantity: .contracts(4, perCondors: 4), rollDays: 10)
    ]
    plan.tenorToleranceDays = 25
    plan.commission = 0.65
    change(&plan)
    return plan
  }

  @Test func aPlanWithoutLayersNeverTrades() throws {
    for decision in try decisions(StandingPlan(), market) {
      #expect(decision.action == .none && decision.orders.isEmpty)
      #expect(decision.dollarsPerVIXPoint == 0 && decision.spentDollars == 0)
    }
  }

  @Test func nothingIsBoughtBeforeThereIsABook() throws {
    let first = try #require(market.account.snapshots.first?.date)
    for decision in try decisions(plan(), market) where decision.date < first {
      #expect(decision.orders.isEmpty)
    }
  }

  @Test func theLayerIsHeldAndReplacedBeforeItExpires() throws {
    let decisions = try decisions(plan(), market)
    var rolls = 0
    for decision in decisions {
      let layer = decision.layers[0]
      if let days = layer.days { #expect(days >= 7, "\(decision.date)") }
      if layer.contract != nil { #expect(layer.quantity == 4, "\(decision.date)") }
      if decision.action == .roll {
        rolls += 1
        #expect(decision.orders.count == 2 && decision.orders.map(\.quantity).reduce(0, +) == 0)
      }
    }
    #expect(rolls >= 3, "200 sessions hold several months")
  }

  @Test func cashIsWhatTheFillsSay() throws {
    let decisions = try decisions(plan(), market)
    var spent = 0.0
    for decision in decisions {
      for fill in decision.fills {
        spent += Double(fill.order.quantity) * 100 * fill.price + fill.commissionDollars
      }
      #expect(abs(spent - decision.spentDollars) < 1e-9)
    }
    #expect(spent != 0)
  }

  @Test func purchasesFillAtTheAskOfTheNextSession() throws {
    let decisions = try decisions(plan(), market)
    var seen = 0
    for (today, next) in zip(decisions, decisions.dropFirst()) {
      for fill in next.fills {
        #expect(today.orders.contains(fill.order))
        let quote = try #require(
          market.history.vixOptions[next.date]?.first { $0.contract == fill.order.contract })
        #expect(fill.price == (fill.order.quantity > 0 ? quote.ask : quote.bid))
        seen += 1
      }
    }
    #expect(seen > 0)
  }

  /// A roll fills whole or not at all: with the new contract's quotes missing, the old one stays.
  @Test func aRollFillsTogether() throws {
    let untouched = try decisions(plan(), market)
    let roll = try #require(untouched.first { $0.action == .roll })
    let bought = try #require(roll.orders.first { $0.quantity > 0 })
    let next = try #require(untouched.first { $0.date > roll.date })
    var broken = market
    broken.history.vixOptions[next.date]?.removeAll { $0.contract == bought.contract }
    let decision = try #require(try decisions(plan(), broken).first { $0.date == next.date })
    #expect(decision.fills.isEmpty && decision.unfilled.count == 2)
    #expect(decision.layers[0].quantity == 4)
  }

  @Test func aDistantTenorIsUnavailableAndSaysWhatIsNearest() throws {
    let far = plan { $0.layers[0].tenor = .days(700) }
    let decision = try #require(try decisions(far, market).last)
    #expect(decision.action == .unavailable)
    guard case .noExpiration(let nearest?)? = decision.layers[0].obstacle else {
      Issue.record("\(String(describing: decision.layers[0].obstacle))")
      return
    }
    #expect(nearest > decision.date)
  }

  @Test func lessThanOneContractIsSaid() throws {
    let small = plan { $0.layers[0].quantity = .contracts(1, perCondors: 100) }
    let decision = try #require(try decisions(small, market).last)
    #expect(decision.layers[0].obstacle == .lessThanOneContract && decision.orders.isEmpty)
  }

  @Test func theHedgeIsHeldFromItsVIXOnly() throws {
    let gated = plan { $0.hedgeFromVIX = 1_000 }
    #expect(try decisions(gated, market).allSatisfy { $0.orders.isEmpty })
    let open = try decisions(plan { $0.hedgeFromVIX = 16 }, market)
    let closes = open.filter { $0.action == .close }
    #expect(!closes.isEmpty && closes.allSatisfy { ($0.vix ?? 0) < 16 })
  }

  @Test func gatesSizeTheBook() throws {
    let gated = plan {
      $0.gates = [
        BookGate(fromVIX: 0, size: 1), BookGate(fromVIX: 15, size: 0.5),
        BookGate(fromVIX: 17, size: 0),
      ]
    }
    for decision in try decisions(gated, market) {
      let vix = try #require(decision.vix)
      #expect(decision.bookSize == (vix < 15 ? 1 : vix < 17 ? 0.5 : 0))
    }
  }

  @Test func premiumNeverExceedsItsShare() throws {
    let share = plan { $0.layers[0].quantity = .premiumShareOfNAV(0.01) }
    var seen = 0
    for decision in try decisions(share, market) {
      for order in decision.orders where order.quantity > 0 {
        let quote = try #require(
          market.history.vixOptions[decision.date]?.first { $0.contract == order.contract })
        #expect(Double(order.quantity) * 100 * quote.ask <= 0.01 * 150_000 + 1e-6)
        seen += 1
      }
    }
    #expect(seen > 0)
  }

  @Test func indexPutsAddTheirOwnVega() throws {
    let puts = plan {
      $0.layers[0] = StandingLayer(
        instrument: .indexPut, tenor: .daysAfterBook(0), strike: .delta(0.15),
        quantity: .premiumShareOfNAV(0.10), rollDays: 1)
    }
    let decision = try #require(try decisions(puts, market).first { $0.layers[0].contract != nil })
    #expect(decision.dollarsPerVIXPoint == 0 && decision.indexVegaDollarsPerVolPoint > 0)
    #expect(decision.layers[0].contract?.right == .put && (decision.layers[0].delta ?? 0) < 0)
  }

  @Test func aHoldingWithoutQuoteIsSaidAndCoverageIsWithheld() throws {
    let held = try #require(try decisions(plan(), market).last { $0.action == .hold })
    var broken = market
    broken.history.vixOptions[held.date] = []
    let decision = try #require(try decisions(plan(), broken).first { $0.date == held.date })
    #expect(!decision.isFullyPriced && decision.coverage == nil)
    let contract = try #require(decision.layers[0].contract)
    #expect(decision.layers[0].obstacle == .noQuote(contract.expiration))
  }

  @Test func badBarsAreRefused() {
    var bad = market
    bad.history.bars[40].close = -1
    #expect(throws: SeriesError.nonPositivePrice(index: 40)) { try decisions(plan(), bad) }
    bad.history.bars[40].close = .nan
    #expect(throws: SeriesError.nonFinite(index: 40)) { try decisions(plan(), bad) }
    var repeated = market
    repeated.history.bars[40].date = repeated.history.bars[39].date
    #expect(throws: SeriesError.duplicateDate(index: 40)) { try decisions(plan(), repeated) }
  }

  /// Cutting the history at a session leaves its decision as it was.
  @Test func noLookAhead() throws {
    let whole = try decisions(plan(), market)
    for index in stride(from: 32, to: whole.count, by: 7) {
      var cut = market
      cut.history = market.history.prefix(through: whole[index].date)
      #expect(try decisions(plan(), cut).last == whole[index])
    }
  }
}
