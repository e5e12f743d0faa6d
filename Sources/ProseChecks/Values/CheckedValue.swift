public import Quant

/// A value that prose can print and that assertions can compare: what it is and how it is shown.
public struct CheckedValue: Hashable, Sendable {
  /// What a value is made of.
  public enum Quantity: Hashable, Sendable {
    /// A number in the unit that is shown (2.5 for 2.5 %), and the decimals it is shown with.
    case number(Double, decimals: Int)
    /// A day.
    case date(CalendarDate)
    /// Words that stand for themselves.
    case words
  }

  /// The name in references, such as `vix.close`.
  public var name: String
  /// The value as pages print it, with unit and rounding.
  public var text: String
  /// What the value is made of.
  public var quantity: Quantity
  /// What a number counts; empty for dates and words.
  public var unit: ValueUnit

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - name: the name in references.
  ///   - text: the value as pages print it.
  ///   - quantity: what the value is made of; a number that is not finite counts as words.
  ///   - unit: what a number counts.
  public init(name: String, text: String, quantity: Quantity, unit: ValueUnit = ValueUnit()) {
    self.name = name
    self.text = text
    self.unit = unit
    if case .number(let number, _) = quantity, !number.isFinite {
      self.quantity = .words
    } else {
      self.quantity = quantity
    }
  }
}
