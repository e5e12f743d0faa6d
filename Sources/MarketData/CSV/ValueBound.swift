/// The values a numeric column may hold.
public enum ValueBound: Sendable, Hashable {
  /// Any finite number.
  case any
  /// Above zero: prices, strikes, index levels.
  case price
  /// Zero or above: bids, asks and premiums, where 0 can mean that nobody quotes.
  case quote
  /// Zero or above: volumes and counts.
  case count

  /// What is wrong with a value, `nil` when it lies within the bound.
  func fault(of value: Double) -> String? {
    switch self {
    case .any: nil
    case .price: value < 0 ? "negative" : value == 0 ? "zero" : nil
    case .quote, .count: value < 0 ? "negative" : nil
    }
  }

  /// What to do about a value outside the bound.
  var remedy: String {
    switch self {
    case .any: ""
    case .price: "Prices must be above zero; correct the row or remove it."
    case .quote: "This price must be zero or above; correct the row or remove it."
    case .count: "Volumes and counts must be zero or above; correct the row or remove it."
    }
  }
}
