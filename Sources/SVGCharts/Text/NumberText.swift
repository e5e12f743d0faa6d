/// Numbers as the site prints them: true minus, narrow spaces, decimal places that are meant.
///
/// The minus sign is U+2212, thousands are separated by U+202F from 1 000 up, a unit follows after
/// U+202F. Rounding is half away from zero on the exact decimal value of the number: 0.125 prints
/// 0.13, and 2.675, which is stored as 2.67499…, prints 2.67. A number that rounds to zero prints
/// without any sign. A number that is not finite prints as `missing`. The result is the same on
/// every machine and in every locale.
public enum NumberText {
  /// What stands for a value that is not there: an en dash.
  public static let missing = "–"

  /// A number with a fixed count of decimals, such as `2 012.66` or `−0.30`.
  ///
  /// `decimals` is in 0...15. `signed` puts a plus before positive numbers; `grouping` separates
  /// thousands.
  public static func fixed(
    _ value: Double, decimals: Int, signed: Bool = false, grouping: Bool = true
  ) -> String {
    guard value.isFinite else { return missing }
    return text(value, power: 0, decimals: decimals, signed: signed, grouping: grouping)
  }

  /// A whole number with thousands separated, such as `12 500`.
  public static func integer(_ value: Int, signed: Bool = false) -> String {
    assembled(
      negative: value < 0, zero: value == 0, prefix: "", signed: signed,
      digits: Array(String(value.magnitude).utf8), fraction: 0, decimals: 0, grouping: true)
  }

  /// A fraction as percent, such as `69.3 %` for 0.693.
  ///
  /// The factor of 100 is applied exactly, by moving the decimal point.
  public static func percent(_ fraction: Double, decimals: Int = 1, signed: Bool = false) -> String
  {
    guard fraction.isFinite else { return missing }
    return text(fraction, power: 2, decimals: decimals, signed: signed, grouping: true)
      + "\u{202F}%"
  }

  /// Percentage points already multiplied by 100, such as `1.5 %` for 1.5.
  public static func percentPoints(
    _ points: Double, decimals: Int = 1, signed: Bool = false
  ) -> String {
    guard points.isFinite else { return missing }
    return text(points, power: 0, decimals: decimals, signed: signed, grouping: true) + "\u{202F}%"
  }

  /// An amount of dollars, such as `$1 234`, `−$120` or, signed, `+$120`.
  public static func dollars(_ value: Double, decimals: Int = 0, signed: Bool = false) -> String {
    guard value.isFinite else { return missing }
    return text(value, power: 0, decimals: decimals, signed: signed, grouping: true, prefix: "$")
  }

  /// A number that may be missing; `nil` and numbers that are not finite print as `missing`.
  public static func optional(
    _ value: Double?, decimals: Int, signed: Bool = false, grouping: Bool = true
  ) -> String {
    optional(value) { fixed($0, decimals: decimals, signed: signed, grouping: grouping) }
  }

  /// A value that may be missing, printed by `format` when it is there.
  public static func optional<Value>(_ value: Value?, _ format: (Value) -> String) -> String {
    value.map(format) ?? missing
  }

  private static func text(
    _ value: Double, power: Int, decimals: Int, signed: Bool, grouping: Bool, prefix: String = ""
  ) -> String {
    precondition((0...15).contains(decimals), "decimals must be in 0...15")
    let magnitude = value.magnitude
    var digits: [UInt8]
    var fraction: UInt64 = 0
    if magnitude < 90_000_000_000_000_000 {
      let parts = DecimalRounding.parts(magnitude, places: decimals + power)
      let unit = DecimalRounding.powersOfTen[decimals]
      let integer = parts.integer * DecimalRounding.powersOfTen[power] + parts.fraction / unit
      fraction = parts.fraction % unit
      digits = Array(String(integer).utf8)
    } else {
      // From 2^53 on every double is a whole number.
      digits = DecimalRounding.digits(ofIntegral: magnitude)
      digits.append(contentsOf: repeatElement(0x30, count: power))
    }
    return assembled(
      negative: value < 0, zero: digits == [0x30] && fraction == 0, prefix: prefix, signed: signed,
      digits: digits, fraction: fraction, decimals: decimals, grouping: grouping)
  }

  private static func assembled(
    negative: Bool, zero: Bool, prefix: String, signed: Bool,
    digits: [UInt8], fraction: UInt64, decimals: Int, grouping: Bool
  ) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(digits.count * 2 + decimals + 8)
    if !zero, negative {
      out.append(contentsOf: "\u{2212}".utf8)
    } else if !zero, signed {
      out.append(0x2B)
    }
    out.append(contentsOf: prefix.utf8)
    for (index, digit) in digits.enumerated() {
      if grouping, index > 0, (digits.count - index) % 3 == 0 {
        out.append(contentsOf: "\u{202F}".utf8)
      }
      out.append(digit)
    }
    if decimals > 0 {
      out.append(0x2E)
      let text = String(fraction).utf8
      out.append(contentsOf: repeatElement(0x30, count: decimals - text.count))
      out.append(contentsOf: text)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
