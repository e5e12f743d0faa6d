/// Whether an option is a call or a put.
public enum OptionRight: String, Sendable, Codable, CaseIterable {
  /// The right to receive the settlement value above the strike.
  case call
  /// The right to receive the strike above the settlement value.
  case put

  /// +1 for a call, −1 for a put: the θ of the pricing formulas.
  public var sign: Double { self == .call ? 1 : -1 }
}

/// The option class a contract belongs to; it fixes underlying, settlement and multiplier.
///
/// All three are European and cash-settled with a multiplier of $100 (methodology 2.6).
public enum OptionRoot: String, Sendable, Codable, CaseIterable {
  /// S&P 500 monthly, settled to the opening calculation (SET) on the expiration date.
  case spx = "SPX"
  /// S&P 500 weekly and end-of-month, settled to the close of the expiration date.
  case spxw = "SPXW"
  /// Cboe Volatility Index, settled to the opening calculation (SOQ); priced on its VX future.
  case vix = "VIX"

  /// Dollars per index point for one contract.
  public var multiplier: Double { 100 }

  /// Whether the contract settles in the morning of its expiration date.
  public var isMorningSettled: Bool { self != .spxw }
}

/// One listed European option: root, expiration, strike and right.
public struct OptionContract: Hashable, Sendable, Codable {
  /// The option class.
  public var root: OptionRoot
  /// The date the contract expires and settles on.
  public var expiration: CalendarDate
  /// The strike in index points.
  public var strike: Double
  /// Call or put.
  public var right: OptionRight

  /// Creates a contract from its four terms.
  public init(root: OptionRoot, expiration: CalendarDate, strike: Double, right: OptionRight) {
    self.root = root
    self.expiration = expiration
    self.strike = strike
    self.right = right
  }
}

extension OptionContract: Comparable {
  /// Orders by root, expiration, strike, then puts before calls at one strike.
  public static func < (lhs: OptionContract, rhs: OptionContract) -> Bool {
    if lhs.root != rhs.root { return lhs.root.rawValue < rhs.root.rawValue }
    if lhs.expiration != rhs.expiration { return lhs.expiration < rhs.expiration }
    if lhs.strike != rhs.strike { return lhs.strike < rhs.strike }
    return lhs.right == .put && rhs.right == .call
  }
}
