/// Why a dividend discount model has no value.
public enum DividendModelError: Error, Equatable, Sendable {
  /// The required return does not exceed the long-run growth: the sum of dividends diverges.
  case growthNotBelowReturn
  /// The parameter is not finite or outside its documented range.
  case parameterOutOfRange(name: String)
  /// The result is beyond the range of a `Double`.
  case overflow
}

extension DividendModelError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    switch self {
    case .growthNotBelowReturn: "the long-run growth is not below the required return"
    case .parameterOutOfRange(let name): "\(name) is out of range"
    case .overflow: "the value is too large to represent"
    }
  }
}
