extension ContractCalendar {
  /// The expiration of the month's SPX option, settled to the opening calculation (SET).
  ///
  /// The third Friday, or the session before when that Friday is a holiday.
  public func spxMonthly(year: Int, month: Int) -> CalendarDate {
    sessionOnOrBefore(thirdFriday(year: year, month: month))
  }

  /// The last trading day of the month's SPX option: the session before expiration.
  public func spxMonthlyLastTradingDay(year: Int, month: Int) -> CalendarDate {
    exchange.previous(before: spxMonthly(year: year, month: month))
  }

  /// The date the month's SPX option carries in its OSI symbol.
  ///
  /// The expiration itself from February 2015 on; the Saturday after the third Friday before.
  public func spxMonthlySymbolDate(year: Int, month: Int) -> CalendarDate {
    (year, month) < (2015, 2)
      ? thirdFriday(year: year, month: month).adding(days: 1)
      : spxMonthly(year: year, month: month)
  }

  /// The expiration of the month's SPXW end-of-month option: the last session of the month.
  public func spxwEndOfMonth(year: Int, month: Int) -> CalendarDate {
    sessionOnOrBefore(
      CalendarDate(
        uncheckedYear: year, month: month, day: CalendarDate.daysIn(month: month, year: year)))
  }

  /// The expirations of the SPXW options of every Friday of the month, ascending.
  ///
  /// The third Friday is included. A Friday that is a holiday gives the session before it, which
  /// may lie in the previous month (31 December for a Friday 1 January).
  public func spxwFridays(year: Int, month: Int) -> [CalendarDate] {
    let first = thirdFriday(year: year, month: month).adding(days: -14)
    return (0..<5).map { first.adding(days: 7 * $0) }.filter { $0.month == month }
      .map(sessionOnOrBefore)
  }
}
