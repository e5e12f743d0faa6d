/// Decimal text with a fixed number of places, without a locale.
enum DecimalText {
  /// `2.50` for 2.5 with two places; `value` must not be negative.
  static func fixed(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// `22` or `22.5`: whole numbers without a decimal point.
  static func strike(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? fixed(value, places: 1)
  }
}
