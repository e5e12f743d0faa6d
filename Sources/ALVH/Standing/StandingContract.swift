import Quant

/// A contract that a standing layer holds or may buy, valued at a session's close.
struct StandingContract {
  let contract: OptionContract
  let quote: OptionQuote
  let delta: Double
  /// Dollars per VIX point of one contract; 0 for an index put.
  let dollarsPerVIXPoint: Double
  /// Dollars per SPX vol point of one contract; 0 for a VIX call.
  let indexVegaDollars: Double
  /// VX future of a VIX call, points.
  let future: Double?
  /// Value after the review period with nothing changed, points.
  let unchangedValue: Double

  /// Values a contract; `nil` without a usable quote or a volatility.
  init?(_ contract: OptionContract, in market: SessionMarket, reviewDays: Int) {
    if contract.root == .vix {
      guard let call = CallValuation(contract, in: market) else { return nil }
      quote = call.quote
      delta = call.delta
      dollarsPerVIXPoint = ((contract.root.multiplier * call.delta).bounded * call.beta).bounded
      indexVegaDollars = 0
      future = call.future
      unchangedValue = call.unchangedValue(afterDays: reviewDays, in: market)
    } else {
      guard let put = IndexOptionValuation(contract, in: market) else { return nil }
      quote = put.quote
      delta = put.value.delta
      dollarsPerVIXPoint = 0
      indexVegaDollars = (contract.root.multiplier * put.value.vega).bounded / 100
      future = nil
      unchangedValue = put.price(afterDays: reviewDays, in: market)
    }
    self.contract = contract
  }
}

/// An index option valued from a session's quote on S·e^((r−q)T).
struct IndexOptionValuation {
  let contract: OptionContract
  let quote: OptionQuote
  let volatility: Double
  let value: OptionValue

  init?(_ contract: OptionContract, in market: SessionMarket) {
    guard let quote = market.indexQuotes[contract], QuoteUsability.issue(quote) == nil else {
      return nil
    }
    let book = market.indexMarket
    guard let years = book.years(to: contract.series),
      let forward = book.forward(of: contract.series)
    else { return nil }
    let solved = ImpliedVolatility.solve(
      price: quote.mid, forward: forward, strike: contract.strike,
      discount: exponential(-market.account.rate * years).bounded, years: years,
      right: contract.right)
    guard let volatility = solved.value else { return nil }
    self.contract = contract
    self.quote = quote
    self.volatility = volatility
    value = BlackScholesMerton.value(
      contract.right, spot: market.spot, strike: contract.strike, rate: market.account.rate,
      dividendYield: market.account.dividendYield, volatility: volatility, years: years)
  }

  /// Price on an unchanged index and volatility after `days`, points.
  func price(afterDays days: Int, in market: SessionMarket) -> Double {
    let date = market.date.adding(days: days)
    let settle = contract.series.settleMinute(calendar: market.calendar.exchange)
    guard
      let years = YearFraction.years(from: date, to: contract.expiration, settleMinute: settle)
    else { return contract.intrinsicValue(at: market.spot) }
    return BlackScholesMerton.price(
      contract.right, spot: market.spot, strike: contract.strike, rate: market.account.rate,
      dividendYield: market.account.dividendYield, volatility: volatility, years: years)
  }
}
