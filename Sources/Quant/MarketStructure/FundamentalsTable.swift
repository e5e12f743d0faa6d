/// A point-in-time table of companies, asked for the members of any date (methodology 1.11, 5).
///
/// A member on a date is a ticker whose newest row known by then is not too old: a table has no row
/// that says a company has left, it only stops having rows.
public struct FundamentalsTable: Sendable, Hashable {
  /// Calendar days after which a row without successor no longer makes a member.
  public let maximumAgeDays: Int
  /// The first known date of the table; `nil` for an empty one.
  public var firstKnown: CalendarDate? { records.first?.known }
  /// The last known date of the table; `nil` for an empty one.
  public var lastKnown: CalendarDate? { records.last?.known }
  private let records: [FundamentalRecord]
  private let tickers: [String]
  private let rows: [[Int]]

  /// Checks a table once.
  ///
  /// - Parameters:
  ///   - records: Rows ascending by known date; none at all is legal.
  ///   - maximumAgeDays: 45 suits a monthly table, the methodology's limit for monthly series; a
  ///     table with rows only as companies file needs about 100.
  /// - Throws: `parameterOutOfRange("maximumAgeDays")` when negative; with the row `nonFinite`,
  ///   `nonPositivePrice`, `unsortedDates`, `parameterOutOfRange("shares[row]")` for shares that
  ///   are not positive, and `duplicateDate` for a ticker's second row of one date.
  public init(
    _ records: [FundamentalRecord], maximumAgeDays: Int = 45
  ) throws(SeriesError) {
    try SeriesValidation.require(maximumAgeDays, in: 0..., name: "maximumAgeDays")
    self.maximumAgeDays = maximumAgeDays
    self.records = records
    var byTicker: [String: [Int]] = [:]
    for (index, record) in records.enumerated() {
      try Self.validate(record, index: index)
      if index > 0, record.known < records[index - 1].known {
        throw .unsortedDates(index: index)
      }
      let previous = byTicker[record.ticker]?.last
      if let previous, records[previous].known == record.known {
        throw .duplicateDate(index: index)
      }
      byTicker[record.ticker, default: []].append(index)
    }
    // A fixed order, so that sums do not depend on hashing.
    let ordered = byTicker.sorted { $0.key < $1.key }
    tickers = ordered.map(\.key)
    rows = ordered.map(\.value)
  }

  private static func validate(_ record: FundamentalRecord, index: Int) throws(SeriesError) {
    let values = [
      record.price, record.shares, record.operatingCashFlow, record.priceToEarnings,
    ]
    guard values.allSatisfy({ $0?.isFinite ?? true }) else { throw .nonFinite(index: index) }
    if let price = record.price, price <= 0 { throw .nonPositivePrice(index: index) }
    if let shares = record.shares, shares <= 0 {
      throw .parameterOutOfRange(name: "shares[\(index)]")
    }
  }

  /// The members known at the close of a date, in O(tickers · log rows).
  public func snapshot(on date: CalendarDate) -> FundamentalsSnapshot {
    var members: [FundamentalRecord] = []
    var stale: [String] = []
    for (ticker, rows) in zip(tickers, rows) {
      let end = rows.partitioningIndex { records[$0].known > date }
      guard end > 0 else { continue }
      let newest = records[rows[end - 1]]
      if newest.known.days(until: date) <= maximumAgeDays {
        members.append(newest)
      } else {
        stale.append(ticker)
      }
    }
    return FundamentalsSnapshot(date: date, members: members, stale: stale)
  }
}

/// The members of a table on one date.
public struct FundamentalsSnapshot: Sendable, Hashable {
  /// The date.
  public let date: CalendarDate
  /// The newest row of every member, ascending by ticker.
  public let members: [FundamentalRecord]
  /// Tickers whose newest row is too old, ascending.
  public let stale: [String]
}
