import Quant
import TestSupport
import Testing

/// One row of `ddm.json`.
private struct DividendCase: Decodable {
  struct Expected: Decodable {
    let gordon, gordonModifiedDuration, hModel, twoStage, twoStageModifiedDuration: Double
    let impliedReturnTwoStage: Double?
  }
  let id: String
  let dividend0, requiredReturn, growthLong, growthShort, halfLifeH, marketPrice: Double
  let stageYears: Int
  let expected: Expected?
  let error: String?

  func gordon() throws -> GordonModel {
    try GordonModel(dividend: dividend0, growth: growthLong)
  }

  func hModel() throws -> HModel {
    try HModel(
      dividend: dividend0, growthShort: growthShort, growthLong: growthLong,
      halfLifeYears: halfLifeH)
  }

  func twoStage() throws -> TwoStageModel {
    try TwoStageModel(
      dividend: dividend0, growthShort: growthShort, growthLong: growthLong, stageYears: stageYears)
  }
}

@Suite struct DividendDiscountVectors {
  private func expect(_ computed: Double?, _ expected: Double?, _ name: String) {
    #expect(
      isClose(computed, expected, absolute: 0, relative: 1e-10),
      """
      \(name): computed \(computed as Any), expected \(expected as Any), tolerance 1e-10 relative
      """)
  }

  @Test func everyModelMatchesTheReference() throws {
    for row in try Vectors.cases("ddm", as: DividendCase.self) {
      guard let expected = row.expected else { continue }
      let gordon = try row.gordon().value(requiredReturn: row.requiredReturn)
      expect(gordon.price, expected.gordon, "\(row.id) Gordon")
      expect(
        gordon.modifiedDurationYears, expected.gordonModifiedDuration, "\(row.id) Gordon duration")
      let fading = try row.hModel().value(requiredReturn: row.requiredReturn)
      expect(fading.price, expected.hModel, "\(row.id) H-model")
      let stages = try row.twoStage().value(requiredReturn: row.requiredReturn)
      expect(stages.price, expected.twoStage, "\(row.id) two-stage")
      expect(
        stages.modifiedDurationYears, expected.twoStageModifiedDuration,
        "\(row.id) two-stage duration")
      let implied = try row.twoStage().impliedReturn(price: row.marketPrice)
      expect(implied, expected.impliedReturnTwoStage, "\(row.id) implied return")
    }
  }

  @Test func growthNotBelowTheReturnIsRefused() throws {
    for row in try Vectors.cases("ddm", as: DividendCase.self) where row.expected == nil {
      #expect(row.error == "growthNotBelowReturn", "\(row.id) names no error known here")
      let models: [any DividendDiscountModel] = [
        try row.gordon(), try row.hModel(), try row.twoStage(),
      ]
      for model in models {
        #expect(throws: DividendModelError.growthNotBelowReturn, "\(row.id)") {
          try model.value(requiredReturn: row.requiredReturn)
        }
      }
    }
  }
}

@Suite struct DividendDiscountModelTests {
  private func twoStage(_ random: inout SplitMix64) throws -> TwoStageModel {
    try TwoStageModel(
      dividend: random.uniform(0.1...10), growthShort: random.uniform(-0.3...0.4),
      growthLong: random.uniform(-0.05...0.05), stageYears: Int(random.uniform(0...30)))
  }

  // D₀ = 2, gS = 50 %, one year, gL = 0, r = 25 %: D₁ = 3, PV 2.4; terminal 3/0.25/1.25 = 9.6;
  // P = 12. −P′ = 2.4/1.25 + 9.6·(4 + 0.8) = 1.92 + 46.08 = 48: duration 4.
  @Test func twoStagesByHand() throws {
    let model = try TwoStageModel(dividend: 2, growthShort: 0.5, growthLong: 0, stageYears: 1)
    let value = try model.value(requiredReturn: 0.25)
    #expect(isClose(value.price, 12, absolute: 1e-14), "\(value)")
    #expect(isClose(value.modifiedDurationYears, 4, absolute: 1e-14), "\(value)")
    #expect(isClose(try model.impliedReturn(price: 12), 0.25, absolute: 1e-15))
  }

  @Test func noFirstStageAndNoFadeAreGordons() throws {
    let gordon = try GordonModel(dividend: 3, growth: 0.02).value(requiredReturn: 0.07)
    let stages = try TwoStageModel(dividend: 3, growthShort: 0.3, growthLong: 0.02, stageYears: 0)
    let fading = try HModel(dividend: 3, growthShort: 0.3, growthLong: 0.02, halfLifeYears: 0)
    for value in [
      try stages.value(requiredReturn: 0.07), try fading.value(requiredReturn: 0.07),
    ] {
      #expect(isClose(value.price, gordon.price, absolute: 1e-13))
      #expect(
        isClose(value.modifiedDurationYears, gordon.modifiedDurationYears, absolute: 1e-13))
    }
  }

  @Test func durationIsTheSlopeOfThePrice() throws {
    var random = SplitMix64(seed: 51)
    for _ in 0..<200 {
      let model = try twoStage(&random)
      let rate = model.growthLong + random.uniform(0.02...0.5)
      let step = 1e-5
      let up = try model.value(requiredReturn: rate + step).price
      let down = try model.value(requiredReturn: rate - step).price
      let value = try model.value(requiredReturn: rate)
      let expected = (down - up) / (2 * step) / value.price
      #expect(
        isClose(value.modifiedDurationYears, expected, absolute: 0, relative: 1e-5),
        "computed \(value.modifiedDurationYears), expected \(expected), tolerance 1e-5 relative")
    }
  }

  @Test func impliedReturnInvertsThePrice() throws {
    var random = SplitMix64(seed: 52)
    for _ in 0..<200 {
      let model = try twoStage(&random)
      let rate = model.growthLong + random.uniform(0.001...2)
      let price = try model.value(requiredReturn: rate).price
      let implied = try model.impliedReturn(price: price)
      #expect(
        isClose(implied, rate, absolute: 1e-12, relative: 1e-12),
        "computed \(implied as Any), expected \(rate), tolerance 1e-12")
    }
  }

  @Test func impliedReturnEndsAtFiveHundredPercent() throws {
    let model = try GordonModel(dividend: 5, growth: 0)
    #expect(try model.impliedReturn(price: 1) == 5)
    #expect(try model.impliedReturn(price: 0.99) == nil)
    #expect(try GordonModel(dividend: 5, growth: 5).impliedReturn(price: 1) == nil)
    let dear = try #require(try model.impliedReturn(price: 1e300))
    #expect(dear > 0 && dear < 1e-298)
  }

  @Test func invalidParametersAreNamed() throws {
    func refuses(
      _ name: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
    ) {
      #expect(
        throws: DividendModelError.parameterOutOfRange(name: name), sourceLocation: sourceLocation
      ) { try body() }
    }
    refuses("dividend") { _ = try GordonModel(dividend: 0, growth: 0) }
    refuses("growth") { _ = try GordonModel(dividend: 1, growth: -1) }
    refuses("growthLong") {
      _ = try HModel(dividend: 1, growthShort: 0, growthLong: .nan, halfLifeYears: 1)
    }
    refuses("halfLifeYears") {
      _ = try HModel(dividend: 1, growthShort: 0, growthLong: 0, halfLifeYears: -1)
    }
    // (1 + 0) + 5·(−0.5 − 0) < 0.
    refuses("growthShort") {
      _ = try HModel(dividend: 1, growthShort: -0.5, growthLong: 0, halfLifeYears: 5)
    }
    refuses("stageYears") {
      _ = try TwoStageModel(dividend: 1, growthShort: 0, growthLong: 0, stageYears: -1)
    }
    let model = try GordonModel(dividend: 1, growth: 0)
    refuses("requiredReturn") { _ = try model.value(requiredReturn: .infinity) }
    refuses("price") { _ = try model.impliedReturn(price: 0) }
    let steep = try TwoStageModel(
      dividend: 1, growthShort: 100, growthLong: 0, stageYears: 1000)
    #expect(throws: DividendModelError.overflow) { try steep.value(requiredReturn: 0.01) }
  }

  @Test func scenarioMultipliesDurationYieldAndValue() throws {
    let scenario = try DurationScenario(modifiedDurationYears: 20, marketValueDollars: 50_000)
    // −20·0.005 = −10 %.
    #expect(isClose(scenario.changeFraction(basisPoints: 50), -0.1, absolute: 1e-15))
    #expect(isClose(scenario.changeDollars(basisPoints: 50), -5000, absolute: 1e-10))
    #expect(scenario.changeDollars(basisPoints: .infinity) == nil)
    #expect(throws: SeriesError.parameterOutOfRange(name: "modifiedDurationYears")) {
      try DurationScenario(modifiedDurationYears: -1, marketValueDollars: 1)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "marketValueDollars")) {
      try DurationScenario(modifiedDurationYears: 1, marketValueDollars: .nan)
    }
  }
}
