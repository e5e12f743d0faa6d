import Quant

/// Dates from bytes, in ISO form or in the American form vendors use.
enum DateText {
  /// The forms a format accepts.
  enum Style {
    /// `YYYY-MM-DD` only.
    case iso
    /// `YYYY-MM-DD`, or month, day and year as `1/4/1999` or `01/04/1999`.
    case isoOrAmerican
  }

  /// Why text is not a date.
  enum Fault: Error {
    case empty
    case notADate
    case doesNotExist
  }

  /// Reads a date in one of the forms of the style.
  ///
  /// Complexity: O(1).
  static func parse(
    _ bytes: [UInt8], from start: Int, to end: Int, style: Style
  ) -> Result<CalendarDate, Fault> {
    guard start < end else { return .failure(.empty) }
    if end - start == 10, bytes[start + 4] == ASCII.minus, bytes[start + 7] == ASCII.minus {
      return date(
        number(bytes, start, start + 4), number(bytes, start + 5, start + 7),
        number(bytes, start + 8, end))
    }
    guard style == .isoOrAmerican, end - start <= 10 else { return .failure(.notADate) }
    let slashes = (start..<end).filter { bytes[$0] == ASCII.slash }
    guard slashes.count == 2, end - slashes[1] == 5, slashes[0] - start <= 2,
      slashes[1] - slashes[0] <= 3
    else { return .failure(.notADate) }
    return date(
      number(bytes, slashes[1] + 1, end), number(bytes, start, slashes[0]),
      number(bytes, slashes[0] + 1, slashes[1]))
  }

  private static func date(_ year: Int?, _ month: Int?, _ day: Int?) -> Result<CalendarDate, Fault>
  {
    guard let year, let month, let day else { return .failure(.notADate) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return .failure(.doesNotExist)
    }
    return .success(date)
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    var value = 0
    for index in start..<end {
      guard ASCII.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - ASCII.zero)
    }
    return value
  }
}
