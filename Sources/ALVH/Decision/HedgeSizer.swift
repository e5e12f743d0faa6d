import Quant

/// Turns a step of the rule table into orders: which calls, how many, and what stands in the way.
struct HedgeSizer {
  let market: SessionMarket
  let profile: Profile
  private(set) var ledger: HedgeLedger
  let book: BookState?
  private(set) var gate: RollGate?
  private var replacement: SizingRecord?

  init(market: SessionMarket, profile: Profile, ledger: HedgeLedger, book: BookState?) {
    self.market = market
    self.profile = profile
    self.ledger = ledger
    self.book = book
  }

  /// Writes the orders of the step and returns the sizing that explains them.
  ///
  /// While a layer stands, the sizing of that layer is returned on quiet days too, so that a page
  /// can always say which constraint binds; without a page it would be computed for nobody.
  mutating func act(on step: EngineStep, isReported: Bool) -> SizingRecord? {
    switch step.action {
    case .unwind:
      ledger.order([:], layer: max(1, step.stageBefore.layer))
      return nil
    case .roll:
      guard let replacement else { return nil }
      ledger.order(Self.target(replacement), layer: step.stageAfter.layer)
      return replacement
    case .enterLayer1, .addLayer2, .addLayer3, .rebalance:
      guard let record = size(layer: step.stageAfter.layer, tenor: tenor()) else { return nil }
      if step.action != .rebalance || isWorthTrading(record) {
        ledger.order(Self.target(record), layer: step.stageAfter.layer)
      }
      return record
    case .hold:
      // Behind the data gate nothing is sized: what is missing may be a call that is held.
      guard isReported, step.reason != .dataGate else { return nil }
      return step.stageAfter.isHedged ? size(layer: step.stageAfter.layer, tenor: tenor()) : nil
    case .idle, .watch:
      return nil
    }
  }

  /// Compares rolling the holdings into the profile's longer tenor with holding them.
  mutating func evaluateRoll(layer: Int) -> Bool {
    guard
      let record = size(
        layer: layer, tenor: Self.window(profile.sizing.rollMinDays, profile.sizing.rollMaxDays),
        onlyNew: true)
    else { return false }
    gate = RollEvaluation(market: market, sizing: profile.sizing).gate(
      held: ledger.contracts.map { ($0, ledger.held($0)) },
      replacement: Array(zip(record.contracts, record.result.solution.quantities)),
      dragDollars: record.result.solution.dragDollars)
    replacement = record
    return gate?.passes ?? false
  }

  private func tenor() -> ClosedRange<Int> {
    Self.window(profile.sizing.minDays, profile.sizing.maxDays)
  }

  /// A window of days; one whose end lies before its start holds the start alone.
  private static func window(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    first...max(first, last)
  }

  private static func target(_ record: SizingRecord) -> [OptionContract: Int] {
    Dictionary(
      uniqueKeysWithValues: zip(record.contracts, record.result.solution.quantities)
        .filter { $0.1 > 0 }.map { ($0.0, $0.1) })
  }

  /// Whether a rebalance removes a shortfall or a breach; small improvements are not traded.
  private func isWorthTrading(_ record: SizingRecord) -> Bool {
    guard let book, let bookVega = book.hedgeableVegaDollarsPerVolPoint, bookVega < 0 else {
      return false
    }
    var vega = 0.0
    var notional = 0.0
    var drag = 0.0
    for contract in ledger.contracts {
      guard let index = record.contracts.firstIndex(of: contract) else { return true }
      let candidate = record.candidates[index]
      let quantity = Double(ledger.held(contract))
      vega = (vega + quantity * candidate.vegaDollarsPerVIXPoint).bounded
      notional = (notional + quantity * candidate.notionalDollars).bounded
      drag = (drag + quantity * candidate.dragDollars).bounded
    }
    let coverage = (vega / -bookVega).bounded
    let share = (notional / book.notionalDollars).bounded
    let tolerance = 1e-9
    let breaksCap =
      coverage > record.band.coverageMax + tolerance
      || share > record.band.notionalMax + tolerance
      || drag > profile.sizing.dragLimit * market.account.navDollars + tolerance
    let solution = record.result.solution
    let coverageShortfall = max(0, record.band.coverageMin - coverage)
    let notionalShortfall = max(0, record.band.notionalMin - share)
    return breaksCap || solution.coverageShortfall < coverageShortfall - tolerance
      || (solution.coverageShortfall <= coverageShortfall + tolerance
        && solution.notionalShortfall < notionalShortfall - tolerance)
  }

  /// Solves the sizing of a layer over eligible calls and the contracts held.
  private func size(
    layer: Int, tenor: ClosedRange<Int>, onlyNew: Bool = false
  ) -> SizingRecord? {
    guard let book, let bookVega = book.hedgeableVegaDollarsPerVolPoint, bookVega < 0,
      profile.bands.indices.contains(layer - 1)
    else { return nil }
    let (fresh, relaxed) = eligible(tenor)
    let held = onlyNew ? [] : ledger.contracts.compactMap { CallValuation($0, in: market) }
    var calls = fresh
    calls += held.filter { call in !fresh.contains { $0.contract == call.contract } }
    calls.sort { $0.contract < $1.contract }
    let band = profile.bands[layer - 1]
    let candidates = calls.map { $0.candidate(profile.sizing, in: market) }
    let problem = SizingProblem(
      bookVegaDollarsPerVolPoint: bookVega,
      bookNotionalDollars: book.notionalDollars, navDollars: market.account.navDollars,
      coverageMin: band.coverageMin, coverageMax: band.coverageMax, notionalMin: band.notionalMin,
      notionalMax: band.notionalMax, dragLimit: profile.sizing.dragLimit,
      maxContracts: profile.sizing.maxContracts, candidates: candidates)
    return SizingRecord(
      layer: layer, band: band, contracts: calls.map(\.contract), candidates: candidates,
      result: HedgeSizing.solve(problem), tenorRelaxed: relaxed && !fresh.isEmpty)
  }

  /// Calls above their future inside the tenor window and the delta band; without a listed monthly
  /// expiration in the window, those of the nearest monthly beyond it.
  ///
  /// A weekly expiration has no monthly future to be priced on and is passed over, whatever root its
  /// contracts are stored under (methodology 2.6: the layers use monthlies).
  private func eligible(_ tenor: ClosedRange<Int>) -> (calls: [CallValuation], relaxed: Bool) {
    // Contracts are sorted by expiration, so each one's contracts follow each other.
    var expirations: [CalendarDate] = []
    var last: CalendarDate?
    for contract in market.vixQuotes.contracts where contract.expiration != last {
      last = contract.expiration
      if market.calendar.isMonthlyVIX(contract.expiration) {
        expirations.append(contract.expiration)
      }
    }
    let inside = expirations.filter { tenor.contains(market.date.days(until: $0)) }
    let beyond = expirations.filter { market.date.days(until: $0) > tenor.upperBound }
    let chosen = inside.isEmpty ? Array(beyond.prefix(1)) : inside
    let futures = chosen.map { ($0, market.future($0)) }
    let calls = market.vixQuotes.contracts
      .filter { contract in
        // Out of the money first: a volatility costs more than everything else here.
        contract.right == .call
          && futures.contains { $0.0 == contract.expiration && contract.strike > $0.1 ?? .infinity }
      }
      .compactMap { CallValuation($0, in: market) }
      .filter { $0.delta >= profile.sizing.minDelta && $0.delta <= profile.sizing.maxDelta }
    return (Array(calls), inside.isEmpty)
  }
}
