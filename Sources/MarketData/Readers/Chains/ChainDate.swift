import Quant

/// Dates as the vendors of chains write them.
enum ChainDate {
  /// Reads `Fri Aug 21 2026`, `2026-08-21` or `8/21/2026`; the numeric forms may carry a time.
  ///
  /// The day of the week is not compared with the date. `nil` for anything else and for days that
  /// do not exist.
  static func parse(_ bytes: [UInt8], _ field: CSVTable.Field) -> CalendarDate? {
    let (start, end) = (Int(field.start), Int(field.end))
    guard start < end else { return nil }
    guard ASCII.isDigit(bytes[start]) else { return weekdayForm(bytes, from: start, to: end) }
    var dateEnd = start
    while dateEnd < end, bytes[dateEnd] != ASCII.space { dateEnd += 1 }
    for index in dateEnd..<end
    where !ASCII.isDigit(bytes[index]) && bytes[index] != ASCII.colon && bytes[index] != ASCII.space
    {
      return nil
    }
    guard
      case .success(let date) = DateText.parse(
        bytes, from: start, to: dateEnd, style: .isoOrAmerican)
    else { return nil }
    return date
  }

  /// JavaScript's `toDateString`: fifteen characters at fixed places.
  private static func weekdayForm(_ bytes: [UInt8], from start: Int, to end: Int) -> CalendarDate? {
    guard end - start == 15, bytes[start + 3] == ASCII.space, bytes[start + 7] == ASCII.space,
      bytes[start + 10] == ASCII.space,
      let month = month(bytes, at: start + 4),
      let day = digits(bytes, from: start + 8, count: 2),
      let year = digits(bytes, from: start + 11, count: 4)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func month(_ bytes: [UInt8], at start: Int) -> Int? {
    for (index, name) in monthCodes.enumerated()
    where name.0 == ASCII.lowercased(bytes[start]) && name.1 == ASCII.lowercased(bytes[start + 1])
      && name.2 == ASCII.lowercased(bytes[start + 2])
    {
      return index + 1
    }
    return nil
  }

  /// The number that `count` digits spell; the caller has checked that the bytes are there.
  static func digits(_ bytes: [UInt8], from start: Int, count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      guard ASCII.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - ASCII.zero)
    }
    return value
  }

  /// The English names of the months, lowercased, January first.
  static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let monthCodes: [(UInt8, UInt8, UInt8)] = monthNames.map { name in
    let bytes = Array(name.utf8)
    return (bytes[0], bytes[1], bytes[2])
  }
}
