import Quant

/// One column of a file of vintages, `CPIAUCSL_20240213`: the series as it was known on a day.
struct FREDVintage: Sendable {
  let series: String
  /// The day of the vintage.
  let known: CalendarDate

  /// The series and day that a column's name tells, `nil` when it does not end in `_YYYYMMDD`.
  init?(_ column: String) {
    guard let underscore = column.utf8.lastIndex(of: 0x5F),
      let known = VendorDate.compact(Array(column.utf8[underscore...].dropFirst())[...])
    else { return nil }
    series = String(column[..<underscore])
    self.known = known
    guard FREDSeriesName.isIdentifier(series) else { return nil }
  }

  /// The values of every vintage that say something new: the first print and its revisions.
  ///
  /// Columns repeat what earlier ones said; a value equal to that of the vintage before it has been
  /// known since then. A value dated after its vintage cannot be, and its row is rejected.
  static func read(
    _ bytes: [UInt8], file: String, names: [String], vintages: [FREDVintage]
  ) -> FileReading {
    let date = names.first ?? "observation_date"
    var sheet = CSVSheet(
      bytes, file: file, layout: .values(date: date, names: Array(names.dropFirst())))
    let order = vintages.indices.sorted { vintages[$0].known < vintages[$1].known }
    let dateColumn = sheet.column(date)
    let columns = order.map { sheet.column(names[$0 + 1]) }
    let sorted = order.map { vintages[$0] }
    var rows = KeyedRows<CalendarDate, [DatedVintage]>()
    while sheet.advance() {
      guard let row = row(in: &sheet, date: dateColumn, columns: columns, vintages: sorted),
        let date = row.first?.value.date
      else { continue }
      rows.add(row, key: date, column: dateColumn, in: &sheet, name: date.description)
    }
    let accepted = rows.finish(in: &sheet)
    let series = Dictionary(grouping: accepted.joined(), by: \.series).sorted { $0.key < $1.key }
      .map { NamedSeries(name: $0.key, rows: $0.value.map(\.value)) }
    return OwnFileReaders.reading(
      .fred, .series(series), file: file, dates: accepted.compactMap { $0.first?.value.date },
      symbols: series.map(\.name), problems: sheet.problems)
  }

  private struct DatedVintage: Sendable {
    let series: String
    let value: DatedValue
  }

  /// The distinct values of a row in the order they became known; `nil` when it was left out.
  private static func row(
    in sheet: inout CSVSheet, date: CSVColumn, columns: [CSVColumn], vintages: [FREDVintage]
  ) -> [DatedVintage]? {
    let day = sheet.vendorDate(date)
    var values: [DatedVintage] = []
    var newest: [String: Double] = [:]
    var hasFault = day == nil
    for (column, vintage) in zip(columns, vintages) {
      guard let value = sheet.optionalNumber(column) else {
        hasFault = true
        continue
      }
      guard let day, let value, newest[vintage.series] != value else { continue }
      guard vintage.known >= day else {
        sheet.report(
          column, "\(column.name) has a value for \(day), which is later than the vintage",
          "A value cannot be known before the day it refers to; correct one of the two.",
          code: .outOfTime)
        hasFault = true
        continue
      }
      newest[vintage.series] = value
      values.append(
        DatedVintage(
          series: vintage.series, value: DatedValue(date: day, value: value, known: vintage.known)))
    }
    guard !hasFault, let day else { return nil }
    if values.isEmpty {
      sheet.skipRow(without: "value", on: day, date)
      return nil
    }
    return values
  }
}
