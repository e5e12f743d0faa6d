/// Counts the rows whose adjusted close is another number than the close.
struct AdjustedCloseDifference {
  private let close: CSVColumn
  private let adjusted: CSVColumn
  private var count = 0
  private var first: Diagnostic?

  init(_ sheet: CSVSheet, close: String, adjusted: String) {
    self.close = sheet.column(close)
    self.adjusted = sheet.column(adjusted)
  }

  /// Compares the current row; the same text is the same number.
  mutating func look(at sheet: CSVSheet) {
    guard let left = sheet.field(close), let right = sheet.field(adjusted) else { return }
    let bytes = sheet.table.bytes
    let (leftRange, rightRange) = (
      Int(left.start)..<Int(left.end), Int(right.start)..<Int(right.end)
    )
    if bytes[leftRange].elementsEqual(bytes[rightRange]) { return }
    guard
      case .success(let price?) = VendorNumber.parse(
        bytes, from: leftRange.lowerBound, to: leftRange.upperBound),
      case .success(let other?) = VendorNumber.parse(
        bytes, from: rightRange.lowerBound, to: rightRange.upperBound), price != other
    else { return }
    count += 1
    guard first == nil else { return }
    first = Diagnostic(
      location: sheet.location(adjusted),
      message: "\(adjusted.name) \(sheet.shown(adjusted)) is not \(close.name) "
        + "\(sheet.shown(close))", remedy: "")
  }

  /// Says that the adjusted closes are not read, where that makes a difference.
  func report(in sheet: inout CSVSheet) {
    guard let first else { return }
    let rest =
      count == 1 ? "" : " and \(count - 1) more \(count == 2 ? "row differs" : "rows differ")"
    sheet.warn(
      at: first.location,
      first.message + rest + "; prices are read as traded, without dividends",
      "For returns with dividends import a file of Date and Adj Close alone.")
  }
}
