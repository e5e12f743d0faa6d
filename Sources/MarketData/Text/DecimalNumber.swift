/// Decimal numbers from bytes, rounded exactly as `Double(_: String)` rounds them.
enum DecimalNumber {
  /// Why text is not a number the readers accept.
  enum Fault: Error, Equatable {
    case empty
    case notDecimal
    case notFinite
    case outOfRange
    case thousandsSeparator
    case foreignCharacters
  }

  /// Reads `[+-]digits[.digits][e[+-]digits]`; nothing else is a number.
  ///
  /// Two exact doubles give an exactly rounded quotient or product, so a mantissa up to 2⁵³ with a
  /// power of ten up to 10²² needs one operation (Clinger 1990). Anything longer goes through the
  /// standard library. A result that overflows, or that vanishes although its digits do not, is out
  /// of range. Complexity: O(n).
  static func parse(_ bytes: [UInt8], from start: Int, to end: Int) -> Result<Double, Fault> {
    guard start < end else { return .failure(.empty) }
    var position = start
    let isNegative = bytes[position] == ASCII.minus
    if isNegative || bytes[position] == ASCII.plus { position += 1 }
    var mantissa: UInt64 = 0
    var isExact = true
    var digits = 0
    var exponent = 0
    var isFraction = false
    scan: while position < end {
      let byte = bytes[position]
      switch byte {
      case ASCII.zero...ASCII.nine:
        digits += 1
        if mantissa < 900_000_000_000_000_000 {
          mantissa = mantissa * 10 + UInt64(byte - ASCII.zero)
          if isFraction { exponent -= 1 }
        } else {
          isExact = false
        }
      case ASCII.point where !isFraction: isFraction = true
      default: break scan
      }
      position += 1
    }
    guard digits > 0 else { return .failure(fault(bytes[start..<end])) }
    if position < end {
      guard let power = parsePower(bytes, from: position, to: end) else {
        return .failure(fault(bytes[start..<end]))
      }
      exponent += power
    }
    if isExact, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      let magnitude =
        exponent < 0
        ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
      return .success(isNegative ? -magnitude : magnitude)
    }
    return parseLong(bytes[start..<end], isZero: mantissa == 0)
  }

  /// The power after `e` or `E`, held within ±100,000; `nil` when the rest is not a power.
  private static func parsePower(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard ASCII.lowercased(bytes[start]) == 0x65, start + 1 < end else { return nil }
    var position = start + 1
    let isNegative = bytes[position] == ASCII.minus
    if isNegative || bytes[position] == ASCII.plus { position += 1 }
    guard position < end else { return nil }
    var power = 0
    while position < end {
      guard ASCII.isDigit(bytes[position]) else { return nil }
      power = min(100_000, power * 10 + Int(bytes[position] - ASCII.zero))
      position += 1
    }
    return isNegative ? -power : power
  }

  private static func parseLong(
    _ bytes: ArraySlice<UInt8>, isZero: Bool
  ) -> Result<Double, Fault> {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("+") { text.removeFirst() }
    guard let value = Double(text) else { return .failure(.notDecimal) }
    guard value.isFinite, value != 0 || isZero else { return .failure(.outOfRange) }
    return .success(value)
  }

  /// Names what is wrong with text that is not a number.
  private static func fault(_ bytes: ArraySlice<UInt8>) -> Fault {
    if bytes.contains(where: { $0 >= 0x80 }) { return .foreignCharacters }
    let word = bytes.drop { $0 == ASCII.minus || $0 == ASCII.plus }.map(ASCII.lowercased)
    let name = String(decoding: word, as: UTF8.self)
    if ["nan", "inf", "infinity"].contains(name) { return .notFinite }
    let isGrouped =
      bytes.contains(ASCII.comma)
      && bytes.allSatisfy {
        ASCII.isDigit($0) || [ASCII.comma, ASCII.point, ASCII.minus, ASCII.plus].contains($0)
      }
    return isGrouped ? .thousandsSeparator : .notDecimal
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
