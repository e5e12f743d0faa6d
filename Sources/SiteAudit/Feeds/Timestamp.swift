import Quant

/// Date and time as feeds write them (RFC 3339): `2016-01-06T16:15:00-05:00`.
enum Timestamp {
  /// Whether a text is a timestamp of a day that exists, with its offset from UTC.
  static func isValid(_ text: String) -> Bool {
    guard
      let match = text.wholeMatch(
        of: /(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))/),
      CalendarDate(String(match.1)) != nil, let hour = Int(match.2), let minute = Int(match.3),
      let second = Int(match.4)
    else { return false }
    let offset = [match.5, match.6].map { $0.flatMap { Int($0) } ?? 0 }
    // A minute has sixty seconds, or one more when a leap second is inserted.
    return hour < 24 && minute < 60 && second <= 60 && offset[0] < 24 && offset[1] < 60
  }
}
