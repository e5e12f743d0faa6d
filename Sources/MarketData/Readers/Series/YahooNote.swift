/// Rows of Yahoo's page that are not prices: dividends, splits and footnotes.
struct YahooNote {
  let date: CSVColumn
  /// The first column of prices, where the page's text for the row stands.
  let price: CSVColumn

  private static let events: Set<Substring> = [
    "dividend", "dividends", "split", "splits", "gain", "gains", "distribution", "distributions",
  ]

  /// Whether the current row is a note; a note is reported as skipped.
  ///
  /// A row of prices costs two looks at single bytes.
  func skip(in sheet: inout CSVSheet) -> Bool {
    if byte(date, in: sheet, atEnd: false) == 0x2A {
      report("a footnote", at: date, in: &sheet)
      return true
    }
    guard let last = byte(price, in: sheet, atEnd: true), (0x61...0x7A).contains(last),
      let text = sheet.text(price),
      let word = text.lowercased().split(separator: " ").last, Self.events.contains(word)
    else { return false }
    report(ShownText.quoted(text), at: price, in: &sheet)
    return true
  }

  private func report(_ note: String, at column: CSVColumn, in sheet: inout CSVSheet) {
    sheet.warn(
      at: sheet.location(column), "the row is not prices but \(note), and is skipped",
      "Nothing needs to be done.", code: .notARow, action: .skipped)
  }

  /// The first or last byte of a cell, in lower case.
  private func byte(_ column: CSVColumn, in sheet: CSVSheet, atEnd: Bool) -> UInt8? {
    guard let field = sheet.field(column), field.end > field.start else { return nil }
    return ASCII.lowercased(sheet.table.bytes[Int(atEnd ? field.end - 1 : field.start)])
  }
}
