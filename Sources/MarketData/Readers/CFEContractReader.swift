public import Quant

/// Reads the history of one VX contract as published by Cboe Futures Exchange:
/// `Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest`.
///
/// Only the settlement is read, because on days without trades the other prices are quotes or zero
/// and a high below the low is then no fault. A disclaimer line before the header and commas after
/// the last column are accepted, dates are ISO or American. A settlement of 0 is missing: such rows
/// are skipped with one warning that names them. Prices before 2007-03-26 were quoted at ten times
/// the index and are divided by ten. Rows that repeat an earlier one exactly are
/// skipped with a warning, rows out of order are sorted. The last row is the final settlement, not a
/// trade.
public enum CFEContractReader {
  /// What is reported beside faults.
  enum Report {
    /// For a build: one warning names all rows without a settlement.
    case build
    /// For an import: one warning for each row without a settlement, and the change of scale.
    case `import`
  }

  private static let layout = CSVLayout(
    required: ["Trade Date", "Settle"],
    optional: [
      "Futures", "Open", "High", "Low", "Close", "Change", "Total Volume", "EFP", "Open Interest",
    ],
    origin: .vendor, headerMarker: "Trade Date")

  /// The settlements of the file in date order; rows with a fault are left out and reported.
  ///
  /// `expiration` is the contract's, which only the name of the file tells (`expiration(named:)`).
  public static func read(
    _ bytes: [UInt8], file: String, expiration: CalendarDate, into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    read(bytes, file: file, expiration: expiration, report: .build, into: &problems)
  }

  /// The expiration that the name of a contract file tells, `nil` when it tells none.
  ///
  /// `VX_2020-03-25.csv` names the date. `CFE_F08_VX.csv` names the month by its futures code (F is
  /// January, Z December) and a two-digit year, and the date follows from the exchange's rule. A
  /// browser's copy number, `VX_2020-03-25 (1).csv`, is passed over.
  public static func expiration(
    named path: String, calendar: ContractCalendar = .cboe
  ) -> CalendarDate? {
    VXContractName.expiration(file: path, calendar: calendar)
  }

  static func read(
    _ bytes: [UInt8], file: String, expiration: CalendarDate, report: Report,
    into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("Trade Date")
    let settleColumn = sheet.column("Settle")
    let label = VXContractLabel(expiration: expiration, column: sheet.column("Futures"))
    var scale = VXPriceScale(.exchange, reports: report == .import)
    var skipped = SkippedRows()
    var rows = KeyedRows<CalendarDate, FuturesSettlement>()
    rows.reserveCapacity(sheet.capacity)
    while dateColumn.position != nil, settleColumn.position != nil, sheet.advance() {
      let date = sheet.date(dateColumn)
      let settle = sheet.optionalNumber(settleColumn, .quote)
      guard label.matches(in: &sheet), let date, let settle,
        isInTime(date, column: dateColumn, expiration: expiration, in: &sheet)
      else { continue }
      guard let settle, settle > 0 else {
        switch report {
        case .build: skipped.add(date.description, at: sheet.location(settleColumn))
        case .import: sheet.skipWithoutSettlement(settleColumn, on: date)
        }
        continue
      }
      let points = scale.indexPoints(settle, on: date, column: settleColumn, in: &sheet)
      rows.add(
        FuturesSettlement(date: date, expiration: expiration, settle: points), key: date,
        column: dateColumn, in: &sheet, name: date.description)
    }
    skipped.report(
      without: "a settlement price", remedy: "Fill in the settlements if you have them.",
      in: &sheet)
    let records = rows.finish(in: &sheet)
    problems += sheet.problems
    return records
  }

  private static func isInTime(
    _ date: CalendarDate, column: CSVColumn, expiration: CalendarDate, in sheet: inout CSVSheet
  ) -> Bool {
    guard date > expiration else { return true }
    sheet.report(
      column, "\(column.name) \(date) is after the contract's expiration \(expiration)",
      "Check the expiration in the name of the file.", code: .outOfTime)
    return false
  }
}

extension CSVSheet {
  /// Skips the current row, which has no settlement price.
  mutating func skipWithoutSettlement(_ column: CSVColumn, on date: CalendarDate) {
    warn(
      at: location(column), "the row for \(date) has no settlement price and is skipped",
      "Fill in the settlement if you have it.", code: .missingValue, action: .skipped)
  }
}
