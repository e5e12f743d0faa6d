/// Why a leg has no implied volatility and therefore no sensitivities (methodology 2.5).
public enum LegIssue: String, Sendable, Codable, CaseIterable {
  /// There is no quote for the contract.
  case noQuote
  /// Nobody bids, so the midpoint is not a price.
  case noBid
  /// The ask is not above the bid.
  case crossedQuote
  /// Bid and ask are further apart than max(1.00, half the midpoint).
  case wideQuote
  /// The contract has settled.
  case expired
  /// The contract is not an index option: VIX options are valued with the hedge.
  case notAnIndexOption
  /// The price has no time value.
  case noTimeValue
  /// The price is below intrinsic value.
  case belowIntrinsic
  /// The price is above the greatest possible one.
  case aboveMaximum
  /// The price equals the greatest possible one.
  case atMaximum
  /// A forward, strike or time is not positive, or a number is not finite.
  case invalidInput

  /// One plain sentence for readers.
  public var sentence: String {
    switch self {
    case .noQuote: "There is no quote for the contract."
    case .noBid: "Nobody bids for the contract, so its midpoint is not a price."
    case .crossedQuote: "The ask is not above the bid."
    case .wideQuote: "Bid and ask are too far apart for their midpoint to be a price."
    case .expired: "The contract has settled."
    case .notAnIndexOption: "The contract is not an SPX or SPXW option."
    case .noTimeValue: "The price holds no time value."
    case .belowIntrinsic: "The price is below intrinsic value."
    case .aboveMaximum: "The price is above the greatest possible price."
    case .atMaximum: "The price equals the greatest possible price."
    case .invalidInput: "A forward, strike, price or time is not usable."
    }
  }
}
