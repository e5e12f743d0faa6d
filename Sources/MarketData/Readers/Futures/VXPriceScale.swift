import Quant

/// The scale VX prices are quoted in: ten times the index until 2007-03-23, the index since.
///
/// Values are converted and the first row that was is reported once; the exchange changed the scale
/// of every contract on one day, so one row stands for all before it.
struct VXPriceScale {
  /// Whose figures they are, which decides what a value before the change means.
  enum Source {
    /// The exchange's own files: every value before the change is ten times the index.
    case exchange
    /// A third party's table, perhaps converted already: values from `tenfoldFloor` on are tenfold.
    case thirdParty
  }

  /// The first session on which VX was quoted in index points.
  static let firstSession = CalendarDate(dayNumber: 13_598)  // 2007-03-26

  /// The least value taken as tenfold in a third party's table before the change.
  ///
  /// No VX settlement was above 25 index points or below 9 before 2007-03-26; 60 lies between the
  /// highest in index points and the lowest tenfold.
  static let tenfoldFloor = 60.0

  private let source: Source
  private var isReported: Bool

  /// Creates a scale; without `reports` the conversion is made in silence, as a documented part of
  /// the format.
  init(_ source: Source, reports: Bool = true) {
    self.source = source
    isReported = !reports
  }

  /// The value in index points.
  mutating func indexPoints(
    _ value: Double, on date: CalendarDate, column: CSVColumn, in sheet: inout CSVSheet
  ) -> Double {
    guard date < Self.firstSession, source == .exchange || value >= Self.tenfoldFloor else {
      return value
    }
    if !isReported {
      isReported = true
      sheet.warn(
        at: sheet.location(column),
        "prices before \(Self.firstSession) are quoted at ten times the index and are divided by "
          + "ten, from this row on",
        "Nothing needs to be done.", code: .rescaled)
    }
    return Self.tenth(of: value)
  }

  /// A tenth of a price, as the decimal number it is.
  ///
  /// 120.43 becomes 12.043, where a division alone gives 12.043000000000001. Right for prices of at
  /// most five decimals below 10⁹; larger ones are divided.
  static func tenth(of price: Double) -> Double {
    price < 1e9 ? (price * 100_000).rounded() / 1_000_000 : price / 10
  }
}
