import Quant

/// Dates as vendors of prices write them, beyond the ISO and American forms of `DateText`.
enum VendorDate {
  /// Reads `YYYYMMDD`, `Jan 4, 2016` and `2016-01-04 00:00:00-05:00`.
  ///
  /// A time of day must be midnight: a row of any other time is not a daily one. `nil` when the text
  /// is none of these or there is no such date. Complexity: O(1); longer text is not looked at.
  static func parse(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    guard bytes.count <= 32 else { return nil }
    if bytes.count == 8, let date = compact(bytes) { return date }
    if bytes.count > 10, let date = midnight(bytes) { return date }
    return monthName(bytes)
  }

  /// `YYYYMMDD`.
  static func compact(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    guard bytes.count == 8, let number = whole(bytes) else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// An ISO date with a time of midnight, with or without an offset.
  private static func midnight(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    let start = bytes.startIndex
    let time = bytes[(start + 10)...]
    guard let separator = time.first, separator == ASCII.space || separator == 0x54 else {
      return nil
    }
    let clock = time.dropFirst().prefix { ASCII.isDigit($0) || $0 == ASCII.colon }
    guard [4, 5, 8].contains(clock.count),
      clock.allSatisfy({ $0 == ASCII.zero || $0 == ASCII.colon })
    else { return nil }
    return CalendarDate(String(decoding: bytes.prefix(10), as: UTF8.self))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// `Jan 4, 2016`, with the month's name cut at three letters.
  private static func monthName(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    let parts = bytes.split { $0 == ASCII.space || $0 == ASCII.comma }
    guard parts.count == 3, parts[0].count == 3, parts[1].count <= 2, parts[2].count == 4,
      let month = months.firstIndex(of: parts[0].map(ASCII.lowercased)),
      let day = whole(parts[1]), let year = whole(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }

  /// A whole number of at most eight digits.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...8).contains(bytes.count), bytes.allSatisfy(ASCII.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
  }
}

extension CSVSheet {
  /// The date in a column, in any form that vendors of prices use; anything else is reported.
  mutating func vendorDate(_ column: CSVColumn) -> CalendarDate? {
    guard let field = field(column) else { return nil }
    let (start, end) = (Int(field.start), Int(field.end))
    if case .success(let date) = DateText.parse(
      table.bytes, from: start, to: end, style: .isoOrAmerican)
    {
      return date
    }
    return VendorDate.parse(table.bytes[start..<end]) ?? date(column)
  }
}
