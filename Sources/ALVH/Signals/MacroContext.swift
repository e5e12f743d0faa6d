public import Quant

/// Context that may align with a divergence: policy catalysts, REER and inflation surprises.
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

  /// `elevated REER or catalyst`; a missing series never passes.
  public var isAligned: Bool { catalystVerdict == .yes || exchangeRateVerdict == .yes }
}

extension MacroContext {
  /// The context at the close of `date`.
  public static func at(
    _ date: CalendarDate, history: MarketHistory, parameters: ContextParameters,
    calendar: ExchangeCalendar
  ) -> MacroContext {
    let horizon = calendar.adding(sessions: parameters.catalystSessions, to: date)
    let catalyst = history.policy.first {
      $0.date > date && $0.date <= horizon && $0.kind != .projections
    }
    let reachesHorizon = (history.policy.last?.date ?? date) >= horizon
    let surprises = InflationSurprise(history.releases, at: date)
    return MacroContext(
      catalyst: catalyst,
      catalystVerdict: catalyst != nil ? .yes : reachesHorizon ? .no : .insufficientData,
      exchangeRateVerdict: exchangeRate(history.realEffectiveExchangeRate, at: date),
      inflationVerdict: surprises.verdict(parameters), knownSurprises: surprises.known,
      exchangeRateLast: history.realEffectiveExchangeRate.last { $0.known <= date }?.date)
  }

  /// z ≥ 1 over the last 120 months known (methodology 1.12); fewer than 60 is insufficient.
  private static func exchangeRate(_ series: [DatedValue], at date: CalendarDate) -> Verdict {
    let known = series.filter { $0.known <= date }.suffix(120).map(\.value)
    guard known.count >= 60, let last = known.last, known.allSatisfy({ $0 > 0 }) else {
      return .insufficientData
    }
    let logs = known.map { logarithm($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count - 1)
    guard variance > 0 else { return .insufficientData }
    return (logarithm(last) - mean) / variance.squareRoot() >= 1 ? .yes : .no
  }
}

/// Standardised surprises of the inflation releases known at a date (methodology 1.12).
struct InflationSurprise {
  let date: CalendarDate
  let cpi: [(date: CalendarDate, value: Double)]
  let ppi: [(date: CalendarDate, value: Double)]

  init(_ releases: [MacroRelease], at date: CalendarDate) {
    self.date = date
    func surprises(_ series: InflationSeries) -> [(CalendarDate, Double)] {
      releases.compactMap { release in
        guard release.series == series, release.releaseDate <= date, let actual = release.actual,
          let consensus = release.consensus
        else { return nil }
        return (release.releaseDate, actual - consensus)
      }
    }
    cpi = surprises(.cpi)
    ppi = surprises(.ppi)
  }

  /// Surprises known, the fewer of the two indices.
  var known: Int { min(cpi.count, ppi.count) }

  /// Within the last days: the greater z at least +0.5 and the smaller at least −0.5.
  func verdict(_ parameters: ContextParameters) -> MacroContext.Verdict {
    guard known >= parameters.minSurprises, let cpi = score(cpi, parameters),
      let ppi = score(ppi, parameters)
    else { return .insufficientData }
    return max(cpi, ppi) >= 0.5 && min(cpi, ppi) >= -0.5 ? .yes : .no
  }

  private func score(
    _ surprises: [(date: CalendarDate, value: Double)], _ parameters: ContextParameters
  ) -> Double? {
    guard let last = surprises.last, last.date.days(until: date) <= parameters.surpriseDays else {
      return nil
    }
    let past = surprises.suffix(60).map(\.value)
    let mean = past.reduce(0, +) / Double(past.count)
    let variance = past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(past.count - 1)
    return variance > 0 ? last.value / variance.squareRoot() : nil
  }
}
