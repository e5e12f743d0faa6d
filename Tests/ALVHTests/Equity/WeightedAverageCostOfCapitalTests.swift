import ALVH
import Quant
import TestSupport
import Testing

@Suite struct WeightedAverageCostOfCapitalTests {
  private func cost(
    _ equity: Double, _ debt: Double, _ equityCost: Double = 0.08, tax: Double = 0.25
  ) throws -> WeightedAverageCostOfCapital {
    try WeightedAverageCostOfCapital(
      equityDollars: equity, debtDollars: debt, equityCostPerYear: equityCost,
      debtCostPerYear: 0.04, taxFraction: tax)
  }

  @Test func equityAndDebtAreWeightedByValue() throws {
    // ¾·0.08 + ¼·0.04·0.75 = 0.0675.
    let mixed = try cost(3, 1)
    #expect(isClose(mixed.costPerYear, 0.0675, absolute: 1e-16), "\(mixed)")
    #expect(mixed.equityFraction == 0.75)
    #expect(try cost(5, 0).costPerYear == 0.08)
    #expect(isClose(try cost(0, 5).costPerYear, 0.03, absolute: 1e-17))
    #expect(isClose(try cost(1.5e308, 0.5e308).costPerYear, 0.0675, absolute: 1e-16))
  }

  @Test func invalidParametersAreNamed() {
    #expect(throws: SeriesError.parameterOutOfRange(name: "debtDollars")) { try cost(0, 0) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "equityDollars")) { try cost(-1, 2) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "equityCostPerYear")) {
      try cost(1, 1, .nan)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "taxFraction")) {
      try cost(1, 1, tax: 1.5)
    }
  }
}
