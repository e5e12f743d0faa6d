/// The join of a dated series to a session: the last value known by then (methodology 1.12).
public enum AsOfValue {
  /// The newest value whose `known` date is not later than `date`.
  ///
  /// - Parameters:
  ///   - series: Values ascending by date.
  ///   - date: The session the value is needed on.
  ///   - maximumAge: Calendar days a value may be old, counted from the date it refers to.
  ///   - name: The series' name, for the error.
  /// - Returns: The value; the one with the latest `date` when several are known.
  /// - Throws: `missingInput` when nothing is known yet, `stale` when the newest is too old.
  public static func value(
    of series: [DatedValue], on date: CalendarDate, maximumAge: Int, name: String
  ) throws(SeriesError) -> DatedValue {
    guard let newest = series.last(where: { $0.known <= date }) else {
      throw .missingInput(name: name)
    }
    guard newest.date.days(until: date) <= maximumAge else {
      throw .stale(name: name, asOf: newest.date)
    }
    return newest
  }
}
