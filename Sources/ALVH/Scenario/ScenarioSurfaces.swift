public import Quant

extension VolatilitySurface {
  /// The surface of a session's index options on the forwards of a market.
  ///
  /// - Parameters:
  ///   - quotes: the session's SPX and SPXW quotes; other classes are left out.
  ///   - market: date, minute, spot, rate and forwards; a series without a forward takes the parity
  ///     median of its own quotes.
  /// - Throws: `SeriesError` as `init(date:minute:spot:rate:quotes:forwards:calendar:)`.
  public init(indexQuotes quotes: [OptionQuote], market: BookMarket) throws(SeriesError) {
    try self.init(
      date: market.date, minute: market.minute, spot: market.spot, rate: market.rate,
      quotes: quotes.filter { $0.contract.root != .vix },
      forwards: market.forwards.sorted { $0.key < $1.key }.map {
        SeriesForward(root: $0.key.root, expiration: $0.key.expiration, forward: $0.value)
      }, calendar: market.calendar)
  }

  /// The surface of a session's VIX options on the futures of the same expirations.
  ///
  /// Options without a future of their own expiration are rejected as `noForward`: a future of
  /// another date is not their underlying (methodology 2.3).
  ///
  /// - Parameters:
  ///   - quotes: the session's VIX option quotes; other classes are left out.
  ///   - curve: the futures; its date is the session.
  ///   - minute: valuation minute of the session, New York.
  ///   - rate: continuously compounded per year, decimal.
  /// - Throws: `SeriesError.parameterOutOfRange` for `rate`.
  public init(
    vixQuotes quotes: [OptionQuote], curve: VIXTermStructure, minute: Int = 960, rate: Double
  ) throws(SeriesError) {
    try self.init(
      date: curve.date, minute: minute, spot: nil, rate: rate,
      quotes: quotes.filter { $0.contract.root == .vix },
      forwards: curve.nodes.map {
        SeriesForward(root: .vix, expiration: $0.expiration, forward: $0.settle)
      })
  }
}
