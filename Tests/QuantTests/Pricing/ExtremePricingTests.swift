import Quant
import TestSupport
import Testing

/// Finite inputs of any size give finite prices, sensitivities, probabilities and curve figures.
@Suite struct ExtremePricingTests {
  private func fields(_ value: OptionValue) -> [Double] {
    [value.price, value.delta, value.gamma, value.vega, value.theta, value.rho]
  }

  @Test func pricesAndSensitivitiesStayFinite() throws {
    var random = SplitMix64(seed: 101)
    for index in 0..<4000 {
      let spot = ExtremeSeries.magnitude(&random)
      let strike = ExtremeSeries.magnitude(&random)
      // Every fourth case has ordinary rates, so that the other inputs reach the formula.
      let isOrdinary = index.isMultiple(of: 4)
      let rate = isOrdinary ? random.uniform(-0.05...0.1) : ExtremeSeries.signed(&random)
      let yield = isOrdinary ? random.uniform(0...0.05) : ExtremeSeries.signed(&random)
      let volatility = ExtremeSeries.signed(&random)
      let years = ExtremeSeries.signed(&random)
      for right in OptionRight.allCases {
        let merton = BlackScholesMerton.value(
          right, spot: spot, strike: strike, rate: rate, dividendYield: yield,
          volatility: volatility, years: years)
        let mertonPrice = BlackScholesMerton.price(
          right, spot: spot, strike: strike, rate: rate, dividendYield: yield,
          volatility: volatility, years: years)
        let dividendRho = BlackScholesMerton.dividendRho(
          right, spot: spot, strike: strike, rate: rate, dividendYield: yield,
          volatility: volatility, years: years)
        let black = Black76.value(
          right, future: spot, strike: strike, rate: rate, volatility: volatility, years: years)
        let blackPrice = Black76.price(
          right, future: spot, strike: strike, rate: rate, volatility: volatility, years: years)
        let all = fields(merton) + fields(black) + [mertonPrice, dividendRho, blackPrice]
        try #require(
          all.allSatisfy(\.isFinite) && merton.price >= 0 && black.price >= 0,
          """
          \(right) spot \(spot) strike \(strike) rate \(rate) yield \(yield) vol \(volatility) \
          years \(years): \(merton) \(black) \(dividendRho)
          """)
      }
    }
  }

  @Test func futuresAndStrikesOfZeroOrBelowGiveIntrinsicValue() {
    for future in [-20.0, 0, 1e-300, 30] {
      for strike in [-20.0, 0, 25] where future <= 0 || strike <= 0 {
        let value = Black76.value(
          .call, future: future, strike: strike, rate: 0.05, volatility: 1, years: 0)
        #expect(value.price == max(future - strike, 0))
        let dated = Black76.value(
          .put, future: future, strike: strike, rate: 0.05, volatility: 1, years: 0.5)
        #expect(fields(dated).allSatisfy(\.isFinite) && dated.gamma == 0 && dated.vega == 0)
      }
    }
  }

  @Test func impliedVolatilityIsFiniteOrSaysWhyNot() throws {
    var random = SplitMix64(seed: 102)
    var solved = 0
    for index in 0..<4000 {
      let forward = ExtremeSeries.magnitude(&random)
      let isNear = index.isMultiple(of: 2)
      let strike =
        isNear
        ? max(forward * random.uniform(0.2...5), .leastNonzeroMagnitude)
        : ExtremeSeries.magnitude(&random)
      let discount = isNear ? random.uniform(0.5...1) : ExtremeSeries.magnitude(&random)
      let price =
        isNear ? forward * random.uniform(0...1.2) * discount : ExtremeSeries.signed(&random)
      let years = isNear ? random.uniform(0.01...2) : ExtremeSeries.signed(&random)
      let right: OptionRight = Bool.random(using: &random) ? .call : .put
      let implied = ImpliedVolatility.solve(
        price: price, forward: forward, strike: strike, discount: discount, years: years,
        right: right)
      guard let value = implied.value else { continue }
      solved += 1
      try #require(
        value.isFinite && value > 0, "\(price) \(forward) \(strike) \(discount) \(years)")
    }
    #expect(solved > 800, "\(solved)")
  }

  @Test func aPriceOfZeroHasNoTimeValueWhateverTheBoundsRoundTo() {
    let implied = ImpliedVolatility.solve(
      price: 0, forward: 1e-200, strike: 1e-200, discount: 1e-200, years: 1, right: .call)
    #expect(implied == .noTimeValue)
  }

  @Test func probabilitiesStayBetweenZeroAndOne() throws {
    var random = SplitMix64(seed: 103)
    for index in 0..<3000 {
      let isOrdinary = index.isMultiple(of: 3)
      let breach = BreachProbability(
        spot: ExtremeSeries.magnitude(&random),
        rate: isOrdinary ? 0.04 : ExtremeSeries.signed(&random),
        dividendYield: isOrdinary ? 0.01 : ExtremeSeries.signed(&random),
        volatility: ExtremeSeries.signed(&random), years: ExtremeSeries.signed(&random))
      let level = ExtremeSeries.signed(&random)
      let slope = ExtremeSeries.signed(&random)
      let probabilities = [
        breach.endsBelow(level), breach.endsAbove(level),
        breach.endsBelow(level, volatilitySlope: slope),
        breach.endsAbove(level, volatilitySlope: slope), breach.touchesBelow(level),
        breach.touchesAbove(level),
      ]
      try #require(
        probabilities.allSatisfy { (0...1).contains($0) }, "\(breach) \(level): \(probabilities)")
    }
  }

  @Test func theNormalDistributionStaysFinite() throws {
    var random = SplitMix64(seed: 104)
    for _ in 0..<1000 {
      let x = ExtremeSeries.signed(&random)
      let figures = [
        StandardNormal.density(x), StandardNormal.cumulative(x), StandardNormal.quantile(x),
      ]
      try #require(figures.allSatisfy { $0.isFinite }, "\(x): \(figures)")
    }
  }

  @Test func parityForwardsStayFinite() throws {
    var random = SplitMix64(seed: 105)
    var found = 0
    for _ in 0..<1000 {
      let pairs = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        ParityPair(
          strike: ExtremeSeries.magnitude(&random), call: ExtremeSeries.magnitude(&random),
          put: ExtremeSeries.magnitude(&random))
      }
      let discount = ExtremeSeries.signed(&random)
      let spot = ExtremeSeries.magnitude(&random)
      let regression = ParityForward.regression(pairs)
      let figures = [
        ParityForward.median(pairs, discount: discount),
        ParityForward.median(pairs, discount: discount, near: spot),
        ParityForward.singleStrike(pairs, discount: discount)?.forward, regression?.forward,
        regression?.discount,
        ParityForward.dividendYield(
          forward: ExtremeSeries.signed(&random), spot: spot,
          rate: ExtremeSeries.signed(&random), years: ExtremeSeries.signed(&random)),
      ]
      try #require(
        figures.compactMap { $0 }.allSatisfy { $0.isFinite }, "\(pairs) \(discount): \(figures)")
      found += figures.compactMap { $0 }.count
    }
    #expect(found > 500)
  }

  @Test func theVolatilityCurveStaysFinite() throws {
    var random = SplitMix64(seed: 106)
    let date = CalendarDate(dayNumber: 16_800)
    for _ in 0..<500 {
      let contracts = (1...Int.random(in: 1...6, using: &random)).map { number in
        (
          expiration: date.adding(days: 30 * number - Int.random(in: 0...20, using: &random)),
          settle: ExtremeSeries.magnitude(&random)
        )
      }
      let curve = try VIXTermStructure(
        date: date, spot: ExtremeSeries.magnitude(&random), contracts: contracts)
      var figures = [
        curve.contango12, curve.contango12Per30d, curve.basisFront, curve.logSlopePer30d,
        curve.value(atDays: random.uniform(0...200)),
        curve.value(atDays: ExtremeSeries.signed(&random)),
        VolatilityBeta(
          base: ExtremeSeries.signed(&random), exponent: ExtremeSeries.signed(&random)
        ).value(days: ExtremeSeries.signed(&random)),
      ]
      for days in [0, 7, 30, 60, 200] { figures.append(curve.constantMaturity(days: days)?.value) }
      for contract in contracts {
        figures.append(curve.rollDown(expiration: contract.expiration, days: 7))
      }
      try #require(figures.compactMap { $0 }.allSatisfy { $0.isFinite }, "\(curve): \(figures)")
    }
  }
}
