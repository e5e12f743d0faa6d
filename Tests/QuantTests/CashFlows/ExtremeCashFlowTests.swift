import Quant
import TestSupport
import Testing

/// Cash flows and dividends of any finite size give finite figures, or a documented refusal.
@Suite struct ExtremeCashFlowTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  @Test func ratesOfReturnStayFinite() throws {
    var solved = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let flows = (0..<4).map { _ in
        CashFlow(
          date: CalendarDate(dayNumber: 16_000 + Int.random(in: 0...400, using: &random)),
          amountDollars: random.signed(or: -1000...1000))
      }
      let rate = try InternalRateOfReturn(flows)
      try requireFinite(rate, seed)
      try requireFinite(rate.roots + [rate.headline].compactMap { $0 }, seed)
      solved += rate.roots.count
    }
    #expect(solved > 0)
  }

  @Test func presentValuesStayFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let flows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        CashFlow(
          date: CalendarDate(dayNumber: 16_000 + Int.random(in: 0...400_000, using: &random)),
          amountDollars: random.signed())
      }
      let value = try NetPresentValue(flows)
      try requireFinite(value, seed)
      for rate in [0, random.signed(), random.uniform(-2...2)] {
        try requireFinite(value.value(continuousRate: rate) as Any, seed)
      }
    }
  }

  @Test func dividendModelsStayFinite() throws {
    var valued = 0
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      for model in models(&random) {
        let required = random.magnitude(or: 0.01...0.3)
        guard let value = valuation(model, required) else { continue }
        valued += 1
        try requireFinite(value, seed)
        try #require(value.price >= 0 && value.modifiedDurationYears >= 0, "\(model) \(value)")
        let implied = try model.impliedReturn(price: random.magnitude(or: 10...100))
        try requireFinite(implied as Any, seed)
        let scenario = try DurationScenario(
          modifiedDurationYears: value.modifiedDurationYears, marketValueDollars: random.signed())
        let move = random.signed(or: -100...100)
        try requireFinite(scenario.changeFraction(basisPoints: move) as Any, seed)
        try requireFinite(scenario.changeDollars(basisPoints: move) as Any, seed)
      }
    }
    #expect(valued > 200, "\(valued)")
  }

  private func models(_ random: inout SplitMix64) -> [any DividendDiscountModel] {
    let dividend = random.magnitude(or: 0.5...5)
    let short = random.magnitude(or: 0...0.2)
    let long = random.magnitude(or: -0.05...0.05)
    var models: [any DividendDiscountModel] = []
    do throws(DividendModelError) {
      models.append(try GordonModel(dividend: dividend, growth: long))
      models.append(
        try TwoStageModel(
          dividend: dividend, growthShort: short, growthLong: long,
          stageYears: Int.random(in: 0...1000, using: &random)))
      models.append(
        try HModel(
          dividend: dividend, growthShort: short, growthLong: long,
          halfLifeYears: random.magnitude(or: 0...10)))
    } catch {
      #expect(error == .parameterOutOfRange(name: "growthShort"), "\(error)")
    }
    return models
  }

  private func valuation(
    _ model: any DividendDiscountModel, _ required: Double
  ) -> DividendValuation? {
    do throws(DividendModelError) {
      return try model.value(requiredReturn: required)
    } catch {
      #expect(error == .overflow || error == .growthNotBelowReturn, "\(error)")
      return nil
    }
  }
}
