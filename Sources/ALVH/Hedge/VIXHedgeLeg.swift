public import Quant

/// A holding of one VIX option, with what it is priced on: the VX future of its own expiration.
///
/// Methodology 2.3: Black-76 at the option's own implied volatility.
public struct VIXHedgeLeg: Sendable, Hashable, Codable {
  /// The option; its root must be VIX.
  public var contract: OptionContract
  /// Number of contracts; positive is long.
  public var quantity: Int
  /// Price of the VX future of the same expiration, VIX points.
  public var future: Double
  /// Own implied volatility (volatility of volatility) per √year, decimal.
  public var impliedVolatility: Double
  /// VIX-future points per point of spot VIX at the option's tenor.
  public var volatilityBeta: Double

  /// Creates a leg; the future must be positive.
  public init(
    contract: OptionContract, quantity: Int, future: Double, impliedVolatility: Double,
    volatilityBeta: Double
  ) {
    precondition(contract.root == .vix, "not a VIX option")
    precondition(future > 0 && future.isFinite, "the future must be positive")
    self.contract = contract
    self.quantity = quantity
    self.future = future
    self.impliedVolatility = impliedVolatility
    self.volatilityBeta = volatilityBeta
  }

  /// The implied volatility of a VIX option at its midpoint.
  ///
  /// - Parameters:
  ///   - quote: bid and ask of the option; its date and 16:00 are the valuation moment.
  ///   - future: the VX future of the same expiration, VIX points.
  ///   - rate: interest rate, continuously compounded per year, decimal.
  /// - Returns: the volatility or the reason there is none; an expired option is `invalidInput`.
  public static func impliedVolatility(
    _ quote: OptionQuote, future: Double, rate: Double
  ) -> ImpliedVolatility {
    guard let years = VIXOptionClock.years(from: quote.date, to: quote.contract) else {
      return .invalidInput
    }
    return ImpliedVolatility.solve(
      price: quote.mid, forward: future, strike: quote.contract.strike,
      discount: VIXOptionClock.discount(rate: rate, years: years), years: years,
      right: quote.contract.right)
  }
}
