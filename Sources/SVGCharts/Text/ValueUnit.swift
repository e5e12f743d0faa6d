/// The power of a thousand in which an axis or a grid counts, so that its numbers stay short.
struct ValueUnit: Sendable {
  /// What values are divided by, at least 1.
  let divisor: Double

  /// The words after the unit, such as `thousand` or `×10³⁰⁰`; empty for single units.
  let words: String

  /// The smallest power with which `largest` is below `limit`.
  init(largest: Double, below limit: Double) {
    var divisor = 1.0
    var exponent = 0
    let size = largest.isFinite ? largest.magnitude : 0
    while size / divisor >= limit, exponent < 306 {
      divisor *= 1000
      exponent += 3
    }
    self.divisor = divisor
    words = Self.words(exponent)
  }

  /// The unit for the largest of the finite values.
  init(fitting values: some Sequence<Double>, below limit: Double) {
    self.init(largest: values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }, below: limit)
  }

  /// A value counted in this unit.
  func callAsFunction(_ value: Double) -> Double { value / divisor }

  /// The unit with the power: `$ thousand`.
  func name(_ unit: String) -> String {
    words.isEmpty ? unit : unit.isEmpty ? words : "\(unit) \(words)"
  }

  /// A number in words of a figure: of a billion and more in powers of a thousand.
  static func text(_ value: Double, decimals: Int, signed: Bool = false) -> String {
    let unit = ValueUnit(largest: value, below: 1_000_000_000)
    return unit.name(
      NumberText.fixed(
        unit(value), decimals: unit.divisor == 1 ? decimals : max(decimals, 1), signed: signed))
  }

  private static func words(_ exponent: Int) -> String {
    switch exponent {
    case 0: ""
    case 3: "thousand"
    case 6: "million"
    case 9: "billion"
    case 12: "trillion"
    default: "×10" + String(String(exponent).map(superscript))
    }
  }

  private static func superscript(_ digit: Character) -> Character {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return digit.wholeNumberValue.map { raised[$0] } ?? digit
  }
}
