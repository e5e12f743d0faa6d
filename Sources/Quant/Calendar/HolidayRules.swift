/// The New York Stock Exchange's holiday rules, without one-off closures (methodology 2.7).
///
/// New Year's Day on a Saturday is not observed; Independence Day, Juneteenth (from 2022) and
/// Christmas move from Saturday to Friday and from Sunday to Monday.
enum HolidayRules {
  /// The holiday that closes the exchange on a weekday, or `nil`.
  static func holidayName(on date: CalendarDate) -> String? {
    let weekday = date.weekday
    guard weekday != .saturday, weekday != .sunday else { return nil }
    let (year, month, day) = date.components
    let isMonday = weekday == .monday
    switch month {
    case 1:
      if day == 1 { return "New Year's Day" }
      if day == 2, isMonday { return "New Year's Day (observed)" }
      return isMonday && (15...21).contains(day) ? "Martin Luther King Jr. Day" : nil
    case 2:
      return isMonday && (15...21).contains(day) ? "Washington's Birthday" : nil
    case 3, 4:
      guard weekday == .friday else { return nil }
      return EasterSunday.date(year: year).adding(days: -2) == date ? "Good Friday" : nil
    case 5:
      return isMonday && day >= 25 ? "Memorial Day" : nil
    case 6:
      return year >= 2022 ? fixedHoliday("Juneteenth", on: 19, day, weekday) : nil
    case 7:
      return fixedHoliday("Independence Day", on: 4, day, weekday)
    case 9:
      return isMonday && day <= 7 ? "Labor Day" : nil
    case 11:
      return weekday == .thursday && (22...28).contains(day) ? "Thanksgiving Day" : nil
    case 12:
      return fixedHoliday("Christmas Day", on: 25, day, weekday)
    default:
      return nil
    }
  }

  private static func fixedHoliday(
    _ name: String, on holiday: Int, _ day: Int, _ weekday: Weekday
  ) -> String? {
    if day == holiday { return name }
    let isObserved =
      (day == holiday - 1 && weekday == .friday) || (day == holiday + 1 && weekday == .monday)
    return isObserved ? "\(name) (observed)" : nil
  }

  /// The 13:00 close the rules give for a session, or `nil`.
  ///
  /// `date` must be a session: whether the exchange is open is not checked here.
  static func earlyCloseName(onSession date: CalendarDate) -> String? {
    let (year, month, day) = date.components
    switch (month, day) {
    case (7, 3):
      // Independence Day is tomorrow.
      switch date.weekday {
      case .monday, .tuesday, .thursday: return "Day before Independence Day"
      case .wednesday: return year >= 2013 ? "Day before Independence Day" : nil
      default: return nil
      }
    case (11, 23...29):
      return date.weekday == .friday ? "Day after Thanksgiving" : nil
    case (12, 24):
      return "Christmas Eve"
    default:
      return nil
    }
  }
}
