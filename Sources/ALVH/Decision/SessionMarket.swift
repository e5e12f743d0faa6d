import Quant

/// Prices of one session in the form the decision needs.
struct SessionMarket {
  let date: CalendarDate
  let spot: Double
  let vix: Double?
  let curve: VIXTermStructure?
  /// Whether futures settled, also when a missing VIX close leaves them without a curve.
  let hasSettlements: Bool
  let vixQuotes: QuoteBoard
  let indexQuotes: QuoteBoard
  let account: BookAccount
  let calendar: ContractCalendar
  let model: MarketModelParameters

  init(
    _ session: SessionData, account: BookAccount, calendar: ContractCalendar,
    model: MarketModelParameters
  ) throws(SeriesError) {
    date = session.bar.date
    spot = session.bar.close
    vix = session.vix
    self.account = account
    self.calendar = calendar
    self.model = model
    // On its expiration date a contract's last row is the final settlement, not a price.
    // The curve's ranks are those of monthly contracts: a weekly one between two of them would move
    // VX2 and everything read from it.
    let settlements = session.futures.filter {
      $0.expiration > session.bar.date && calendar.isMonthlyVIX($0.expiration)
    }
    hasSettlements = !settlements.isEmpty
    if let vix, hasSettlements {
      curve = try VIXTermStructure(
        date: session.bar.date, spot: vix,
        contracts: settlements.map { (expiration: $0.expiration, settle: $0.settle) })
    } else {
      curve = nil
    }
    vixQuotes = QuoteBoard(session.vixOptions)
    indexQuotes = QuoteBoard(session.indexOptions)
  }

  /// The index with the account's pricing assumptions.
  var indexMarket: BookMarket {
    BookMarket(
      date: date, spot: spot, rate: account.rate, dividendYield: account.dividendYield,
      calendar: calendar.exchange)
  }

  /// The market as scenarios start from it, or why there is none.
  ///
  /// Computed from all index quotes at each call. VIX options keep their own volatility, as in the
  /// drag of sizing, so that one decision prices a call in one way.
  func scenarioMarket() -> StatisticResult<ScenarioMarket> {
    guard let vix else { return .undefined(.missingInput(name: "vix")) }
    do throws(SeriesError) {
      let surface = try VolatilitySurface(indexQuotes: indexQuotes.quotes, market: indexMarket)
      return .defined(
        try ScenarioMarket(
          index: indexMarket, vix: vix, curve: curve,
          indexSurface: surface.slices.isEmpty ? nil : surface, beta: model.beta,
          response: model.response))
    } catch {
      return .undefined(.invalidInput(name: "market", problem: error.description))
    }
  }

  /// The quote of a VIX or index option.
  func quote(_ contract: OptionContract) -> OptionQuote? {
    contract.root == .vix ? vixQuotes[contract] : indexQuotes[contract]
  }

  /// Settlement of the VX future with exactly this expiration.
  func future(_ expiration: CalendarDate) -> Double? {
    curve?.nodes.first { $0.expiration == expiration }?.settle
  }

  /// Years to the morning settlement of a VIX option.
  func years(to expiration: CalendarDate, afterDays days: Int = 0) -> Double? {
    YearFraction.years(from: date.adding(days: days), to: expiration, settleMinute: 570)
  }

  /// Sessions after today on which the contract still trades, the last trading day included.
  func sessionsLeft(to expiration: CalendarDate) -> Int {
    calendar.exchange.sessionCount(
      after: date, through: calendar.exchange.previous(before: expiration))
  }
}
