/// The time to settlement in years, from New York wall-clock minutes.
public enum YearFraction {
  /// Years from a valuation moment to a settlement moment, or `nil` when it has been reached.
  ///
  /// (calendar days + (settleMinute − minute)/1440)/365, with daylight saving ignored: an error of
  /// at most one hour, and the same result on every machine. Minutes count from midnight in New York:
  /// 960 is the 16:00 close, 570 the 09:30 morning settlement, 780 an early close.
  ///
  /// - Parameters:
  ///   - date: the valuation date.
  ///   - minute: the valuation minute of that date.
  ///   - settlement: the date the contract settles on.
  ///   - settleMinute: the settlement minute of that date.
  /// - Returns: a positive number of years; `nil` for a contract that has expired.
  public static func years(
    from date: CalendarDate, minute: Int = 960, to settlement: CalendarDate, settleMinute: Int
  ) -> Double? {
    let days = Double(date.days(until: settlement))
    // As doubles, in which these whole numbers are exact and none overflows.
    let minutes = Double(settleMinute) - Double(minute)
    guard days * 1440 + minutes > 0 else { return nil }
    return (days + minutes / 1440) / 365
  }
}
