/// A civil date in the proleptic Gregorian calendar, without time or time zone.
///
/// Stored as the number of days since 1970-01-01, so comparison, hashing and distance are integer
/// operations and give the same result on every machine. Dates are New York civil dates by the
/// convention of the whole library. The text form is ISO 8601 (`2016-01-04`) and so is the Codable
/// form. Conversion uses Howard Hinnant's `days_from_civil` algorithm, exact for years 1 to 9999.
///
/// There are dates from ``earliest`` to ``latest`` only; arithmetic that leads beyond them stops
/// there, so that no count of days can overflow.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let dayNumber: Int

  /// The first date, 0001-01-01.
  public static let earliest = CalendarDate(dayNumber: .min)

  /// The last date, 9999-12-31.
  public static let latest = CalendarDate(dayNumber: .max)

  /// Creates the date that lies `dayNumber` days after 1970-01-01.
  ///
  /// A number of days before ``earliest`` or after ``latest`` gives that date.
  public init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, -719_162), 2_932_896)
  }

  /// Creates a date from its parts; `nil` when there is no such date (month 13, 30 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// A date whose day is not checked; a year outside 0...10000 counts as the nearest of them.
  init(uncheckedYear year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month), "months are 1...12")
    let year = min(max(year, 0), 10_000)
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  /// The number of days in a month of the Gregorian calendar; `month` must be 1...12.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month (1...12) and day of month (1...31) of the date.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The calendar year.
  public var year: Int { components.year }

  /// The month, 1...12.
  public var month: Int { components.month }

  /// The day of the month, 1...31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday (index 3 counted from Monday).
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index >= 0 ? index : index + 7]
  }

  /// The date `days` calendar days later (earlier when negative), or the last (first) date there is.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflows) = dayNumber.addingReportingOverflow(days)
    guard !overflows else { return days > 0 ? .latest : .earliest }
    return CalendarDate(dayNumber: sum)
  }

  /// Calendar days from this date to `other`; negative when `other` is earlier.
  public func days(until other: CalendarDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// Whether the day is a Saturday or a Sunday.
  var isWeekend: Bool {
    // Counted from Thursday 1970-01-01: 2 is Saturday, 3 is Sunday.
    let index = dayNumber % 7
    return index == 2 || index == 3 || index == -5 || index == -4
  }
}

/// The day of the week, from Monday as in ISO 8601.
public enum Weekday: Int, CaseIterable, Sendable, Codable {
  /// Monday, 1.
  case monday = 1
  /// Tuesday, 2.
  case tuesday
  /// Wednesday, 3.
  case wednesday
  /// Thursday, 4.
  case thursday
  /// Friday, 5.
  case friday
  /// Saturday, 6.
  case saturday
  /// Sunday, 7.
  case sunday
}

extension CalendarDate: Comparable {
  /// Orders dates by time.
  public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
    lhs.dayNumber < rhs.dayNumber
  }
}

extension CalendarDate: LosslessStringConvertible, Codable {
  /// Parses `YYYY-MM-DD` exactly; `nil` for any other text or a date that does not exist.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The ISO 8601 form, `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Decodes the ISO 8601 form.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is not a date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a date of the form YYYY-MM-DD")
    }
    self = date
  }

  /// Encodes the ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
