/// What a number counts, as far as two numbers must agree in it to be compared.
public struct ValueUnit: Hashable, Sendable {
  /// The kinds of number between which no comparison has a meaning.
  public enum Measure: Hashable, Sendable {
    /// A count or an index level; what is counted stands in the words behind it.
    case plain
    /// Percent; the number is 2.5 for 2.5 %.
    case percent
    /// US dollars.
    case dollars
    /// Annualised volatility points: a plain number that is also a percentage a year.
    case volatilityPoints
  }

  /// The kind of number.
  public var measure: Measure
  /// The words behind the number, such as `points` or `per vol point`; empty for none.
  public var noun: String

  /// Creates a unit; by default a plain number without words.
  public init(_ measure: Measure = .plain, noun: String = "") {
    self.measure = measure
    self.noun = noun
  }

  /// Whether two values of these units can be compared: dollars with dollars of the same kind,
  /// volatility points with volatility points, plain numbers and percent.
  public func isComparable(with other: ValueUnit) -> Bool {
    switch (measure, other.measure) {
    case (.dollars, .dollars): noun == other.noun
    case (.plain, .plain): noun == other.noun || noun.isEmpty || other.noun.isEmpty
    case (.volatilityPoints, .percent), (.percent, .volatilityPoints),
      (.volatilityPoints, .plain), (.plain, .volatilityPoints):
      true
    default: measure == other.measure
    }
  }

  /// The unit in the words of a message.
  public var words: String {
    switch measure {
    case .plain: noun.isEmpty ? "a plain number" : "in \(noun)"
    case .percent: "in percent"
    case .dollars: noun.isEmpty ? "in dollars" : "in dollars \(noun)"
    case .volatilityPoints: "in volatility points"
    }
  }
}
