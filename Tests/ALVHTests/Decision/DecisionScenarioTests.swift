import ALVH
import Quant
import TestSupport
import Testing

@Suite("Scenarios of a decision, by hand")
struct DecisionScenarioTests {
  private func expectClose(
    _ computed: Double?, _ expected: Double, absolute: Double, _ what: Comment
  ) {
    #expect(
      isClose(computed, expected, absolute: absolute),
      "\(what): computed \(String(describing: computed)), expected \(expected) ± \(absolute)")
  }

  @Test("a short put along the usual response, in a shock and at expiration")
  func byHand() throws {
    var session = ScenarioSession()
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let state = try #require(try session.decision().scenarios)
    // Mid: BSM(2000, 1900, r 0.5 %, q 2 %, σ 20 %, 30/365) = 11.775268.
    // −5 %: VIX 16·0.95^−4.2 = 19.846359, σ = 0.2 + 0.03846359·√(30/30) = 0.23846359;
    // BSM(1900, …) = 52.935462; −100·(52.935462 − 11.775268) = −4116.0194.
    let row = try #require(state.path.first { $0.move == -0.05 })
    expectClose(row.spot, 1900, absolute: 1e-9, "index")
    expectClose(row.vix, 19.846358881944713, absolute: 1e-9, "VIX")
    expectClose(row.bookDollars, -4116.01936943894, absolute: 1e-5, "−5 %")
    #expect(row.hedgeDollars == 0 && row.netDollars == row.bookDollars)
    let still = try #require(state.path.first { $0.move == 0 })
    #expect(still.vix == 16 && abs(still.bookDollars) < 1e-9)
    // At expiration: −100·(max(1900 − S, 0) − 11.775268); the strike is one of the levels.
    let last = try #require(state.panels.last)
    #expect(last.isExpiration && last.days == 30)
    #expect(state.panels.map(\.days) == [0, 7, 14, 30])
    expectClose(last.spots.first, 1760, absolute: 1e-9, "first level")
    expectClose(last.book.first, -12822.473155398711, absolute: 1e-5, "1760 at expiration")
    let corner = try #require(last.spots.firstIndex(of: 1900))
    expectClose(last.book[corner], 1177.5268446012894, absolute: 1e-5, "1900 at expiration")
    #expect(!state.usesSurface && state.withoutVolatility.isEmpty && state.unpricedHedge.isEmpty)
  }

  @Test("a volatility at most doubles and at most halves")
  func limits() throws {
    var session = ScenarioSession()
    session.hold(session.contract(.put, 2000), -1, volatility: 0.05)
    let state = try #require(try session.decision().scenarios)
    let still = try #require(state.path.firstIndex { $0.move == 0 })
    // Own volatility 5 %, mid BSM(2000, 2000) = 12.699322.
    // VIX −4: 0.05 − 0.04 → at least 0.025: 7.028697; −100·(7.028697 − 12.699322) = 567.0625.
    // VIX +4, +8, +12: 0.09, then at most 0.10: 24.103107; −100·(…) = −1140.3785.
    expectClose(state.shocks[still][0], 567.0625259049518, absolute: 1e-5, "VIX −4")
    expectClose(state.shocks[still][3], -1140.3784709338797, absolute: 1e-5, "VIX +8")
    #expect(state.vixShocks == [-4, 0, 4, 8, 12])
    #expect(abs(state.shocks[still][1]) < 1e-9 && state.shocks[still][4] == state.shocks[still][3])
  }

  @Test("a VIX below the floor stays where it is unless it rises")
  func belowTheFloor() throws {
    var session = ScenarioSession(vix: 7)
    session.hold(session.contract(.put, 2000), -1, volatility: 0.2)
    let state = try #require(try session.decision().scenarios)
    let still = try #require(state.path.firstIndex { $0.move == 0 })
    #expect(state.shocks[still][0] == state.shocks[still][1])
    #expect(abs(state.shocks[still][1]) < 1e-9 && state.shocks[still][2] < -100)
    #expect(state.path.allSatisfy { $0.vix >= 7 })
  }

  @Test("a leg that nothing prices stops the tables, with the reason")
  func leftOut() throws {
    var session = ScenarioSession()
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let wing = session.contract(.put, 1890)
    session.hold(wing, 1, volatility: nil)
    let decision = try session.decision()
    #expect(decision.scenarios == nil)
    #expect(
      decision.scenarioObstacle
        == .legs([ScenarioLeg(contract: wing, issue: .noBid, treatment: .leftOut)]))
  }

  @Test("a surface prices the leg that nobody bids for, and the state says so")
  func surface() throws {
    var session = ScenarioSession()
    session.quoteChain()
    session.hold(session.contract(.put, 1887.5), -1, volatility: 0.2)
    let wing = session.contract(.put, 1862.5)
    session.hold(wing, 1, volatility: nil)
    let state = try #require(try session.decision().scenarios)
    #expect(state.usesSurface)
    #expect(
      state.withoutVolatility
        == [ScenarioLeg(contract: wing, issue: .noBid, treatment: .surface)])
    let still = try #require(state.path.first { $0.move == 0 })
    #expect(abs(still.bookDollars) < 1e-9)
    // Far below both strikes the spread is worth its width: −100·25 less what it costs to close
    // today, the mid of the short put less the surface's price of the wing.
    let surface = try VolatilitySurface(
      indexQuotes: session.history.indexOptions[session.date] ?? [], market: session.index)
    let years = try #require(session.index.years(to: wing.series))
    let forward = try #require(session.index.forward(of: wing.series))
    let volatility = try #require(
      surface.volatility(logMoneyness: RealFunctions.log(1862.5 / forward), years: years))
    let cost =
      session.price(session.contract(.put, 1887.5), volatility: 0.2)
      - session.price(wing, volatility: volatility)
    expectClose(
      state.panels.last?.book.first, -2500 + 100 * cost, absolute: 1e-5, "1760 at expiration")
  }

  @Test("a leg without a quote stops the tables although a surface would price it")
  func withoutQuote() throws {
    var session = ScenarioSession()
    session.quoteChain()
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let wing = session.contract(.put, 1862.5)
    session.positions.append(
      Position(contract: wing, quantity: 1, entryPrice: 4, entryDate: session.date))
    let decision = try session.decision()
    #expect(decision.scenarios == nil)
    #expect(
      decision.scenarioObstacle
        == .legs([ScenarioLeg(contract: wing, issue: .noQuote, treatment: .leftOut)]))
  }

  @Test("settled legs change nothing and do not stop the tables of the others")
  func settled() throws {
    var session = ScenarioSession()
    let settled = session.contract(.put, 1950, expiration: session.date)
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let alone = try #require(try session.decision().scenarios)
    session.positions.append(
      Position(contract: settled, quantity: -3, entryPrice: 4, entryDate: session.date))
    let both = try #require(try session.decision().scenarios)
    #expect(both.path == alone.path && both.shocks == alone.shocks && both.panels == alone.panels)
    let leg = ScenarioLeg(contract: settled, issue: .expired, treatment: .settled)
    #expect(both.withoutVolatility == [leg])
    session.positions.removeFirst()
    let over = try session.decision()
    #expect(over.scenarios == nil && over.scenarioObstacle == .legs([leg]))
  }

  @Test("without a usable VIX close there are no scenarios, with the reason")
  func withoutVIX() throws {
    var session = ScenarioSession(vix: nil)
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let missing = try session.decision()
    #expect(missing.scenarios == nil)
    #expect(missing.scenarioObstacle == .market(.missingInput(name: "vix")))
    session = ScenarioSession(vix: 1001)
    session.hold(session.contract(.put, 1900), -1, volatility: 0.2)
    let absurd = try session.decision()
    #expect(absurd.scenarios == nil)
    #expect(
      absurd.scenarioObstacle
        == .market(.invalidInput(name: "market", problem: "vix is out of range")))
  }

  @Test("a day without a book has neither scenarios nor a reason")
  func withoutBook() throws {
    let decision = try ScenarioSession().decision()
    #expect(decision.scenarios == nil && decision.scenarioObstacle == nil)
  }
}
