/// How many decimals a set of given numbers needs to be printed as it is.
enum DecimalsNeeded {
  /// The least count up to `limit` with which every finite value prints exactly, else `limit`.
  static func of(_ values: some Sequence<Double>, atMost limit: Int = 2) -> Int {
    var decimals = 0
    for value in values where value.isFinite && value.magnitude < 1e12 {
      var power = DecimalRounding.powersOfTen[decimals]
      while decimals < limit {
        let scaled = value * Double(power)
        if (scaled - scaled.rounded()).magnitude <= 1e-9 * max(1, scaled.magnitude) { break }
        decimals += 1
        power = DecimalRounding.powersOfTen[decimals]
      }
    }
    return decimals
  }
}
