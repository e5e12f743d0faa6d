/// One company's figures as they were known on a date (methodology 1.11).
///
/// Read from `known_date,ticker,sector,price,shares,cfo_ttm,pe_ttm`. Shares and cash flow must be in
/// units that go together: dollars and shares, or both in millions. A field that is `nil` was empty
/// in the file.
public struct FundamentalRecord: Hashable, Sendable, Codable {
  /// The first date on which the row could be used.
  public var known: CalendarDate
  /// The company's ticker, unique within a date.
  public var ticker: String
  /// The sector's name as the file spells it.
  public var sector: String
  /// Price of a share, dollars.
  public var price: Double?
  /// Shares outstanding.
  public var shares: Double?
  /// Cash flow from operations over the trailing twelve months; may be negative.
  public var operatingCashFlow: Double?
  /// Price over earnings of the trailing twelve months; negative with a loss.
  public var priceToEarnings: Double?

  /// Creates a row.
  public init(
    known: CalendarDate, ticker: String, sector: String, price: Double?, shares: Double?,
    operatingCashFlow: Double?, priceToEarnings: Double?
  ) {
    self.known = known
    self.ticker = ticker
    self.sector = sector
    self.price = price
    self.shares = shares
    self.operatingCashFlow = operatingCashFlow
    self.priceToEarnings = priceToEarnings
  }

  /// Price times shares, in the unit of both; `nil` when either is missing or it overflows.
  public var marketCapitalisation: Double? {
    guard let price, let shares, (price * shares).isFinite, price * shares > 0 else { return nil }
    return price * shares
  }
}
