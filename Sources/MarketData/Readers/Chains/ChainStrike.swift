/// Strikes as option symbols can hold them.
enum ChainStrike {
  /// Whether the strike is a whole number of thousandths from 0.001 to 99,999.999.
  static func isListed(_ strike: Double) -> Bool {
    let thousandths = strike * 1000
    return thousandths >= 0.5 && thousandths < 99_999_999.5
      && abs(thousandths - thousandths.rounded()) < 1e-6
  }

  /// The strike as messages show it, without a superfluous decimal point.
  static func shown(_ strike: Double) -> String {
    Int(exactly: strike).map(String.init) ?? String(strike)
  }
}
