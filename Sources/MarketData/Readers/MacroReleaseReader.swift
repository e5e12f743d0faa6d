public import Quant

/// Reads inflation releases:
/// `release_date,release_time_et,series,period,actual,consensus,previous[,source]`.
///
/// Values are percent month on month; an empty field is a missing value. The time is New York wall
/// clock, `HH:MM`; the period is the month described, `YYYY-MM`, and lies before the release month.
/// Rows ascend by release date, and a series has one release a period. `previous` is checked but
/// not kept; `source` is for the publisher and is not read.
public enum MacroReleaseReader {
  private struct Key: Hashable, Comparable {
    let period: String
    let series: InflationSeries

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.period, lhs.series.rawValue) < (rhs.period, rhs.series.rawValue)
    }
  }

  private static let layout = CSVLayout(
    required: [
      "release_date", "release_time_et", "series", "period", "actual", "consensus", "previous",
    ],
    optional: ["source"])

  /// The releases of the file in file order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [MacroRelease] {
    let seriesNames = CSVChoice(InflationSeries.allCases.map { ($0.rawValue, $0) })
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("release_date")
    let timeColumn = sheet.column("release_time_et")
    let seriesColumn = sheet.column("series")
    let periodColumn = sheet.column("period")
    let actualColumn = sheet.column("actual")
    let consensusColumn = sheet.column("consensus")
    let previousColumn = sheet.column("previous")
    var order = DateOrder<Key>()
    var records: [MacroRelease] = []
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let time = sheet.timeOfDay(timeColumn)
      let series = sheet.choice(seriesColumn, seriesNames)
      let period = date.flatMap { sheet.month(periodColumn, before: $0) }
      let actual = sheet.optionalNumber(actualColumn)
      let consensus = sheet.optionalNumber(consensusColumn)
      let previous = sheet.optionalNumber(previousColumn)
      guard let date, let series, let period,
        order.accept(
          Key(period: period, series: series), date: date, column: dateColumn, in: &sheet,
          name: "\(series.rawValue) of \(period)")
      else { continue }
      guard let time, let actual, let consensus, previous != nil else { continue }
      records.append(
        MacroRelease(
          releaseDate: date, releaseTime: time, series: series, period: period, actual: actual,
          consensus: consensus))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }
}

extension CSVSheet {
  /// The time of day in a column, `HH:MM`.
  fileprivate mutating func timeOfDay(_ column: CSVColumn) -> String? {
    guard let text = text(column) else { return nil }
    let bytes = Array(text.utf8)
    if bytes.count == 5, bytes[2] == ASCII.colon,
      let hour = twoDigits(bytes[0...1]), let minute = twoDigits(bytes[3...4]),
      hour < 24, minute < 60
    {
      return text
    }
    report(
      column, "\(column.name) is not a time of day: \(ShownText.quoted(text))",
      "Write it as HH:MM, New York time, such as 08:30.")
    return nil
  }

  /// The month in a column, `YYYY-MM`, which must end before the date.
  fileprivate mutating func month(_ column: CSVColumn, before date: CalendarDate) -> String? {
    guard let text = text(column) else { return nil }
    guard let start = CalendarDate(text + "-01") else {
      report(
        column, "\(column.name) is not a month: \(ShownText.quoted(text))",
        "Write it as YYYY-MM, such as 2016-01.")
      return nil
    }
    guard start.adding(days: CalendarDate.daysIn(month: start.month, year: start.year)) <= date
    else {
      report(
        column, "\(column.name) \(text) has not ended on the release date \(date)",
        "A month is published after it ended; correct one of the two.")
      return nil
    }
    return text
  }

  private func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy(ASCII.isDigit)
      ? bytes.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) } : nil
  }
}
