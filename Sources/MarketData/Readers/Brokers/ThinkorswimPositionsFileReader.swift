import Quant

/// A thinkorswim position statement: groups of an underlying with its legs (methodology 6, row 10).
///
/// The columns are the user's choice; `Instrument` and `Qty` must be among them. A leg reads
/// `100 (Weeklys) 31 MAY 22 4650 PUT`: the multiplier, the class, expiration, strike and right. Under
/// SPX, `(Weeklys)` and `(Quarterlys)` are the afternoon-settled class SPXW, and a leg without such
/// a mark is the monthly of a third Friday. The statement does not tell when a leg was opened.
enum ThinkorswimPositionsFileReader: FileReader {
  static let kind = FileKind.thinkorswimPositions
  static let shape = "Instrument,Qty,Days,Trade Price,Mark,Mrk Chng,P/L Open,P/L Day,BP Effect"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.lines.contains { $0.drop { $0 == "\u{FEFF}" }.hasPrefix("Position Statement for ") }
      || sample.headerLine(with: ["instrument", "qty"]) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    let day = StatementDay("Position", in: sheet, context: context)
    guard let date = day.date else {
      if sheet.rows.count > 0 { sheet.reportFile(StatementDay.unclear) }
      return sheet.reading(kind, [])
    }
    var groups = PositionGroups(account: day.account, date: date, contracts: context.contracts)
    for row in sheet.rows { groups.take(row, &sheet) }
    groups.close(&sheet)
    if !groups.hasHeader, sheet.rows.count > 0 {
      sheet.reportFile(
        BrokerFault(
          message: "no line names the columns \"Instrument\" and \"Qty\"",
          remedy: "Show both columns in the platform and export again.", code: .missingColumn))
    }
    var reading = sheet.reading(kind, groups.holdings)
    reading.isSimulated = day.isSimulated
    return reading
  }
}
