public import Quant

/// The corporate cost of capital E/V·Re + D/V·Rd·(1 − τ), for an equity book only.
///
/// A trading book has no cost of capital: it is not a firm financed by shareholders and lenders,
/// and its short options are no debt. For an option book the comparable, computable quantity is the
/// drag of the hedge on net asset value (methodology 3.9 and 4.4).
public struct WeightedAverageCostOfCapital: Sendable, Hashable, Codable {
  /// Market value of equity over that of equity and debt, a fraction in [0, 1].
  public let equityFraction: Double
  /// The weighted cost, decimal per year.
  public let costPerYear: Double

  /// Computes the cost.
  ///
  /// - Parameters:
  ///   - equityDollars: market value of equity, E, not negative.
  ///   - debtDollars: market value of debt, D, not negative; V = E + D must be positive.
  ///   - equityCostPerYear: required return of equity, Re, decimal.
  ///   - debtCostPerYear: interest on debt before tax, Rd, decimal.
  ///   - taxFraction: tax rate against which interest is deducted, τ, in [0, 1].
  /// - Throws: `parameterOutOfRange` naming the first bad parameter, or `debtDollars` when equity
  ///   and debt are both zero.
  public init(
    equityDollars: Double, debtDollars: Double, equityCostPerYear: Double,
    debtCostPerYear: Double, taxFraction: Double
  ) throws(SeriesError) {
    let finite = 0...Double.greatestFiniteMagnitude
    try SeriesValidation.require(equityDollars, in: finite, name: "equityDollars")
    try SeriesValidation.require(debtDollars, in: finite, name: "debtDollars")
    // No cost is beyond ±10,000 % a year; the bound keeps the sum finite.
    try SeriesValidation.require(equityCostPerYear, in: -100...100, name: "equityCostPerYear")
    try SeriesValidation.require(debtCostPerYear, in: -100...100, name: "debtCostPerYear")
    try SeriesValidation.require(taxFraction, in: 0...1, name: "taxFraction")
    guard max(equityDollars, debtDollars) > 0 else {
      throw .parameterOutOfRange(name: "debtDollars")
    }
    // Divided by the larger first, so that the sum cannot overflow.
    let larger = max(equityDollars, debtDollars)
    let (equity, debt) = (equityDollars / larger, debtDollars / larger)
    equityFraction = equity / (equity + debt)
    costPerYear =
      equityFraction * equityCostPerYear
      + debt / (equity + debt) * debtCostPerYear * (1 - taxFraction)
  }
}
