import Quant

/// The bars of a vendor's file, for an import: every row left out has a problem of its own.
///
/// `YahooBarsReader` and `CboeIndexReader` read the same columns for a build, where the file is the
/// site's own and must be in order.
enum BarRows {
  /// The bars in ascending order of their dates.
  ///
  /// `lack` says what a blank row is without; `isNote` tells rows that are not prices, after it has
  /// reported them; `inspect` sees every row that became a bar. Complexity: O(n), O(n log n) for rows out of order.
  static func read(
    _ sheet: inout CSVSheet, columns: BarColumns, lack: String = "prices",
    isNote: (inout CSVSheet) -> Bool = { _ in false },
    inspect: (CSVSheet, DailyBar) -> Void = { _, _ in }
  ) -> [DailyBar] {
    var rows = KeyedRows<CalendarDate, DailyBar>()
    rows.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      if isNote(&sheet) { continue }
      let date = sheet.vendorDate(columns.date)
      if columns.isBlank(in: sheet) {
        if let date { sheet.skipRow(without: lack, on: date, columns.date) }
        continue
      }
      guard let bar = columns.bar(on: date, in: &sheet) else { continue }
      if rows.add(
        bar, key: bar.date, column: columns.date, in: &sheet, name: bar.date.description)
      {
        inspect(sheet, bar)
      }
    }
    return rows.finish(in: &sheet)
  }
}

extension CSVSheet {
  /// Reports a row that holds no value; nothing is lost by leaving it out.
  mutating func skipRow(without lack: String, on date: CalendarDate, _ column: CSVColumn) {
    warn(
      at: location(column), "the row of \(date) has no \(lack) and is skipped",
      "Fill it in if there was one, otherwise nothing needs to be done.",
      code: .missingValue, action: .skipped)
  }
}
