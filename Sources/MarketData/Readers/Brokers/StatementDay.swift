import Quant

/// The account and day of a thinkorswim statement, which its title tells, and whether it is real.
struct StatementDay {
  /// The account, masked; empty without a title.
  var account = ""
  /// The day the statement describes.
  var date: CalendarDate?
  /// Whether a line above the title says that the account is a simulated one (paperMoney).
  var isSimulated = false

  /// Looks for a title such as `Account Statement for 123456SCHW (ira) since 3/10/26 through
  /// 3/17/26` or `Position Statement for 123456 (margin) on 12/29/21 11:49:04`.
  ///
  /// Where there is no title or date, a quote date or a date in the name of the file stands in.
  init(_ title: String, in sheet: StatementSheet, context: ReadingContext) {
    let start = "\(title) Statement for "
    for row in sheet.rows.prefix(12) {
      let line = sheet.cells(row).joined(separator: ",")
      if line.contains("paperMoney") { isSimulated = true }
      guard line.hasPrefix(start) else { continue }
      let words = line.dropFirst(start.count).split(separator: " ")
      account = BrokerText.masked(String(words.first ?? ""))
      if let last = words.lastIndex(where: { ["through", "on"].contains($0) }) {
        date = BrokerText.date(words[(last + 1)...].prefix(1).joined())
      }
      break
    }
    date = date ?? context.quoteDate ?? FileNameDate.find(in: sheet.table.file)
  }

  /// What to say when nothing tells the day.
  static let unclear = BrokerFault(
    message: "neither the statement's title nor the name of the file tells its day",
    remedy: "Put the date into the name, such as 2026-03-17-statement.csv, or give it with "
      + "--quote-date.", code: .unclearName)
}
