import Quant

/// The price columns that vendors' bar files share, read row by row.
struct BarColumns {
  let date: CSVColumn
  private let open: CSVColumn
  private let high: CSVColumn
  private let low: CSVColumn
  private let close: CSVColumn
  private let volume: CSVColumn

  init(_ sheet: CSVSheet, named names: [String]) {
    date = sheet.column(names[0])
    open = sheet.column(names[1])
    high = sheet.column(names[2])
    low = sheet.column(names[3])
    close = sheet.column(names[4])
    volume = sheet.column(names.count > 5 ? names[5] : "")
  }

  /// Whether every price of the current row is a mark for a missing value.
  func isBlank(in sheet: CSVSheet) -> Bool {
    [open, high, low, close].allSatisfy { sheet.field($0).map(sheet.isMissing) ?? false }
  }

  /// The bar of the current row, `nil` when a price or the volume is at fault.
  ///
  /// A high below the low is an error. An open or close outside the range is a warning, because
  /// index vendors publish such bars and the close is still right.
  func bar(on date: CalendarDate?, in sheet: inout CSVSheet) -> DailyBar? {
    let prices = [open, high, low, close].map { sheet.number($0, .price) }
    let volume = sheet.optionalNumber(volume, .count)
    guard let open = prices[0], let high = prices[1], let low = prices[2], let close = prices[3]
    else { return nil }
    guard high >= low else {
      sheet.report(
        self.high,
        "\(self.high.name) \(sheet.shown(self.high)) is below "
          + "\(self.low.name) \(sheet.shown(self.low))",
        "Correct the row or remove it.", code: .highBelowLow)
      return nil
    }
    guard let date, let volume else { return nil }
    warnIfOutside(self.open, open, low...high, in: &sheet)
    warnIfOutside(self.close, close, low...high, in: &sheet)
    return DailyBar(date: date, open: open, high: high, low: low, close: close, volume: volume)
  }

  private func warnIfOutside(
    _ column: CSVColumn, _ price: Double, _ range: ClosedRange<Double>, in sheet: inout CSVSheet
  ) {
    guard price > range.upperBound * (1 + 1e-6) || price < range.lowerBound * (1 - 1e-6) else {
      return
    }
    let (side, bound) =
      price > range.upperBound ? ("above", high) : ("below", low)
    sheet.warn(
      at: sheet.location(column),
      "\(column.name) \(sheet.shown(column)) is \(side) \(bound.name) "
        + "\(sheet.shown(bound)); the bar is kept",
      "Check the row against its source if the range of the bar is used.", code: .outsideRange)
  }
}
