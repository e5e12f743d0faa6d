public import Quant

/// Context that may align with a divergence: policy catalysts, REER and inflation surprises.
///
/// Every verdict that is `insufficientData` has a reason beside it.
public struct MacroContext: Sendable, Hashable, Codable {
  /// A condition that may lack the data to be judged.
  public enum Verdict: String, Sendable, Codable {
    /// The condition holds.
    case yes
    /// The condition does not hold.
    case no
    /// There is not enough data to say; never a pass.
    case insufficientData
  }

  /// The next statement or minutes within the profile's number of sessions.
  public var catalyst: PolicyEvent?
  /// Whether the policy calendar reaches far enough to judge.
  public var catalystVerdict: Verdict
  /// Whether the real effective exchange rate is elevated.
  public var exchangeRateVerdict: Verdict
  /// Whether recent inflation releases surprised upwards.
  public var inflationVerdict: Verdict
  /// Surprises known per index so far, the fewer of CPI and PPI.
  public var knownSurprises: Int
  /// Last month of the exchange-rate series known; `nil` without a series.
  public var exchangeRateLast: CalendarDate?
  /// Why the policy calendar cannot be judged.
  public var catalystReason: UndefinedStatistic?
  /// The exchange rate's z-score over ten years; `nil` when undefined.
  public var exchangeRateScore: RealExchangeRateScore?
  /// Why the exchange rate cannot be judged.
  public var exchangeRateReason: UndefinedStatistic?
  /// The newest CPI surprise; `nil` when undefined.
  public var consumerPriceSurprise: InflationSurprise?
  /// The newest PPI surprise; `nil` when undefined.
  public var producerPriceSurprise: InflationSurprise?
  /// The newest CPI print against its own past, shown when there is no surprise; never judged.
  public var consumerPriceNaive: NaiveInflationSurprise?
  /// The newest PPI print against its own past, shown when there is no surprise; never judged.
  public var producerPriceNaive: NaiveInflationSurprise?
  /// Why inflation cannot be judged.
  public var inflationReason: UndefinedStatistic?

  /// `elevated REER or catalyst`; a missing series never passes.
  public var isAligned: Bool { catalystVerdict == .yes || exchangeRateVerdict == .yes }
}

extension MacroContext {
  /// The context at the close of `date`.
  ///
  /// O(rows of the context series); for many dates of one history make a `MacroContextReader`.
  public static func at(
    _ date: CalendarDate, history: MarketHistory, parameters: ContextParameters,
    calendar: ExchangeCalendar
  ) -> MacroContext {
    MacroContextReader(
      ContextSeries(history, declaresExchangeRate: false), parameters: parameters,
      calendar: calendar
    ).context(at: date)
  }
}

extension MacroContext.Verdict {
  /// The verdict on a condition that may be undefined.
  init(_ condition: StatisticResult<Bool>) {
    switch condition {
    case .defined(let holds): self = holds ? .yes : .no
    case .undefined: self = .insufficientData
    }
  }
}
