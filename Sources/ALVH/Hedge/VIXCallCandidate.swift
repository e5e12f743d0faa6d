public import Quant

/// Why a quote does not make a hedge candidate.
public enum HedgeCandidateError: Error, Hashable, Sendable {
  /// The contract is not a VIX call.
  case notAVIXCall(OptionContract)
  /// There is no bid, or the ask is not above it.
  case unusableQuote(OptionContract)
  /// The contract has settled.
  case expired(OptionContract)
  /// The midpoint has no implied volatility.
  case noVolatility(OptionContract, ImpliedVolatility)
}

/// What pricing a VIX call as a hedge needs besides its quote (methodology 4.4, 4.6).
public struct VIXCallAssumptions: Sendable, Hashable, Codable {
  /// VX future of the call's expiration, VIX points.
  public var future: Double
  /// The unchanged curve's value where the contract will stand after the review period.
  public var rolledFuture: Double
  /// Implied volatility that the unchanged scenario gives the strike; `nil` keeps the call's own.
  ///
  /// With the smile fixed by moneyness this is today's volatility at strike / `rolledFuture`.
  public var unchangedVolatility: Double?
  /// VIX-future points per point of spot VIX at the call's tenor.
  public var volatilityBeta: Double
  /// Interest rate, continuously compounded per year, decimal.
  public var rate: Double
  /// Commission per contract, dollars.
  public var commissionDollars: Double
  /// Calendar days of the review period.
  public var reviewDays: Int

  /// Creates assumptions; both futures must be positive.
  public init(
    future: Double, rolledFuture: Double, unchangedVolatility: Double? = nil,
    volatilityBeta: Double, rate: Double, commissionDollars: Double, reviewDays: Int = 14
  ) {
    precondition(future > 0 && rolledFuture > 0, "futures must be positive")
    self.future = future
    self.rolledFuture = rolledFuture
    self.unchangedVolatility = unchangedVolatility
    self.volatilityBeta = volatilityBeta
    self.rate = rate
    self.commissionDollars = commissionDollars
    self.reviewDays = reviewDays
  }
}

extension HedgeCandidate {
  /// Makes a candidate of a quoted VIX call: bought at the ask, priced at its midpoint's volatility.
  ///
  /// Delta is Black-76, discounted. The unchanged value is the model price after the review period on
  /// `rolledFuture`; a call that settles within the period counts its intrinsic value there.
  ///
  /// - Parameters:
  ///   - quote: bid and ask; the quote's date and 16:00 are the valuation moment.
  ///   - assumptions: future, roll-down, beta, rate and commission.
  ///   - id: identifier in the sizing problem, normally the contract's symbol.
  /// - Throws: ``HedgeCandidateError``.
  public init(
    vixCall quote: OptionQuote, assumptions: VIXCallAssumptions, id: String
  ) throws(HedgeCandidateError) {
    let contract = quote.contract
    guard contract.root == .vix, contract.right == .call else { throw .notAVIXCall(contract) }
    guard quote.bid > 0, quote.ask > quote.bid else { throw .unusableQuote(contract) }
    guard let years = VIXOptionClock.years(from: quote.date, to: contract) else {
      throw .expired(contract)
    }
    let solved = VIXHedgeLeg.impliedVolatility(
      quote, future: assumptions.future, rate: assumptions.rate)
    guard let volatility = solved.value else { throw .noVolatility(contract, solved) }
    let today = Black76.value(
      .call, future: assumptions.future, strike: contract.strike, rate: assumptions.rate,
      volatility: volatility, years: years)
    let later = VIXOptionClock.years(
      from: quote.date.adding(days: assumptions.reviewDays), to: contract)
    let unchanged = Black76.price(
      .call, future: assumptions.rolledFuture, strike: contract.strike, rate: assumptions.rate,
      volatility: assumptions.unchangedVolatility ?? volatility, years: later ?? 0)
    self.init(
      id: id, multiplier: contract.root.multiplier, future: assumptions.future,
      delta: today.delta, volatilityBeta: assumptions.volatilityBeta, ask: quote.ask,
      unchangedValue: unchanged, commissionDollars: assumptions.commissionDollars)
    self.contract = contract
    impliedVolatility = volatility
  }
}
