#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Quant

/// The quotes of one series, with its forward once that has been found.
struct ChainSeriesQuotes {
  let root: OptionRoot
  let expiration: CalendarDate
  let quotes: [OptionQuote]
  private(set) var assessed: ChainSeries?

  private struct Key: Hashable {
    let root: OptionRoot
    let expiration: CalendarDate
  }

  /// One group for each class and expiration, in order of expiration, then class.
  static func grouped(_ quotes: [OptionQuote], on date: CalendarDate) -> [ChainSeriesQuotes] {
    let today = quotes.filter { quote in
      quote.date == date && quote.contract.strike > 0 && quote.contract.strike.isFinite
    }
    return Dictionary(grouping: today) {
      Key(root: $0.contract.root, expiration: $0.contract.expiration)
    }
    .map {
      ChainSeriesQuotes(
        root: $0.key.root, expiration: $0.key.expiration, quotes: $0.value, assessed: nil)
    }
    .sorted { ($0.expiration, $0.root.rawValue) < ($1.expiration, $1.root.rawValue) }
  }

  /// Finds the series' forward, or why it has none.
  mutating func assess(
    on date: CalendarDate, minute: Int, discounts: inout ChainDiscounts,
    calendar: ExchangeCalendar
  ) -> Result<ChainSeries, UnassessedChainSeries.Reason> {
    let settleMinute = root.isMorningSettled ? 570 : calendar.closeMinute(expiration)
    guard
      let years = YearFraction.years(
        from: date, minute: minute, to: expiration, settleMinute: settleMinute)
    else { return .failure(.expired) }
    let pairs = ParityPair.pairs(from: quotes, root: root, expiration: expiration)
    guard let centre = ParityForward.singleStrike(pairs, discount: 1)?.strike else {
      return .failure(.noPairs)
    }
    guard let (discount, source) = discounts.discount(pairs, centre: centre, years: years),
      let forward = ParityForward.median(Self.near(centre, pairs), discount: discount),
      forward > 0
    else { return .failure(.noDiscount) }
    let series = ChainSeries(
      root: root, expiration: expiration, years: years, forward: forward, discount: discount,
      discountSource: source, pairCount: pairs.count)
    assessed = series
    return .success(series)
  }

  /// The strikes within 3 % of the centre, or the five nearest when those are fewer.
  private static func near(_ centre: Double, _ pairs: [ParityPair]) -> [ParityPair] {
    let near = pairs.filter { abs($0.strike - centre) <= 0.03 * centre }
    guard near.count < 5 else { return near }
    return Array(
      pairs.sorted { (abs($0.strike - centre), $0.strike) < (abs($1.strike - centre), $1.strike) }
        .prefix(5))
  }

  /// The series with the reason it could not be checked.
  func unassessed(_ reason: UnassessedChainSeries.Reason) -> UnassessedChainSeries {
    UnassessedChainSeries(root: root, expiration: expiration, reason: reason)
  }

  /// The strikes off parity by more than their spreads.
  ///
  /// None without a forward, and none with an extrapolated discount factor, which is not good enough
  /// to call a quote wrong.
  func parityViolations() throws(SeriesError) -> [ChainParityViolation] {
    guard let assessed, assessed.discountSource != .extrapolated else { return [] }
    let residuals = try ParityResidual.residuals(
      of: quotes, root: root, expiration: expiration, forward: assessed.forward,
      discount: assessed.discount)
    return residuals.filter { $0.status == .outside && !$0.isRounding(assessed) }.map {
      ChainParityViolation(root: root, expiration: expiration, residual: $0)
    }
  }
}

extension ParityResidual {
  /// Whether the residual exceeds the spreads by no more than the rounding of its terms.
  fileprivate func isRounding(_ series: ChainSeries) -> Bool {
    abs(residual) - halfSpread <= 16 * max(strike, series.forward).ulp
  }
}

/// Discount factors for the series of one underlying, nearest expiration first.
struct ChainDiscounts {
  private let rate: Double?
  /// Strikes farther from the money than this share of it do not help the slope.
  private let width: Double
  /// The last series whose slope was of use.
  private var last: (discount: Double, years: Double)?

  /// Slopes of series nearer than this say too little about the rate to carry it on, years.
  private static let shortest = 0.1

  /// Starts before the first series; VIX strikes are few and all of them are used.
  init(rate: Double?, isVolatilityIndex: Bool) {
    self.rate = rate
    width = isVolatilityIndex ? .infinity : 0.2
  }

  /// The factor and its source; `nil` when there is none above 0.
  ///
  /// The bounds of a believable slope, 0.9 to 1.01 (methodology 2.2), hold for the factor from the
  /// last series to this one, because a factor over several years may well be below 0.9.
  mutating func discount(
    _ pairs: [ParityPair], centre: Double, years: Double
  ) -> (discount: Double, source: ChainSeries.DiscountSource)? {
    if let rate { return factor(rate, years).map { ($0, .given) } }
    let base = last?.discount ?? 1
    let scaled = pairs.filter { abs($0.strike - centre) <= width * centre }.map {
      ParityPair(strike: $0.strike, call: $0.call / base, put: $0.put / base)
    }
    if let step = ParityForward.regression(scaled)?.discount {
      if years >= Self.shortest { last = (base * step, years) }
      return (base * step, .implied)
    }
    return last.flatMap { factor(-log($0.discount) / $0.years, years) }.map { ($0, .extrapolated) }
  }

  private func factor(_ rate: Double, _ years: Double) -> Double? {
    let factor = exp(-rate * years)
    return factor > 0 && factor.isFinite ? factor : nil
  }
}
