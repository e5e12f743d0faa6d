#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The z-score of a monthly real effective exchange rate against ten years (methodology 1.12).
///
/// No established theory makes the rate a trigger for index volatility at a daily horizon: it is a
/// slow context flag.
public struct RealExchangeRateScore: Sendable, Hashable, Codable {
  /// The date of the newest month known, as the series dates it.
  public var month: CalendarDate
  /// When that month became known.
  public var known: CalendarDate
  /// `(ln R − mean) / sd` of the newest month in the window, dimensionless.
  public var z: Double
  /// Months in the window.
  public var months: Int

  /// The z from which the rate counts as elevated.
  public static let elevatedScore = 1.0

  /// Whether z is at least 1.
  public var isElevated: Bool { z >= Self.elevatedScore }
}

/// A monthly real effective exchange rate, read point in time (methodology 1.12).
///
/// Only months known by a date count. A row whose known date lies before the end of its month
/// cannot be right for a monthly average; it takes the default, month end + 25 calendar days.
/// Several rows of one month, under the same date, are vintages: at each date the newest one known
/// counts, so that a later revision changes no earlier score.
public struct RealExchangeRate: Sendable, Hashable {
  private struct Month: Sendable, Hashable {
    let number: Int
    let known: CalendarDate
    let row: DatedValue
    let logarithm: Double
  }

  /// Months in the window of the mean and deviation, the newest included.
  public let windowMonths: Int
  /// Fewest months known in the window.
  public let minimumMonths: Int
  private let months: [Month]

  /// Checks a series once, so that each date costs only its window.
  ///
  /// - Parameters:
  ///   - series: One value a month, or its vintages ascending by the day they became known,
  ///     ascending, in any unit; the unit cancels.
  ///   - windowMonths: Months looked back on.
  ///   - minimumMonths: Fewest of them that must be known.
  /// - Throws: `parameterOutOfRange` unless 2 ≤ `minimumMonths` ≤ `windowMonths`, `nonFinite`,
  ///   `nonPositivePrice`, `unsortedDates`, and `duplicateDate` for a second row of one month that is
  ///   no later vintage of the first.
  public init(
    _ series: [DatedValue], windowMonths: Int = 120, minimumMonths: Int = 60
  ) throws(SeriesError) {
    try SeriesValidation.require(minimumMonths, in: 2..., name: "minimumMonths")
    try SeriesValidation.require(windowMonths, in: minimumMonths..., name: "windowMonths")
    self.windowMonths = windowMonths
    self.minimumMonths = minimumMonths
    try SeriesValidation.requireAscendingVintages(series)
    var months: [Month] = []
    months.reserveCapacity(series.count)
    for (index, row) in series.enumerated() {
      guard row.value.isFinite else { throw .nonFinite(index: index) }
      guard row.value > 0 else { throw .nonPositivePrice(index: index) }
      let number = PublicationMonth(of: row.date).number
      if let last = months.last, last.number == number, last.row.date != row.date {
        throw .duplicateDate(index: index)
      }
      let isPlausible = row.known >= PublicationMonth.lastDay(ofMonthOf: row.date)
      months.append(
        Month(
          number: number,
          known: isPlausible ? row.known : PublicationMonth.defaultKnown(for: row.date), row: row,
          logarithm: log(row.value)))
    }
    self.months = months
  }

  /// The newest month known at the close of a date, or `nil` when none is; a search.
  public func newestKnown(at date: CalendarDate) -> DatedValue? {
    newestMonth(at: date)?.row
  }

  private func newestMonth(at date: CalendarDate) -> Month? {
    months[..<months.partitioningIndex { $0.row.date > date }].last { $0.known <= date }
  }

  /// The score at the close of a date, from months known by then; O(window).
  ///
  /// - Parameters:
  ///   - date: The session.
  ///   - maximumAgeDays: Calendar days the newest month may have ended ago; `nil` for no limit.
  /// - Returns: The score; undefined when nothing is known, when the newest month is too old, with
  ///   fewer than `minimumMonths` months, or when the window does not vary.
  public func score(
    at date: CalendarDate, maximumAgeDays: Int? = nil
  ) -> StatisticResult<RealExchangeRateScore> {
    let end = months.partitioningIndex { $0.row.date > date }
    guard let newest = newestMonth(at: date) else {
      return .undefined(.missingInput(name: "realEffectiveExchangeRate"))
    }
    let age = PublicationMonth.lastDay(ofMonthOf: newest.row.date).days(until: date)
    if let maximumAgeDays, age > maximumAgeDays {
      return .undefined(.stale(name: "realEffectiveExchangeRate", asOf: newest.row.date))
    }
    let first = months.partitioningIndex { $0.number > newest.number - windowMonths }
    var window: [Double] = []
    var newestNumber: Int?
    for month in months[first..<end] where month.known <= date {
      if month.number == newestNumber { window.removeLast() }
      newestNumber = month.number
      window.append(month.logarithm)
    }
    return SampleSpread.scoreOfLast(in: window, needed: minimumMonths).map {
      RealExchangeRateScore(
        month: newest.row.date, known: newest.known, z: $0, months: window.count)
    }
  }
}
