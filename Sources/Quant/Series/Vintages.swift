extension BidirectionalCollection<DatedValue> {
  /// The series as it stood at the close of a date: of every date's vintages the newest one known.
  ///
  /// The rows ascend by date and, within a date, by the day they became known. Complexity: O(n).
  public func known(at date: CalendarDate) -> [DatedValue] {
    var values: [DatedValue] = []
    for row in self where row.known <= date {
      if values.last?.date == row.date { values.removeLast() }
      values.append(row)
    }
    return values
  }

  /// The newest values known at the close of a date, newest first, at most `count`.
  ///
  /// Complexity: O(rows not yet known + count).
  public func newestKnown(_ count: Int, at date: CalendarDate) -> [DatedValue] {
    var values: [DatedValue] = []
    for row in reversed() where row.known <= date && row.date != values.last?.date {
      if values.count == count { break }
      values.append(row)
    }
    return values
  }
}
