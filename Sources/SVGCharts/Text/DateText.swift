public import Quant

extension NumberText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The English name of a month, 1...12; `missing` for any other number.
  public static func monthName(_ month: Int) -> String {
    (1...12).contains(month) ? months[month - 1] : missing
  }

  /// The English name of a weekday, such as `Monday`.
  public static func weekdayName(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// Day and month, such as `4 Jan`.
  public static func short(_ date: CalendarDate) -> String {
    let (_, month, day) = date.components
    return "\(day) \(months[month - 1].prefix(3))"
  }

  /// Day, month and year, such as `4 Jan 2016`.
  public static func long(_ date: CalendarDate) -> String {
    "\(short(date)) \(date.year)"
  }

  /// Weekday, day, month and year in full, such as `Monday 4 January 2016`.
  public static func full(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(weekdayName(date.weekday)) \(day) \(months[month - 1]) \(year)"
  }

  /// Weekday, day and month in short, such as `Mon 4 Jan`.
  public static func weekdayShort(_ date: CalendarDate) -> String {
    "\(weekdayName(date.weekday).prefix(3)) \(short(date))"
  }

  /// Month and year in full, such as `January 2016`.
  public static func month(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return "\(months[month - 1]) \(year)"
  }

  /// Month and year in short, such as `Jan 2016`.
  public static func monthShort(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return "\(months[month - 1].prefix(3)) \(year)"
  }
}
