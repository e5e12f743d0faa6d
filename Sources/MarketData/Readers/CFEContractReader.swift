public import Quant

/// Reads the history of one VX contract as published by Cboe Futures Exchange:
/// `Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest`.
///
/// Only the settlement is read, because on days without trades the other prices are quotes or zero.
/// A disclaimer line before the header and commas after the last column are accepted, dates are
/// ISO or American. A settlement of 0 is missing: such rows are skipped with one warning that names
/// them. Prices before 2007-03-26 were quoted at ten times the index and are divided by ten. Rows
/// that repeat an earlier one exactly are skipped with a warning. The last row is the final
/// settlement, not a trade.
public enum CFEContractReader {
  static let layout = CSVLayout(
    required: ["Trade Date", "Settle"],
    optional: [
      "Futures", "Open", "High", "Low", "Close", "Change", "Total Volume", "EFP", "Open Interest",
    ],
    origin: .vendor, headerMarker: "Trade Date")

  /// The first session on which VX was quoted in index points.
  static let rescaling = CalendarDate(dayNumber: 13_598)  // 2007-03-26

  /// The settlements of the file in date order; rows with a fault are left out and reported.
  ///
  /// `expiration` is the contract's, which only the name of the file tells (`expiration(named:)`).
  public static func read(
    _ bytes: [UInt8], file: String, expiration: CalendarDate, into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    read(bytes, file: file, expiration: expiration, skipping: .together, into: &problems)
  }

  /// The same with a choice of how rows without a settlement are reported.
  static func read(
    _ bytes: [UInt8], file: String, expiration: CalendarDate, skipping: SkippedRows.Report,
    into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("Trade Date")
    let settleColumn = sheet.column("Settle")
    let label = ContractLabel(expiration: expiration, column: sheet.column("Futures"))
    var order = DateOrder<CalendarDate>(repeats: .areWarnedAbout)
    var skipped = SkippedRows(skipping)
    var records: [FuturesSettlement] = []
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let settle = sheet.optionalNumber(settleColumn, .quote)
      label.check(in: &sheet)
      guard let date, order.accept(date, column: dateColumn, in: &sheet), let settle else {
        continue
      }
      guard date <= expiration else {
        sheet.report(
          dateColumn, "Trade Date \(date) is after the contract's expiration \(expiration)",
          "Check the expiration in the name of the file.")
        continue
      }
      guard let settle, settle > 0 else {
        skipped.add(date.description, at: sheet.location(settleColumn))
        continue
      }
      if skipping == .oneByOne, records.isEmpty, date < rescaling {
        sheet.warn(
          at: sheet.location(settleColumn),
          "settlements before \(rescaling) were quoted at ten times the index and are divided by 10",
          "Nothing needs to be done.", code: .rescaled)
      }
      records.append(
        FuturesSettlement(
          date: date, expiration: expiration, settle: date < rescaling ? tenth(settle) : settle))
    }
    skipped.report(
      without: "a settlement price", remedy: "Fill in the settlements if you have them.",
      in: &sheet)
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }

  /// A tenth of a price of at most five decimals, as the decimal number it is: 120.43 becomes 12.043,
  /// where a division alone gives 12.043000000000001.
  static func tenth(_ price: Double) -> Double {
    guard price < 1e9 else { return price / 10 }
    return (price * 100_000).rounded() / 1_000_000
  }

  /// The expiration that the name of a contract file tells, `nil` when it tells none.
  ///
  /// `VX_2020-03-25.csv` names the date. `CFE_F08_VX.csv` names the month by its futures code (F is
  /// January, Z December) and a two-digit year, and the date follows from the exchange's rule.
  public static func expiration(
    named path: String, calendar: ContractCalendar = .cboe
  ) -> CalendarDate? {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    let parts = name.split(separator: "_")
    if parts.count == 2, parts[0] == "VX" { return CalendarDate(String(parts[1])) }
    guard parts.count == 3, parts[0] == "CFE", parts[2] == "VX", parts[1].utf8.count == 3,
      let month = ContractLabel.codes.firstIndex(where: { parts[1].first == $0.code }),
      let year = Int(parts[1].dropFirst()), year >= 0
    else { return nil }
    return calendar.vixExpiration(year: 2000 + year, month: month + 1)
  }
}

/// The label of a VX contract, `F (Jan 08)` or `F (Jan 2008)`, checked against the expiration.
private struct ContractLabel {
  /// Futures month codes and month names, January first.
  static let codes: [(code: Character, month: String)] = [
    ("F", "Jan"), ("G", "Feb"), ("H", "Mar"), ("J", "Apr"), ("K", "May"), ("M", "Jun"),
    ("N", "Jul"), ("Q", "Aug"), ("U", "Sep"), ("V", "Oct"), ("X", "Nov"), ("Z", "Dec"),
  ]

  let expiration: CalendarDate
  let column: CSVColumn
  private let accepted: [String]

  init(expiration: CalendarDate, column: CSVColumn) {
    self.expiration = expiration
    self.column = column
    let (code, month) = Self.codes[expiration.month - 1]
    let year = String(expiration.year)
    accepted = ["\(code) (\(month) \(year.suffix(2)))", "\(code) (\(month) \(year))"]
  }

  /// Reports a row that belongs to the contract of another month.
  func check(in sheet: inout CSVSheet) {
    guard let text = sheet.text(column), !accepted.contains(text) else { return }
    sheet.report(
      column, "the contract \(ShownText.quoted(text)) is not the one expiring \(expiration)",
      "Check the expiration in the name of the file.")
  }
}
