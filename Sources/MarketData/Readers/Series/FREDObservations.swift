import Quant

/// Observations as FRED's API gives them: `realtime_start,realtime_end,date,value`, with or without
/// `series_id`.
///
/// `realtime_start` is the first day on which the value was the published one, so it is the day it
/// became known. The rows of one date are its vintages.
enum FREDObservations {
  private static let layout = CSVLayout(
    required: ["realtime_start", "date", "value"], optional: ["realtime_end", "series_id"],
    origin: .vendor)

  private struct Key: Hashable, Comparable, Sendable {
    let date: CalendarDate
    let known: CalendarDate

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.date, lhs.known) < (rhs.date, rhs.known)
    }
  }

  static func isHeader(_ header: SeriesHeader) -> Bool {
    layout.required.allSatisfy(header.plainNames.contains)
  }

  /// The values by series; every row left out has a problem of its own.
  static func read(_ bytes: [UInt8], file: String) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let (date, series) = (sheet.column("date"), sheet.column("series_id"))
    var problems: [Diagnostic] = []
    let unnamed =
      series.position == nil
      ? FREDFileReader.seriesName("value", file: file, into: &problems) : ""
    var rows: [String: KeyedRows<Key, DatedValue>] = [:]
    while sheet.advance() {
      guard let row = row(in: &sheet) else { continue }
      let name = sheet.text(series) ?? unnamed
      rows[name, default: KeyedRows()].add(
        row, key: Key(date: row.date, known: row.known), column: date, in: &sheet,
        name: "\(row.date) known \(row.known)")
    }
    let found = rows.sorted { $0.key < $1.key }.map { name, rows in
      NamedSeries(name: name, rows: rows.finish(in: &sheet))
    }
    if let warning = downloadDay(found.flatMap(\.rows), file: file) { problems.append(warning) }
    return OwnFileReaders.reading(
      .fred, .series(found), file: file, dates: found.flatMap { $0.rows.map(\.date) },
      symbols: found.map(\.name).filter { !$0.isEmpty }, problems: problems + sheet.problems)
  }

  private static func row(in sheet: inout CSVSheet) -> DatedValue? {
    let (dateColumn, startColumn) = (sheet.column("date"), sheet.column("realtime_start"))
    let date = sheet.vendorDate(dateColumn)
    let known = sheet.vendorDate(startColumn)
    guard let value = sheet.optionalNumber(sheet.column("value")), let date, let known else {
      return nil
    }
    guard let value else {
      sheet.skipRow(without: "value", on: date, dateColumn)
      return nil
    }
    guard known >= date else {
      sheet.report(
        startColumn, "realtime_start \(known) is before the date \(date)",
        "A value cannot be known before the day it refers to; correct one of the two.",
        code: .outOfTime)
      return nil
    }
    return DatedValue(date: date, value: value, known: known)
  }

  /// A warning when one day stands for all: then it tells when the file was made, not when each
  /// value was published.
  private static func downloadDay(_ rows: [DatedValue], file: String) -> Diagnostic? {
    guard rows.count > 1, let day = rows.first?.known, rows.allSatisfy({ $0.known == day }),
      rows.contains(where: { $0.date != rows.first?.date })
    else { return nil }
    return Diagnostic(
      severity: .warning, location: SourceLocation(file: file),
      message: "every row has the realtime_start \(day), probably the day of the download; "
        + "no value counts as known before it",
      remedy: "Ask the API for all vintages (realtime_start=1776-07-04) to learn when each value "
        + "was published.",
      code: .oddValue, action: .kept)
  }
}
