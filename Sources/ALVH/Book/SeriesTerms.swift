import Quant

/// What all options of one series are priced with: time, forward, discount and dividend yield.
struct SeriesTerms {
  let series: OptionSeries
  let years: Double
  let forward: Double
  let discount: Double
  let dividendYield: Double

  /// The terms of a series; `nil` once it has expired.
  init?(_ series: OptionSeries, in market: BookMarket) {
    guard let years = market.years(to: series) else { return nil }
    self.series = series
    self.years = years
    if let forward = market.forwards[series] {
      self.forward = forward
      dividendYield = market.rate - logarithm(forward / market.spot) / years
    } else {
      forward = market.spot * exponential((market.rate - market.dividendYield) * years)
      dividendYield = market.dividendYield
    }
    discount = exponential(-market.rate * years)
  }
}
