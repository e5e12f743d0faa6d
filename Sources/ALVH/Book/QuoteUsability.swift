import Quant

/// Whether a quote's midpoint may be inverted to a volatility (methodology 2.5).
enum QuoteUsability {
  /// The reason it may not; `nil` when it may.
  static func issue(_ quote: OptionQuote) -> LegIssue? {
    guard quote.bid.isFinite, quote.ask.isFinite else { return .invalidInput }
    guard quote.bid > 0 else { return .noBid }
    guard quote.ask > quote.bid else { return .crossedQuote }
    return quote.ask - quote.bid <= max(1, 0.5 * quote.mid) ? nil : .wideQuote
  }
}

extension LegIssue {
  /// The reason an inversion failed; `nil` when it did not.
  init?(_ volatility: ImpliedVolatility) {
    switch volatility {
    case .ok: return nil
    case .noTimeValue: self = .noTimeValue
    case .belowIntrinsic: self = .belowIntrinsic
    case .aboveMaximum: self = .aboveMaximum
    case .atMaximum: self = .atMaximum
    case .invalidInput: self = .invalidInput
    }
  }
}
