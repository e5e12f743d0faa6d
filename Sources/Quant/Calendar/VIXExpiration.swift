extension ContractCalendar {
  /// Why a VIX expiration is not on its nominal Wednesday.
  public enum VIXExpirationMove: String, Sendable, Hashable, Codable {
    /// The nominal Wednesday is a holiday.
    case wednesdayIsHoliday
    /// The Friday 30 days after it, on which the S&P 500 options expire, is a holiday.
    case fridayPlus30IsHoliday
  }

  /// The Wednesday 30 days before the third Friday of the following month.
  public func vixNominalWednesday(year: Int, month: Int) -> CalendarDate {
    let friday =
      month == 12
      ? thirdFriday(year: min(year, 9999) + 1, month: 1) : thirdFriday(year: year, month: month + 1)
    return friday.adding(days: -30)
  }

  /// The holiday that moves the month's VIX expiration, or `nil` when it is on its Wednesday.
  public func vixExpirationMove(year: Int, month: Int) -> VIXExpirationMove? {
    let wednesday = vixNominalWednesday(year: year, month: month)
    if !exchange.isSession(wednesday) { return .wednesdayIsHoliday }
    return exchange.isSession(wednesday.adding(days: 30)) ? nil : .fridayPlus30IsHoliday
  }

  /// The expiration and settlement date of the month's VIX options and VX futures.
  ///
  /// The nominal Wednesday; when it or the Friday 30 days later is a holiday, the business day
  /// before that Wednesday (CFE Rule 1202(b)). The VX future trades until 08:00 Chicago that day.
  public func vixExpiration(year: Int, month: Int) -> CalendarDate {
    let wednesday = vixNominalWednesday(year: year, month: month)
    return vixExpirationMove(year: year, month: month) == nil
      ? wednesday : exchange.previous(before: wednesday)
  }

  /// Whether a date is the expiration of a monthly VIX contract, and not of a weekly one.
  ///
  /// A day of difference from the rule is allowed, for closures that no rule foresees; weekly
  /// contracts lie seven days away.
  public func isMonthlyVIX(_ expiration: CalendarDate) -> Bool {
    let (year, month, _) = expiration.components
    return abs(vixExpiration(year: year, month: month).days(until: expiration)) <= 1
  }

  /// The last trading day of the month's VIX options: the business day before expiration.
  public func vixLastTradingDay(year: Int, month: Int) -> CalendarDate {
    exchange.previous(before: vixExpiration(year: year, month: month))
  }

  /// The next `count` monthly VIX expirations later than the date, ascending.
  ///
  /// Fewer where the calendar ends; none for a count that is not positive.
  public func vixExpirations(after date: CalendarDate, count: Int) -> [CalendarDate] {
    var expirations: [CalendarDate] = []
    var (year, month, _) = date.components
    while expirations.count < count, year <= 9999 {
      let expiration = vixExpiration(year: year, month: month)
      if expiration > date { expirations.append(expiration) }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return expirations
  }
}
