public import Quant

/// Reads Yahoo-style daily bars: `Date,Open,High,Low,Close[,Adj Close][,Volume]`.
///
/// Dates are ISO or American. Rows whose prices are all `null` are skipped with one warning that
/// names them; a row that repeats an earlier one exactly is skipped with a warning. `Adj Close` is
/// not read: an index pays no dividends. Without a `Volume` column the bars have no volume.
public enum YahooBarsReader {
  private static let layout = CSVLayout(
    required: ["Date", "Open", "High", "Low", "Close"], optional: ["Adj Close", "Volume"],
    origin: .vendor)

  /// The bars of the file in date order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [DailyBar] {
    BarFile.read(
      bytes, file: file, layout: layout, into: &problems,
      columns: ["Date", "Open", "High", "Low", "Close", "Volume"])
  }
}

/// Reads Cboe's index histories: `DATE,OPEN,HIGH,LOW,CLOSE`.
///
/// Dates are American, in mirrors also ISO. Early rows repeat the close in all four prices. A
/// volatility index has no volume.
public enum CboeIndexReader {
  private static let layout = CSVLayout(
    required: ["DATE", "OPEN", "HIGH", "LOW", "CLOSE"], origin: .vendor)

  /// The bars of the file in date order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [DailyBar] {
    BarFile.read(
      bytes, file: file, layout: layout, into: &problems,
      columns: ["DATE", "OPEN", "HIGH", "LOW", "CLOSE"])
  }
}

/// What the two bar formats have in common.
private enum BarFile {
  static func read(
    _ bytes: [UInt8], file: String, layout: CSVLayout, into problems: inout [Diagnostic],
    columns names: [String]
  ) -> [DailyBar] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let columns = BarColumns(sheet, named: names)
    var order = DateOrder<CalendarDate>(repeats: .areWarnedAbout)
    var skipped = SkippedRows()
    var records: [DailyBar] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let date = sheet.date(columns.date)
      if columns.isBlank(in: sheet) {
        skipped.add(sheet.shown(columns.date), at: sheet.location(columns.date))
        continue
      }
      let bar = columns.bar(on: date, in: &sheet)
      guard let date, order.accept(date, column: columns.date, in: &sheet), let bar else {
        continue
      }
      records.append(bar)
    }
    skipped.report(
      without: "prices",
      remedy: "Fill in the prices if these were sessions, otherwise remove the rows.", in: &sheet)
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }
}
