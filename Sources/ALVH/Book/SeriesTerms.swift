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
    forward = market.forward(of: series, years: years)
    dividendYield = market.dividendYield(of: series, years: years)
    discount = exponential(-market.rate * years).bounded
  }
}
