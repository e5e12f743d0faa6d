import Quant

/// One value of a session that prose can print with `{{ name }}`, with what it is and where it comes
/// from.
///
/// The text is what the page prints; the quantity is the number behind it, not rounded.
struct NamedValue: Sendable, Hashable {
  /// What the value is, for comparisons.
  enum Quantity: Sendable, Hashable {
    /// A finite number in the value's unit; a percentage is a fraction of one.
    case number(Double)
    /// A session or another day.
    case date(CalendarDate)
    /// Words, such as the stage of the hedge.
    case words(String)
  }

  /// The name as written in prose, such as `vix.close`.
  var name: String
  /// What it is, in plain words without a full stop.
  var title: String
  /// The value as printed, with its unit.
  var text: String
  /// The value itself.
  var quantity: Quantity
  /// The value of the session before; `nil` when it is not known or had none.
  var previous: Quantity?
  /// The value of the session before as it was printed; `nil` without one.
  var previousText: String?
  /// The unit of the number; `none` for dates and words.
  var unit: QuantityUnit
  /// Decimals of the number as printed (of a percentage: of the percent).
  var decimals: Int
  /// How the value came about.
  var origin: ValueOrigin
  /// How it is computed.
  var formula: ValueFormula
}

extension NamedValue {
  /// The number; `nil` for dates and words.
  var number: Double? {
    if case .number(let number) = quantity { number } else { nil }
  }

  /// The number of the session before; `nil` when it is not known, and for dates and words.
  var previousNumber: Double? {
    if case .number(let number)? = previous { number } else { nil }
  }
}
