import Quant

/// Several dated series on the dates that all of them have, as known on a date.
struct AlignedSeries {
  struct Row {
    let date: CalendarDate
    /// One value for each series, in their order.
    let values: [Double]
  }

  /// Ascending by date.
  let rows: [Row]

  /// Joins series of prices or levels, each strictly ascending by date.
  ///
  /// Throws the first problem of the first bad series, with its index there. Rows dated or known
  /// later than `date` are not read.
  init(
    _ series: [(values: [DatedValue], isPositive: Bool)], through date: CalendarDate
  ) throws(SeriesError) {
    var joined: [CalendarDate: [Double]] = [:]
    for (position, column) in series.enumerated() {
      for row in try Self.known(column.values, through: date, isPositive: column.isPositive)
      where joined[row.date, default: []].count == position {
        joined[row.date, default: []].append(row.value)
      }
    }
    rows = joined.filter { $0.value.count == series.count }
      .sorted { $0.key < $1.key }.map { Row(date: $0.key, values: $0.value) }
  }

  /// Consecutive rows at most `longestGapDays` calendar days apart.
  func pairs(longestGapDays: Int) -> [(before: Row, after: Row)] {
    zip(rows, rows.dropFirst()).filter {
      $0.0.date.days(until: $0.1.date) <= longestGapDays
    }.map { ($0.0, $0.1) }
  }

  /// The rows known by a date, checked.
  static func known(
    _ series: [DatedValue], through date: CalendarDate, isPositive: Bool
  ) throws(SeriesError) -> [DatedValue] {
    var known: [DatedValue] = []
    for (index, row) in series.enumerated() where row.date <= date && row.known <= date {
      guard row.value.isFinite else { throw .nonFinite(index: index) }
      guard !isPositive || row.value > 0 else { throw .nonPositivePrice(index: index) }
      if let previous = known.last {
        guard row.date >= previous.date else { throw .unsortedDates(index: index) }
        guard row.date > previous.date else { throw .duplicateDate(index: index) }
      }
      known.append(row)
    }
    return known
  }
}
