/// Why a series was refused (methodology §0); bars are counted from 0.
///
/// An invalid input is never repaired. A statistic that is merely undefined is a `nil` value.
public enum SeriesError: Error, Equatable, Sendable {
  /// The series holds no value.
  case emptySeries
  /// Two series of one call differ in length.
  case lengthMismatch
  /// The value at the bar is not a number or infinite.
  case nonFinite(index: Int)
  /// The price at the bar is zero or negative.
  case nonPositivePrice(index: Int)
  /// The volume, or count of issues, at the bar is negative.
  case negativeVolume(index: Int)
  /// The date at the bar is earlier than the one before it.
  case unsortedDates(index: Int)
  /// The date at the bar repeats the one before it.
  case duplicateDate(index: Int)
  /// A parameter, or a value named with its bar, is outside its documented range.
  case parameterOutOfRange(name: String)
  /// A required series is absent or carries no information.
  case missingInput(name: String)
  /// The newest value of the series is older than the caller allows.
  case stale(name: String, asOf: CalendarDate)
}

extension SeriesError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    switch self {
    case .emptySeries: "the series is empty"
    case .lengthMismatch: "the series differ in length"
    case .nonFinite(let index): "the value at bar \(index) is not a finite number"
    case .nonPositivePrice(let index): "the price at bar \(index) is not positive"
    case .negativeVolume(let index): "the volume or count at bar \(index) is negative"
    case .unsortedDates(let index): "the date at bar \(index) is earlier than the one before it"
    case .duplicateDate(let index): "the date at bar \(index) repeats the one before it"
    case .parameterOutOfRange(let name): "\(name) is out of range"
    case .missingInput(let name): "the input \(name) is missing"
    case .stale(let name, let asOf): "the newest value of \(name) is from \(asOf)"
    }
  }
}
