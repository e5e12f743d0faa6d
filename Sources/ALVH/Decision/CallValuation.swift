import Quant

/// A VIX call valued on its own future from a session's quote.
struct CallValuation {
  let contract: OptionContract
  let quote: OptionQuote
  let future: Double
  let days: Int
  let years: Double
  let impliedVolatility: Double
  let delta: Double
  let beta: Double
  let spikeBeta: Double

  /// Values a call; `nil` without a usable quote, without its future, or without time value.
  init?(_ contract: OptionContract, in market: SessionMarket) {
    guard let quote = market.vixQuotes[contract], QuoteUsability.issue(quote) == nil,
      let future = market.future(contract.expiration),
      let years = market.years(to: contract.expiration)
    else { return nil }
    let rate = market.account.rate
    let solved = ImpliedVolatility.solve(
      price: quote.mid, forward: future, strike: contract.strike,
      discount: exponential(-rate * years).bounded, years: years, right: contract.right)
    guard let volatility = solved.value else { return nil }
    self.contract = contract
    self.quote = quote
    self.future = future
    self.years = years
    days = market.date.days(until: contract.expiration)
    impliedVolatility = volatility
    delta =
      Black76.value(
        contract.right, future: future, strike: contract.strike, rate: rate, volatility: volatility,
        years: years
      ).delta
    beta = market.model.beta.value(days: Double(days))
    spikeBeta = VolatilityBeta.spikeValue(days: days) ?? beta
  }

  /// Price when the future is at `future` and `days` calendar days have passed; own volatility.
  private func price(future: Double, afterDays days: Int, in market: SessionMarket) -> Double {
    guard let years = market.years(to: contract.expiration, afterDays: days) else {
      return max(0, future - contract.strike)
    }
    return Black76.price(
      contract.right, future: future, strike: contract.strike, rate: market.account.rate,
      volatility: impliedVolatility, years: years)
  }

  /// Value in the unchanged scenario at the review horizon (methodology 4.6).
  func unchangedValue(afterDays days: Int, in market: SessionMarket) -> Double {
    let left = Double(max(0, self.days.boundedSum(days.boundedNegative)))
    return price(
      future: market.curve?.value(atDays: left) ?? future, afterDays: days, in: market)
  }

  /// A holding of the call, as scenarios take it.
  func leg(quantity: Int) -> VIXHedgeLeg {
    VIXHedgeLeg(
      contract: contract, quantity: quantity, future: future, impliedVolatility: impliedVolatility,
      volatilityBeta: beta)
  }

  /// The contract as a candidate for sizing.
  func candidate(_ sizing: SizingParameters, in market: SessionMarket) -> HedgeCandidate {
    HedgeCandidate(
      id: "\(contract.expiration) \(contract.strike)", future: future, delta: delta,
      volatilityBeta: beta, ask: quote.ask,
      unchangedValue: unchangedValue(afterDays: sizing.reviewDays, in: market),
      commissionDollars: sizing.commission)
  }
}
