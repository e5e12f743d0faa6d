public import Quant

/// A holding of one share, real-estate trust or fund, with its dividends (methodology 3.7).
public struct EquityPosition: Sendable, Hashable, Codable {
  /// What kind of security it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A company's share.
    case share
    /// A real-estate investment trust.
    case realEstateTrust
    /// A fund other than a volatility fund.
    case fund
  }

  /// The exchange's symbol.
  public var ticker: String
  /// What kind of security it is.
  public var kind: Kind
  /// Shares held, fractions allowed; negative is short.
  public var quantityShares: Double
  /// Price per share, dollars.
  public var priceDollars: Double
  /// Gross dividend per share and payment, dollars; 0 for none.
  public var dividendPerShareDollars: Double
  /// The days on which a dividend is paid, ascending.
  public var payDates: [CalendarDate]
  /// Whether dividends buy further shares (DRIP) instead of being paid out.
  public var reinvestsDividends: Bool

  /// Creates a holding; `EquityBook` checks it.
  public init(
    ticker: String, kind: Kind = .share, quantityShares: Double, priceDollars: Double,
    dividendPerShareDollars: Double = 0, payDates: [CalendarDate] = [],
    reinvestsDividends: Bool = false
  ) {
    self.ticker = ticker
    self.kind = kind
    self.quantityShares = quantityShares
    self.priceDollars = priceDollars
    self.dividendPerShareDollars = dividendPerShareDollars
    self.payDates = payDates
    self.reinvestsDividends = reinvestsDividends
  }

  /// Quantity times price, dollars; negative for a short holding, infinite when unchecked.
  var marketValueDollars: Double { quantityShares * priceDollars }
}
