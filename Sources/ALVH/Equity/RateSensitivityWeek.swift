public import Quant

/// One week of a security beside the ten-year yield and the market.
public struct RateSensitivityWeek: Sendable, Hashable, Codable {
  /// Simple return of the security, as a fraction.
  public var returnFraction: Double
  /// Change of the ten-year yield, basis points.
  public var yieldChangeBasisPoints: Double
  /// Simple return of the market, as a fraction.
  public var marketReturnFraction: Double

  /// Creates a week.
  public init(
    returnFraction: Double, yieldChangeBasisPoints: Double, marketReturnFraction: Double
  ) {
    self.returnFraction = returnFraction
    self.yieldChangeBasisPoints = yieldChangeBasisPoints
    self.marketReturnFraction = marketReturnFraction
  }

  /// Samples daily series at the last common date of each week.
  ///
  /// Weeks run from Monday to Sunday and count from the close of their Friday on, so the week in
  /// progress is left out; a week without a common date breaks the chain instead of making a
  /// fortnight's return.
  ///
  /// - Parameters:
  ///   - prices: the security in dollars; total-return prices where dividends shall count.
  ///   - yieldsPercent: the ten-year yield in percent.
  ///   - market: the market's index.
  ///   - date: rows dated or known later are not read.
  /// - Returns: one row for each pair of neighbouring weeks, ascending.
  /// - Throws: for the first bad series, in the order of the parameters and with the index there,
  ///   `nonFinite`, `nonPositivePrice` (not for yields), `unsortedDates`, `duplicateDate`;
  ///   `parameterOutOfRange` naming the series whose change is beyond the range of a `Double`.
  public static func series(
    prices: [DatedValue], yieldsPercent: [DatedValue], market: [DatedValue],
    through date: CalendarDate
  ) throws(SeriesError) -> [RateSensitivityWeek] {
    let aligned = try AlignedSeries(
      [(prices, true), (yieldsPercent, false), (market, true)], through: date)
    var weeks: [(number: Int, values: [Double])] = []
    for row in aligned.rows where row.date.weekFriday <= date {
      let number = row.date.weekFriday.dayNumber / 7
      if weeks.last?.number == number { weeks.removeLast() }
      weeks.append((number, row.values))
    }
    let changes = zip(weeks, weeks.dropFirst()).filter { $0.0.number + 1 == $0.1.number }.map {
      let (before, after) = ($0.0.values, $0.1.values)
      return RateSensitivityWeek(
        returnFraction: after[0] / before[0] - 1,
        yieldChangeBasisPoints: 100 * (after[1] - before[1]),
        marketReturnFraction: after[2] / before[2] - 1)
    }
    for change in changes { try change.requireFinite() }
    return changes
  }

  private func requireFinite() throws(SeriesError) {
    guard returnFraction.isFinite else { throw .parameterOutOfRange(name: "prices") }
    guard yieldChangeBasisPoints.isFinite else { throw .parameterOutOfRange(name: "yieldsPercent") }
    guard marketReturnFraction.isFinite else { throw .parameterOutOfRange(name: "market") }
  }
}

extension CalendarDate {
  /// The Friday of the date's week, which begins on Monday.
  fileprivate var weekFriday: CalendarDate { adding(days: 5 - weekday.rawValue) }
}
