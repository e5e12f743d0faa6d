import Quant

/// The state that a run carries from session to session: rule table, hedge account.
struct EngineRun {
  private let profile: Profile
  private let account: BookAccount
  private let calendar: ContractCalendar
  private(set) var context: ContextSeries
  private var reader: MacroContextReader
  private var schedule: SessionCalendar
  private var machine: HedgeEngine
  private var ledger = HedgeLedger()
  private var books: BookLayouts
  private var freshness = InputFreshness()

  init(engine: DailyEngine, context: ContextSeries) {
    profile = engine.profile
    account = engine.account
    calendar = engine.calendar
    self.context = context
    reader = MacroContextReader(
      context, parameters: profile.context, calendar: calendar.exchange)
    schedule = SessionCalendar(context, contracts: calendar)
    machine = HedgeEngine(parameters: engine.profile.engine)
    books = BookLayouts(engine.account)
  }

  /// Replaces schedules and macro series.
  mutating func update(_ context: ContextSeries) {
    self.context = context
    reader = MacroContextReader(
      context, parameters: profile.context, calendar: calendar.exchange)
    schedule = SessionCalendar(context, contracts: calendar)
  }

  /// One session: fill yesterday's orders, value, judge, decide, order; a decision when reported.
  mutating func advance(
    _ market: SessionMarket, signals: SignalState, isReported: Bool
  ) -> DailyDecision? {
    freshness.note(market, signals: signals)
    let settlement = ledger.settle(in: market, commission: profile.sizing.commission)
    let layout = books.layout(at: market.date)
    // Valued on every session: the data gate asks whether it can be, also when nobody reads about it.
    let book = layout.map { BookReader.state(of: $0, in: market) }
    let hedge = HedgeReader(market: market, profile: profile)
    let before = hedge.state(of: ledger.positions, book: book)
    let macro = reader.context(at: market.date)
    var sizer = HedgeSizer(market: market, profile: profile, ledger: ledger, book: book)
    let inputs = self.inputs(market, signals, macro, book, before, &sizer)
    let step = machine.advance(inputs)
    let record = sizer.act(on: step, isReported: isReported)
    ledger = sizer.ledger
    guard isReported else { return nil }
    // The holdings as the orders leave them, for what a page shows.
    let priced = hedge.calls(of: ledger.positions)
    var decision = DailyDecision(
      date: market.date, previousDate: nil, profile: profile.reference, dashboard: [],
      signals: signals, context: macro, curve: market.curve.map { CurveState($0) }, book: book,
      inputs: inputs,
      step: step, fills: settlement.fills, unfilled: settlement.unfilled, orders: ledger.orders,
      sizing: record, rollGate: sizer.gate, hedge: before,
      drag: drag(market, before, book, priced), episodes: ledger.episodes, scenarios: nil,
      calendar: [], gaps: [], priceProvenance: priceProvenance)
    decision.calendar =
      schedule
      .days(after: market.date, count: 5, book: layout?.snapshot, hedge: before.lines)
    decision.gaps = gaps(decision, market)
    if let book {
      do throws(ScenarioObstacle) {
        decision.scenarios = try ScenarioTables.state(
          book: book.valuation, hedge: priced, unpriced: before.unpriced, in: market)
      } catch {
        decision.gaps.append(.noScenarios(error))
      }
    }
    return decision
  }

  private var priceProvenance: Provenance {
    let source = context.provenance
    return max(source.futures, source.vixOptions, source.indexOptions)
  }

  private func inputs(
    _ market: SessionMarket, _ signals: SignalState, _ context: MacroContext,
    _ book: BookState?, _ hedge: HedgeState, _ sizer: inout HedgeSizer
  ) -> EngineInputs {
    let sessionsLeft = ledger.positions.map { market.sessionsLeft(to: $0.contract.expiration) }
      .min()
    let isComplete =
      (market.curve?.nodes.count ?? 0) >= 2
      && (book.map { $0.hedgeableVegaDollarsPerVolPoint != nil } ?? true)
      && hedge.unpriced.isEmpty
    // An account whose options are all outside the book has something to hedge that is not known.
    let isWhole = account.optionsOutside(at: market.date) == 0
    let widening = signals.new.contains(where: \.isWidening)
    let mayRoll = sessionsLeft.map { $0 <= profile.engine.rollSessions } ?? false
    var gate = false
    if isComplete, machine.stage.isHedged, mayRoll || (widening && context.inflationVerdict == .yes)
    {
      gate = sizer.evaluateRoll(layer: machine.stage.layer)
    }
    return EngineInputs(
      hasBook: book != nil, dataOK: isWhole && (book == nil || isComplete),
      newDivergence: !signals.new.isEmpty, divergenceActive: signals.lead != nil,
      aligned: context.isAligned, macd: signals.macdConfirmed != nil,
      rsi: signals.rsiConfirmed != nil, ad: signals.breadthConfirmed != nil, widening: widening,
      inflationReinforce: context.inflationVerdict == .yes, minSessionsToExpiry: sessionsLeft,
      coverageOutOfBand: isOutOfBand(hedge), irrGatePass: gate)
  }

  private func isOutOfBand(_ hedge: HedgeState) -> Bool {
    let layer = machine.stage.layer
    guard profile.bands.indices.contains(layer - 1), let coverage = hedge.coverage else {
      return false
    }
    let band = profile.bands[layer - 1]
    return coverage < band.coverageMin - 1e-9 || coverage > band.coverageMax + 1e-9
  }

  private func drag(
    _ market: SessionMarket, _ hedge: HedgeState, _ book: BookState?,
    _ priced: [(position: HedgePosition, call: CallValuation)]
  ) -> DragState {
    let exAnte = priced.boundedSum { held in
      Double(held.position.quantity)
        * held.call.candidate(profile.sizing, in: market).dragDollars
    }
    return DragState(
      episodeStart: ledger.episodeStart, paidDollars: ledger.paidDollars,
      receivedDollars: ledger.receivedDollars,
      liquidationDollars: hedge.lines.boundedSum {
        100 * $0.bid * Double($0.position.quantity)
      },
      exAnteDollars: exAnte,
      capDollars: (profile.sizing.dragLimit * account.navDollars).bounded,
      navDollars: account.navDollars, notionalDollars: book?.notionalDollars ?? 0,
      creditDollars: book?.creditDollars ?? 0,
      episodeDays: ledger.episodeStart.map { $0.days(until: market.date) } ?? 0)
  }

  private func gaps(_ decision: DailyDecision, _ market: SessionMarket) -> [DataGap] {
    var gaps: [DataGap] = []
    if context.declaresExchangeRate, context.realEffectiveExchangeRate.isEmpty {
      gaps.append(.missingSeries("reer"))
    }
    gaps += freshness.gaps(at: market.date, context: context, macro: decision.context)
    if case .tooFewValues(let known, let needed)? = decision.context.inflationReason {
      gaps.append(.fewSurprises(known: known, needed: needed))
    }
    if decision.signals.historyLength < 300 {
      gaps.append(.shortWarmUp(bars: decision.signals.historyLength))
    }
    if decision.sizing?.tenorRelaxed == true { gaps.append(.tenorRelaxed) }
    gaps += decision.hedge.unpriced.map { .unpricedHedge($0.contract) }
    let outside = account.optionsOutside(at: market.date)
    if outside > 0 { gaps.append(.optionsOutsideBook(outside)) }
    if let book = decision.book { gaps += Self.gaps(book.valuation) }
    return gaps
  }

  private static func gaps(_ book: BookValuation) -> [DataGap] {
    var gaps = book.legs.compactMap { leg in
      leg.issue.map { DataGap.unpricedLeg(leg.leg.contract, $0) }
    }
    if let vega = book.vegaDollarsPerVolPoint {
      if vega >= 0 { gaps.append(.noShortVega) }
    } else {
      gaps.append(.bookNotValued)
    }
    return gaps
  }
}
