/// Exact rounding of a binary floating-point number to decimal places, half away from zero.
///
/// A `Double` is m · 2^e with integer m, so its decimal expansion is finite; the digit that decides
/// is looked up in that expansion, never in a product that has been rounded before.
enum DecimalRounding {
  /// Powers of ten that fit 64 bits, from 10^0 to 10^19.
  static let powersOfTen: [UInt64] = (0...19).reduce(into: []) { powers, _ in
    powers.append(powers.last.map { $0 * 10 } ?? 1)
  }

  /// Integer part and fraction (in units of 10^-places) of a magnitude below 2^63, rounded.
  ///
  /// `magnitude` is finite and not negative, `places` in 0...19.
  static func parts(_ magnitude: Double, places: Int) -> (integer: UInt64, fraction: UInt64) {
    let (significand, exponent) = decompose(magnitude)
    if exponent >= 0 { return (significand << UInt64(exponent), 0) }
    let shift = -exponent
    let integer = shift < 64 ? significand >> UInt64(shift) : 0
    let remainder = shift < 64 ? significand & ((1 << UInt64(shift)) - 1) : significand
    let scaled = remainder.multipliedFullWidth(by: powersOfTen[places])
    let fraction =
      quotient(scaled.high, scaled.low, shift) + bit(scaled.high, scaled.low, shift - 1)
    return fraction == powersOfTen[places] ? (integer + 1, 0) : (integer, fraction)
  }

  /// The ASCII digits of an integral magnitude of 2^63 or more, exact.
  static func digits(ofIntegral magnitude: Double) -> [UInt8] {
    let (significand, exponent) = decompose(magnitude)
    let base: UInt64 = 1_000_000_000
    var limbs = [significand % base, significand / base]
    for _ in 0..<exponent {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = limbs[index] * 2 + carry
        limbs[index] = doubled % base
        carry = doubled / base
      }
      if carry > 0 { limbs.append(carry) }
    }
    var result: [UInt8] = []
    for limb in limbs.reversed() {
      let digits = Array(String(limb).utf8)
      if result.isEmpty {
        if limb > 0 { result = digits }
      } else {
        result.append(contentsOf: repeatElement(0x30, count: 9 - digits.count))
        result.append(contentsOf: digits)
      }
    }
    return result
  }

  private static func decompose(_ magnitude: Double) -> (significand: UInt64, exponent: Int) {
    let raw = Int(magnitude.exponentBitPattern)
    let fraction = magnitude.significandBitPattern
    return raw == 0 ? (fraction, -1074) : (fraction | 1 << 52, raw - 1075)
  }

  private static func quotient(_ high: UInt64, _ low: UInt64, _ shift: Int) -> UInt64 {
    switch shift {
    case ..<64: high << UInt64(64 - shift) | low >> UInt64(shift)
    case ..<128: high >> UInt64(shift - 64)
    default: 0
    }
  }

  private static func bit(_ high: UInt64, _ low: UInt64, _ index: Int) -> UInt64 {
    switch index {
    case ..<64: low >> UInt64(index) & 1
    case ..<128: high >> UInt64(index - 64) & 1
    default: 0
    }
  }
}
