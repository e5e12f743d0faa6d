/// Aggregate price to cash flow with its place in ten years of its own month ends (methodology 1.11).
public struct PriceToCashFlowHistory: Sendable, Hashable {
  /// Month ends looked back on.
  public static let windowMonths = 120
  /// Fewest of them with a value.
  public static let minimumMonths = 36

  /// The aggregate on one date.
  public struct Reading: Sendable, Hashable {
    /// The aggregate of the members known on the date.
    public let aggregate: PriceToCashFlow
    /// Share of the month-end values not above the ratio, equal ones counted half; 0 to 1.
    ///
    /// Undefined with fewer than 36 month ends, or without a ratio.
    public let percentile: StatisticResult<Double>
  }

  private struct MonthEnd: Sendable, Hashable {
    let date: CalendarDate
    let number: Int
    let ratio: Double?
  }

  private let table: FundamentalsTable
  private let monthEnds: [MonthEnd]

  /// Computes the month ends from the table's first known date on, in O(months · tickers · log rows).
  ///
  /// Each uses only rows known by its own date, so none changes when rows are added later.
  public init(_ table: FundamentalsTable) {
    self.table = table
    var monthEnds: [MonthEnd] = []
    if let first = table.firstKnown, let last = table.lastKnown {
      var date = PublicationMonth.lastDay(ofMonthOf: first)
      while date <= last.adding(days: table.maximumAgeDays) {
        monthEnds.append(
          MonthEnd(
            date: date, number: PublicationMonth(of: date).number,
            ratio: PriceToCashFlow(table.snapshot(on: date)).ratio.value))
        date = PublicationMonth.lastDay(ofMonthOf: date.adding(days: 1))
      }
    }
    self.monthEnds = monthEnds
  }

  /// The reading at the close of a date.
  ///
  /// The history is that of the last 120 month ends not later than the date; a date that is itself
  /// a month end is in it.
  public func reading(on date: CalendarDate) -> Reading {
    let aggregate = PriceToCashFlow(table.snapshot(on: date))
    guard let ratio = aggregate.ratio.value else {
      return Reading(aggregate: aggregate, percentile: aggregate.ratio)
    }
    let end = monthEnds.partitioningIndex { $0.date > date }
    let newest = PublicationMonth(of: date.adding(days: 1)).number - 1
    let start = monthEnds.partitioningIndex { $0.number > newest - Self.windowMonths }
    let sample = monthEnds[min(start, end)..<end].compactMap(\.ratio)
    return Reading(
      aggregate: aggregate,
      percentile: MidRank.fraction(of: ratio, in: sample, needed: Self.minimumMonths))
  }
}
