public import Quant

/// One option of a chain: the quote, and what else the file tells about it.
public struct ChainQuote: Sendable, Hashable {
  /// Date, contract, bid and ask; a bid of 0 means that there is none.
  public var quote: OptionQuote
  /// The vendor's implied volatility, fraction per square root of a year; `nil` when 0 or absent.
  public var vendorVolatility: Double?
  /// Open interest in contracts, `nil` when absent.
  public var openInterest: Double?
  /// Contracts traded that day, `nil` when absent.
  public var volume: Double?
  /// The level of the underlying at the time of the quote, `nil` when absent.
  public var underlying: Double?

  /// Creates the quote.
  public init(
    quote: OptionQuote, vendorVolatility: Double? = nil,
    openInterest: Double? = nil, volume: Double? = nil, underlying: Double? = nil
  ) {
    self.quote = quote
    self.vendorVolatility = vendorVolatility
    self.openInterest = openInterest
    self.volume = volume
    self.underlying = underlying
  }
}
