import Quant

/// The scenario tables and pay-off panels of a session (methodology 4.5).
///
/// Only the levels are chosen here; every value is one of ``BookScenario`` or ``HedgeScenario``.
struct ScenarioTables {
  /// Index moves of the tables, as fractions.
  static let moves = [-0.07, -0.05, -0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04]
  /// VIX shocks of the heat table, points.
  static let shocks = [-4.0, 0, 4, 8, 12]
  /// Horizons of the pay-off panels before expiration, calendar days.
  static let horizons = [0, 7, 14]
  /// Index moves at the ends of the pay-off panels, as fractions.
  static let panelMoves = (low: -0.12, high: 0.08)

  private let market: ScenarioMarket
  private let book: BookScenario
  private let hedge: HedgeScenario
  private let legs: [ScenarioLeg]
  private let unsettled: [OptionContract]

  /// Prepares a valued book and its hedge; both were valued in `market`.
  init(book: BookValuation, hedge: VolatilityHedge, market: ScenarioMarket) {
    self.market = market
    self.hedge = HedgeScenario(hedge, market: market)
    let scenario = BookScenario(
      legs: book.legs.map(\.leg), volatilities: book.impliedVolatilities, market: market)
    self.book = scenario
    let unpriced = Set(scenario.unpriced)
    legs = book.incompleteLegs.compactMap { leg in
      leg.issue.map { issue in
        ScenarioLeg(
          contract: leg.leg.contract, issue: issue,
          treatment: Self.treatment(
            of: issue, isPriced: leg.mark != nil && !unpriced.contains(leg.leg.contract)))
      }
    }
    unsettled = book.legs.filter { $0.issue != .expired }.map(\.leg.contract)
  }

  /// The tables of the session.
  func state() throws(ScenarioObstacle) -> ScenarioState {
    guard let expiration = unsettled.map(\.expiration).min(),
      !legs.contains(where: { $0.treatment == .leftOut })
    else { throw .legs(legs) }
    return ScenarioState(
      path: Self.moves.map(row), vixShocks: Self.shocks,
      shocks: Self.moves.map { move in Self.shocks.map { netDollars(move: move, shock: $0) } },
      panels: panels(to: market.index.date.days(until: expiration)),
      usesSurface: market.indexSurface != nil, withoutVolatility: legs,
      unpricedHedge: hedge.unpriced)
  }

  /// A leg without a mark is left out although a surface could price it: the book has no value to
  /// measure a change from.
  private static func treatment(of issue: LegIssue, isPriced: Bool) -> ScenarioLeg.Treatment {
    if issue == .expired { return .settled }
    return isPriced ? .surface : .leftOut
  }

  /// The index after a move, kept among the positive doubles.
  private func level(_ move: Double) -> Double {
    max((market.index.spot * (1 + move)).bounded, .leastNonzeroMagnitude)
  }

  private func row(_ move: Double) -> ScenarioRow {
    let scenario = market.scenario(spot: level(move), daysForward: 0)
    return ScenarioRow(
      move: move, spot: scenario.spot, vix: scenario.vix,
      bookDollars: book.changeDollars(in: scenario),
      hedgeDollars: hedge.changeDollars(in: scenario))
  }

  private func netDollars(move: Double, shock: Double) -> Double {
    let scenario = market.scenario(spot: level(move), vixChange: shock, daysForward: 0)
    return (book.changeDollars(in: scenario) + hedge.changeDollars(in: scenario)).bounded
  }

  private func panels(to expirationDays: Int) -> [PayoffPanel] {
    let spots = panelSpots()
    return (Self.horizons.filter { $0 < expirationDays } + [expirationDays]).map { days in
      let scenarios = spots.map { market.scenario(spot: $0, daysForward: days) }
      return PayoffPanel(
        days: days, isExpiration: days == expirationDays, spots: spots,
        book: scenarios.map(book.changeDollars), hedge: scenarios.map(hedge.changeDollars))
    }
  }

  /// Evenly spaced index levels, with every strike between so that corners are drawn exactly.
  private func panelSpots() -> [Double] {
    let low = level(Self.panelMoves.low)
    let high = level(Self.panelMoves.high)
    let spots = (0...32).map { low + (high - low) * (Double($0) / 32) }
    return Set(spots + unsettled.map(\.strike).filter { $0 > low && $0 < high }).sorted()
  }
}

extension ScenarioTables {
  /// The tables of a book and the paper account's holdings at a session's close.
  static func state(
    book: BookValuation, hedge: [(position: HedgePosition, call: CallValuation)],
    unpriced: [HedgePosition], in session: SessionMarket
  ) throws(ScenarioObstacle) -> ScenarioState {
    switch session.scenarioMarket() {
    case .undefined(let reason):
      throw .market(reason)
    case .defined(let market):
      let held = VolatilityHedge(
        options: hedge.map { $0.call.leg(quantity: $0.position.quantity) })
      var state = try ScenarioTables(book: book, hedge: held, market: market).state()
      state.unpricedHedge = Set(state.unpricedHedge + unpriced.map(\.contract)).sorted()
      return state
    }
  }
}
