import ALVH
import Quant
import Testing

@Suite struct ProfileCompilerTests {
  private func plan(_ source: ProfileSource) throws -> StandingPlan {
    var issues: [ProfileIssue] = []
    let definition = try #require(ProfileCompiler.compile(source, into: &issues))
    guard case .standing(let plan) = definition.plan else { throw Unexpected() }
    return plan
  }

  private struct Unexpected: Error {}

  @Test func aStandingSourceBecomesItsPlan() throws {
    let plan = try plan(ProfileSources.standing)
    #expect(
      plan.layers == [
        StandingLayer(
          instrument: .vixCall, tenor: .days(30), strike: .delta(0.5),
          quantity: .contracts(4, perCondors: 4), rollDays: 10)
      ])
    #expect(plan.bookSize == 1 && plan.gates.isEmpty && plan.hedgeFromVIX == nil)
    #expect(plan.model.beta.base == 0.8 && plan.commission == 0.65)
  }

  @Test func unitsChooseTheRule() throws {
    let above = try plan(
      ProfileSources.standing([
        ("layers.1.strike", "35", "% above spot VIX"),
        ("layers.1.days", "21", "calendar days after the book’s expiration"),
        ("layers.1.quantity", "4", "% of net asset value, in premium"),
        ("layers.1.perCondors", nil, ""),
      ]))
    #expect(above.layers[0].strike == .fractionAboveSpot(0.35))
    #expect(above.layers[0].tenor == .daysAfterBook(21))
    #expect(above.layers[0].quantity == .premiumShareOfNAV(0.04))
    let points = try plan(
      ProfileSources.standing([("layers.1.strike", "5", "points above the future")]))
    #expect(points.layers[0].strike == .pointsAboveFuture(5))
  }

  @Test func percentagesAreTheNearestDouble() throws {
    let plan = try plan(
      ProfileSources.standing([
        ("steps.1.from", "15", "VIX points"), ("steps.1.share", "0.15", "%"),
        ("steps.2.from", "30", "VIX points"), ("steps.2.share", "1/3", "fraction"),
        ("layers.1.quantity", nil, ""), ("layers.1.perCondors", nil, ""),
      ]))
    #expect(
      plan.layers[0].quantity
        == .premiumByFuture([
          AllocationStep(fromFuture: 15, share: 0.0015),
          AllocationStep(fromFuture: 30, share: 1.0 / 3),
        ]))
  }

  /// Each fault alone, with the whole sentence.
  @Test(
    arguments: [
      (
        [("layers.1.colour", "red", "instrument")],
        "layers.1.colour: unknown parameter `layers.1.colour`"
      ),
      (
        [("commission", "0.65", "dollars")],
        "commission: `commission` is in `dollars`, not in a unit it knows"
      ),
      (
        [("commission", "1e3", "dollars per contract")],
        "commission: `commission` is `1e3`, not a number from 0 to 100"
      ),
      (
        [("layers.1.days", "30.5", "calendar days")],
        "layers.1.days: `layers.1.days` is `30.5`, not a whole number from 0 to 730"
      ),
      (
        [("layers.1.instrument", "bond", "instrument")],
        "layers.1.instrument: `layers.1.instrument` is `bond`, not one of vix-call, spx-put"
      ),
      ([("layers.1.roll", nil, "")], "-: the parameter `layers.1.roll` is missing"),
      (
        [("layers.1.roll", "30", "calendar days left")],
        "layers.1.roll: `layers.1.roll` is not smaller than `layers.1.days`"
      ),
      (
        [("layers.1.strike", "1.5", "delta")],
        "layers.1.strike: a delta of 1.5 is not between 0 and 1"
      ),
      (
        [
          ("layers.1.instrument", "spx-put", "instrument"),
          ("layers.1.strike", "5", "points above the future"),
        ],
        "layers.1.strike: a strike in `points above the future` is for VIX calls, and the layer buys SPX puts"
      ),
      (
        [("steps.1.from", "15", "VIX points"), ("steps.1.share", "1", "%")],
        "layers.1.quantity: `layers.1.quantity` and `steps` both say how much is bought"
      ),
      (
        [("layers.1.quantity", "2.5", "contracts")],
        "layers.1.quantity: `layers.1.quantity` is not a number of contracts"
      ),
      (
        [
          ("gates.1.from", "20", "VIX points"), ("gates.1.size", "0", "%"),
          ("gates.2.from", "15", "VIX points"), ("gates.2.size", "50", "%"),
        ],
        "gates.2.from: `gates.2.from` is not above the one before it"
      ),
      (
        [("gates.2.from", "15", "VIX points"), ("gates.2.size", "50", "%")],
        "gates.2.size: the numbers of `gates` have a gap"
      ),
      (
        [("hedge.notional", "1", "%")],
        "hedge.notional: no layer is a share of `hedge.notional`"
      ),
      (
        [
          ("layers.1.quantity", "-4", "% of net asset value, in premium"),
          ("layers.1.perCondors", nil, ""),
        ],
        "layers.1.quantity: `layers.1.quantity` is not above zero"
      ),
      (
        [("layers.1.quantity", "4", "% of net asset value, in premium")],
        "layers.1.perCondors: `layers.1.perCondors` is there, but the layer is not counted in contracts"
      ),
    ] as [([(String, String?, String)], String)])
  func aFaultIsNamed(changes: [(String, String?, String)], expected: String) {
    let source = ProfileSources.standing(changes.map { (key: $0.0, value: $0.1, unit: $0.2) })
    #expect(ProfileSources.issues(source) == [expected])
  }

  @Test func aFractionWithoutDenominatorIsRefused() {
    var source = ProfileSources.standing
    source.parameters.removeAll { $0.key == "book.size" }
    source.parameters.append(ProfileSources.parameter("book.size", "100", "%"))
    #expect(
      ProfileSources.issues(source)
        == ["book.size: `book.size` does not say what it is a fraction of"])
  }

  @Test func everyFaultIsReportedAtOnce() {
    let source = ProfileSources.standing([
      ("commission", "free", "dollars per contract"), ("layers.1.strike", "2", "delta"),
      ("book.size", nil, ""), ("colour", "red", ""),
    ])
    #expect(ProfileSources.issues(source).count == 4)
  }

  @Test func aRuleTableNeedsEveryParameter() {
    let source = ProfileSource(
      id: "empty", version: 1, kind: .ruleTable, summary: "Empty.", parameters: [])
    let issues = ProfileSources.issues(source)
    // Every definition, those of the layer bands three times.
    let keys = ProfileCompiler.keys(of: .ruleTable)
    let expected = keys.reduce(0) { $0 + ($1.contains("#") ? 3 : 1) }
    #expect(issues.count == expected)
    #expect(issues.contains("-: the parameter `bands.2.coverageMax` is missing"))
  }

  @Test func aBaseGivesWhatTheProfileDoesNotSet() throws {
    let base = ProfileSources.standing
    var derived = ProfileSource(
      id: "derived", version: 1, kind: .standing, summary: "Derived.",
      parameters: [ProfileSources.parameter("layers.1.days", "60", "calendar days")])
    derived = derived.based(on: base)
    #expect(try plan(derived).layers[0].tenor == .days(60))
    #expect(derived.parameters.first { $0.key == "layers.1.roll" }?.inheritedFrom == "one-layer")
    #expect(derived.parameters.first { $0.key == "layers.1.days" }?.inheritedFrom == nil)
  }

  @Test func everyKeyHasACaption() {
    for kind in ProfileSource.Kind.allCases {
      for key in ProfileCompiler.keys(of: kind) {
        let written = key.replacing("#", with: "2")
        #expect(ProfileDefinition.caption(of: written) != nil, "\(written)")
      }
    }
    #expect(ProfileDefinition.caption(of: "bands.2.coverageMin")?.name == "Layer 2, least coverage")
    #expect(ProfileDefinition.caption(of: "no.such.key") == nil)
  }
}
