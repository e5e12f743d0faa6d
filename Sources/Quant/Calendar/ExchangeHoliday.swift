/// A weekday on which an exchange is closed, or closes early, and why.
public struct ExchangeHoliday: Hashable, Sendable, Codable {
  /// The weekday concerned.
  public var date: CalendarDate
  /// The reason, in the exchange's words; a moved holiday ends in "(observed)".
  public var name: String

  /// Creates an entry.
  public init(date: CalendarDate, name: String) {
    self.date = date
    self.name = name
  }
}

extension ExchangeHoliday {
  /// Closures of the New York Stock Exchange since 1998 that no rule predicts.
  ///
  /// Full days only: attacks of 11 September 2001, days of mourning for four presidents, Hurricane
  /// Sandy.
  public static let knownClosures: [ExchangeHoliday] = [
    closure(2001, 9, 11, "Closed after the attacks of 11 September"),
    closure(2001, 9, 12, "Closed after the attacks of 11 September"),
    closure(2001, 9, 13, "Closed after the attacks of 11 September"),
    closure(2001, 9, 14, "Closed after the attacks of 11 September"),
    closure(2004, 6, 11, "National Day of Mourning (Reagan)"),
    closure(2007, 1, 2, "National Day of Mourning (Ford)"),
    closure(2012, 10, 29, "Hurricane Sandy"),
    closure(2012, 10, 30, "Hurricane Sandy"),
    closure(2018, 12, 5, "National Day of Mourning (G. H. W. Bush)"),
    closure(2025, 1, 9, "National Day of Mourning (Carter)"),
  ]

  private static func closure(
    _ year: Int, _ month: Int, _ day: Int, _ name: String
  ) -> ExchangeHoliday {
    ExchangeHoliday(
      date: CalendarDate(uncheckedYear: year, month: month, day: day), name: name)
  }
}
