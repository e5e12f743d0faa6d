/// Why a statistic has no value although its input is valid (methodology §0).
///
/// An invalid input is a `SeriesError`; this is the reason shown beside a missing number.
public enum UndefinedStatistic: Sendable, Hashable, Codable {
  /// Nothing of the named input is known yet.
  case missingInput(name: String)
  /// Fewer values are known than the statistic needs.
  case tooFewValues(known: Int, needed: Int)
  /// The values do not vary, up to the rounding of their arithmetic.
  case zeroVariance
  /// The newest value of the named input refers to a date too long ago.
  case stale(name: String, asOf: CalendarDate)
  /// A sum that must be positive to divide by is not.
  case denominatorNotPositive(name: String)
  /// The named input was refused, for the reason given in words.
  case invalidInput(name: String, problem: String)
  /// The exact value is larger than a double can hold.
  case notRepresentable
}

extension UndefinedStatistic: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    switch self {
    case .missingInput(let name): "the input \(name) is missing"
    case .tooFewValues(let known, let needed): "\(known) values are known, \(needed) are needed"
    case .zeroVariance: "the values do not vary"
    case .stale(let name, let asOf): "the newest value of \(name) is from \(asOf)"
    case .denominatorNotPositive(let name): "\(name) is not positive"
    case .invalidInput(let name, let problem): "the input \(name) is refused: \(problem)"
    case .notRepresentable: "the value is too large to be represented"
    }
  }
}

/// A statistic, or the reason why it is undefined.
public enum StatisticResult<Value> {
  /// The statistic has a value.
  case defined(Value)
  /// The statistic has none.
  case undefined(UndefinedStatistic)

  /// The value; `nil` when undefined.
  public var value: Value? {
    if case .defined(let value) = self { value } else { nil }
  }

  /// Why there is no value; `nil` when there is one.
  public var reason: UndefinedStatistic? {
    if case .undefined(let reason) = self { reason } else { nil }
  }

  /// The result with its value transformed and its reason kept.
  public func map<Other>(_ transform: (Value) -> Other) -> StatisticResult<Other> {
    switch self {
    case .defined(let value): .defined(transform(value))
    case .undefined(let reason): .undefined(reason)
    }
  }
}

extension StatisticResult: Sendable where Value: Sendable {}
extension StatisticResult: Equatable where Value: Equatable {}
extension StatisticResult: Hashable where Value: Hashable {}

extension StatisticResult<Double> {
  /// A number that arithmetic on finite input produced; undefined when it overflowed.
  init(representable value: Double) {
    self = value.isFinite ? .defined(value) : .undefined(.notRepresentable)
  }
}
