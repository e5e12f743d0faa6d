import Quant

/// One net leg of the book, marked at its midpoint and priced at its own implied volatility.
///
/// Methodology 3.3 and 3.4. A leg whose volatility cannot be found keeps its mark, but has no
/// sensitivities, and `issue` says why.
public struct LegValuation: Sendable, Hashable, Codable {
  /// The leg.
  public var leg: BookLeg
  /// Calendar days to expiration.
  public var daysToExpiration: Int
  /// Midpoint of bid and ask, index points; `nil` without a quote.
  public var mark: Double?
  /// Forward of the leg's series, index points; `nil` once expired.
  public var forward: Double?
  /// Implied volatility per √year, decimal; `nil` with an `issue`.
  public var impliedVolatility: Double?
  /// Black–Scholes delta of one long option per index point, −1...1; `nil` with an `issue`.
  public var unitDelta: Double?
  /// Sensitivities of the holding in report units; `nil` with an `issue`.
  public var sensitivities: LegSensitivities?
  /// Mark less discounted intrinsic value of the forward, index points; ≥ 0 up to arbitrage.
  public var timeValueForward: Double?
  /// Mark less intrinsic value at spot, index points; may be negative for deep puts.
  public var timeValueSpot: Double?
  /// Why there is no volatility; `nil` when there is one.
  public var issue: LegIssue?

  /// Market value of the holding, dollars; negative for a short one, `nil` without a mark.
  public var markDollars: Double? { mark.map { ($0 * dollarsPerPoint).bounded } }

  /// Profit or loss since entry at the mark, dollars; `nil` without a mark.
  public var unrealisedDollars: Double? {
    mark.map { (($0 - leg.entryPrice).bounded * dollarsPerPoint).bounded }
  }

  private var dollarsPerPoint: Double { Double(leg.quantity) * leg.contract.root.multiplier }
}

extension LegValuation {
  /// Values one leg from its quote; `terms` are those of its series, `nil` once it has expired.
  init(_ leg: BookLeg, quote: OptionQuote?, market: BookMarket, terms: SeriesTerms?) {
    self.leg = leg
    daysToExpiration = market.date.days(until: leg.contract.expiration)
    mark = quote?.mid
    guard leg.contract.root != .vix else {
      issue = .notAnIndexOption
      return
    }
    guard let terms else {
      issue = .expired
      return
    }
    forward = terms.forward
    guard let quote else {
      issue = .noQuote
      return
    }
    timeValueForward =
      (quote.mid
      - (terms.discount * leg.contract.intrinsicValue(at: terms.forward)).bounded).bounded
    timeValueSpot = (quote.mid - leg.contract.intrinsicValue(at: market.spot)).bounded
    issue = QuoteUsability.issue(quote)
    guard issue == nil else { return }
    let solved = ImpliedVolatility.solve(
      price: quote.mid, forward: terms.forward, strike: leg.contract.strike,
      discount: terms.discount, years: terms.years, right: leg.contract.right)
    issue = LegIssue(solved)
    if let volatility = solved.value { price(at: volatility, market: market, terms: terms) }
  }

  private mutating func price(at volatility: Double, market: BookMarket, terms: SeriesTerms) {
    let contract = leg.contract
    let value = BlackScholesMerton.value(
      contract.right, spot: market.spot, strike: contract.strike, rate: market.rate,
      dividendYield: terms.dividendYield, volatility: volatility, years: terms.years)
    impliedVolatility = volatility
    unitDelta = value.delta
    sensitivities = LegSensitivities(
      value, contracts: leg.quantity, multiplier: contract.root.multiplier,
      daysToExpiration: daysToExpiration)
  }
}
