import ALVH
import Quant
import SVGCharts

/// Collects the values of a session, each read from its decision and from that of the session before.
struct ValueList {
  let decision: DailyDecision
  let previous: DailyDecision?
  private(set) var values: [NamedValue] = []

  init(_ decision: DailyDecision, previous: DailyDecision?) {
    self.decision = decision
    self.previous = previous
  }

  /// How a number is printed and what it is.
  struct Style {
    var unit: QuantityUnit
    var decimals = 0
    var signed = false
    /// Words behind the number that its unit does not print by itself.
    var suffix = ""

    func text(_ value: Double) -> String {
      unit.text(value, decimals: decimals, signed: signed) + suffix
    }
  }

  /// Adds a number when the session has one.
  ///
  /// `before` is the number of the session before when it is known beside its decision.
  mutating func number(
    _ name: String, _ title: String, _ style: Style, _ origin: ValueOrigin,
    _ formula: ValueFormula, before: Double? = nil, _ read: (DailyDecision) -> Double?
  ) {
    guard let value = read(decision), value.isFinite else { return }
    let earlier = (before ?? previous.flatMap(read)).flatMap { $0.isFinite ? $0 : nil }
    values.append(
      NamedValue(
        name: name, title: title, text: style.text(value), quantity: .number(value),
        previous: earlier.map { .number($0) }, previousText: earlier.map(style.text),
        unit: style.unit, decimals: style.decimals, origin: origin, formula: formula))
  }

  /// Adds a date when the session has one.
  mutating func date(
    _ name: String, _ title: String, _ origin: ValueOrigin, _ formula: ValueFormula,
    _ read: (DailyDecision) -> CalendarDate?
  ) {
    guard let date = read(decision) else { return }
    let earlier = previous.flatMap(read)
    values.append(
      NamedValue(
        name: name, title: title, text: NumberText.long(date), quantity: .date(date),
        previous: earlier.map { .date($0) }, previousText: earlier.map(NumberText.long),
        unit: .none, decimals: 0, origin: origin, formula: formula))
  }

  /// Adds words when the session has some.
  mutating func words(
    _ name: String, _ title: String, _ origin: ValueOrigin, _ formula: ValueFormula,
    _ read: (DailyDecision) -> String?
  ) {
    guard let words = read(decision) else { return }
    let earlier = previous.flatMap(read)
    values.append(
      NamedValue(
        name: name, title: title, text: words, quantity: .words(words),
        previous: earlier.map { .words($0) }, previousText: earlier, unit: .none, decimals: 0,
        origin: origin, formula: formula))
  }
}

extension ValueList.Style {
  static let indexLevel = Self(unit: .indexPoints, decimals: 2)
  static let vixLevel = Self(unit: .vixPoints, decimals: 2)
  static let dollars = Self(unit: .dollars)
  static let signedDollars = Self(unit: .dollars, signed: true)
  static let perVIXPoint = Self(unit: .dollarsPerVIXPoint, decimals: 1)
  static let percentile = Self(unit: .percentile)
  static let days = Self(unit: .days)
  static let contracts = Self(unit: .contracts)
  static let count = Self(unit: .none)

  /// A fraction printed as percent.
  static func percent(_ decimals: Int, signed: Bool = false) -> Self {
    Self(unit: .fraction, decimals: decimals, signed: signed)
  }
}
