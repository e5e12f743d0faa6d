/// Easter Sunday of the Gregorian calendar, from which Good Friday is counted.
public enum EasterSunday {
  /// The date of Easter Sunday in `year` (1583 or later, at most 9999).
  ///
  /// The anonymous Gregorian computus as printed in Meeus, Astronomical Algorithms (1991), ch. 8.
  public static func date(year: Int) -> CalendarDate {
    let goldenNumber = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let correction = (century + 8) / 25
    let moonShift = (century - correction + 1) / 3
    let epact = (19 * goldenNumber + century - century / 4 - moonShift + 15) % 30
    let weekdayShift =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let lateMoon = (goldenNumber + 11 * epact + 22 * weekdayShift) / 451
    let dayFromMarch = epact + weekdayShift - 7 * lateMoon + 114
    return CalendarDate(
      uncheckedYear: year, month: dayFromMarch / 31, day: dayFromMarch % 31 + 1)
  }
}
