public import Quant

/// Reads the macro context of many sessions from series that are checked once (methodology 1.12).
///
/// A session costs its windows and one pass over the policy events and the releases known, a few
/// hundred rows in twenty years. A series that is refused leaves its verdict at `insufficientData`
/// with the refusal as the reason.
public struct MacroContextReader: Sendable {
  /// Calendar days after its month's end on which an exchange rate still counts.
  ///
  /// A month is known 25 days after its end and replaced a month later; beyond 100 days at least one
  /// publication has been missed, and an old verdict must not go on passing.
  public static let exchangeRateMaximumAgeDays = 100

  private let parameters: ContextParameters
  private let calendar: ExchangeCalendar
  private let policy: Result<[PolicyEvent], SeriesError>
  private let exchangeRate: Result<RealExchangeRate, SeriesError>
  private let releases: Result<InflationReleases, SeriesError>

  /// Checks the context series, in O(rows).
  public init(
    _ series: ContextSeries, parameters: ContextParameters, calendar: ExchangeCalendar
  ) {
    self.parameters = parameters
    self.calendar = calendar
    policy = Result { () throws(SeriesError) in
      try PolicyCatalyst.requireAscending(series.policy)
      return series.policy
    }
    exchangeRate = Result { () throws(SeriesError) in
      try RealExchangeRate(series.realEffectiveExchangeRate)
    }
    releases = Result { () throws(SeriesError) in try InflationReleases(series.releases) }
  }

  /// The context at the close of `date`, from rows known by then and scheduled policy dates.
  public func context(at date: CalendarDate) -> MacroContext {
    let catalyst = catalyst(after: date)
    let rate = exchangeRateScore(at: date)
    var context = MacroContext(
      catalyst: catalyst.value ?? nil,
      catalystVerdict: MacroContext.Verdict(catalyst.map { $0 != nil }),
      exchangeRateVerdict: MacroContext.Verdict(
        rate.map { $0.z >= parameters.exchangeRateScore }),
      inflationVerdict: .insufficientData, knownSurprises: 0,
      exchangeRateLast: newestExchangeRate(at: date),
      catalystReason: catalyst.reason, exchangeRateScore: rate.value,
      exchangeRateReason: rate.reason)
    judgeInflation(at: date, in: &context)
    return context
  }

  private func catalyst(after date: CalendarDate) -> StatisticResult<PolicyEvent?> {
    switch policy {
    case .success(let events):
      PolicyCatalyst.next(
        inAscending: events, after: date, sessions: parameters.catalystSessions,
        calendar: calendar)
    case .failure(let error):
      .undefined(.invalidInput(name: "policy calendar", problem: error.description))
    }
  }

  private func newestExchangeRate(at date: CalendarDate) -> CalendarDate? {
    guard case .success(let series) = exchangeRate else { return nil }
    return series.newestKnown(at: date)?.date
  }

  private func exchangeRateScore(
    at date: CalendarDate
  ) -> StatisticResult<RealExchangeRateScore> {
    switch exchangeRate {
    case .success(let series):
      series.score(at: date, maximumAgeDays: Self.exchangeRateMaximumAgeDays)
    case .failure(let error):
      .undefined(
        .invalidInput(name: "realEffectiveExchangeRate", problem: error.description))
    }
  }

  private func judgeInflation(at date: CalendarDate, in context: inout MacroContext) {
    switch releases {
    case .success(let releases):
      context.knownSurprises = min(
        releases.knownSurprises(of: .cpi, at: date), releases.knownSurprises(of: .ppi, at: date))
      // A deviation needs two values whatever the profile says.
      let reinforcement = releases.reinforcement(
        at: date, maximumAgeDays: parameters.surpriseDays,
        minimumPast: max(2, parameters.minSurprises))
      let reinforces = reinforcement.reinforces(
        greaterAtLeast: parameters.surpriseScore, smallerAtLeast: parameters.surpriseFloor)
      context.inflationVerdict = MacroContext.Verdict(reinforces)
      context.inflationReason = reinforces.reason
      context.consumerPriceSurprise = reinforcement.cpi.value
      context.producerPriceSurprise = reinforcement.ppi.value
      if reinforcement.cpi.value == nil {
        context.consumerPriceNaive = releases.naiveSurprise(of: .cpi, at: date).value
      }
      if reinforcement.ppi.value == nil {
        context.producerPriceNaive = releases.naiveSurprise(of: .ppi, at: date).value
      }
    case .failure(let error):
      context.inflationReason = .invalidInput(name: "releases", problem: error.description)
    }
  }
}
