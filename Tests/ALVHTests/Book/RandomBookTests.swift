import ALVH
import Quant
import TestSupport
import Testing

/// Pay-off and recognition on random books of several series, against the definitions (3.1, 3.2).
@Suite struct RandomBookTests {
  /// Profit at expiration of all positions of one series, dollars, without netting or nodes.
  private func bruteForce(
    _ positions: [Position], _ series: OptionSeries, at settlement: Double
  ) -> Double {
    var dollars = 0.0
    for position in positions
    where position.contract.root == series.root
      && position.contract.expiration == series.expiration
    {
      let strike = position.contract.strike
      let worth =
        position.contract.right == .call
        ? max(settlement - strike, 0) : max(strike - settlement, 0)
      dollars += 100 * Double(position.quantity) * (worth - position.entryPrice)
    }
    return dollars
  }

  @Test func everySeriesPaysWhatItsPositionsPay() throws {
    var random = SplitMix64(seed: 501)
    for index in 0..<250 {
      let positions = Positions.random(&random, series: 4)
      let profiles = PayoffProfile.perSeries(positions)
      try #require(Set(profiles.map(\.series)) == Set(positions.map(\.contract.series)))
      for profile in profiles {
        // Beyond both ends, on every strike and between them.
        for settlement in [0, 1, 1500, 5000, 1e6] + stride(from: 1895, through: 1985, by: 2.5) {
          let expected = bruteForce(positions, profile.series, at: settlement)
          let computed = profile.value(at: settlement)
          try #require(
            isClose(computed, expected, absolute: 1e-6, relative: 1e-12),
            "book \(index) at \(settlement): computed \(computed), expected \(expected)")
        }
      }
    }
  }

  @Test func structuresPayTogetherWhatTheBookPays() throws {
    var random = SplitMix64(seed: 502)
    for index in 0..<250 {
      let positions = Positions.random(&random, series: 4)
      let structures = StructureRecognition.recognise(positions)
      var quantities: [OptionContract: Int] = [:]
      for position in positions { quantities[position.contract, default: 0] += position.quantity }
      var found: [OptionContract: Int] = [:]
      for leg in structures.flatMap(\.legs) { found[leg.contract, default: 0] += leg.quantity }
      try #require(found == quantities.filter { $0.value != 0 }, "book \(index)")
      // Contracts that were opened and closed again keep their result, which no leg carries.
      let net = BookLeg.net(positions)
      for settlement in stride(from: 1880.0, through: 2000, by: 5) {
        func worth(_ legs: [BookLeg]) -> Double {
          legs.reduce(0) {
            $0 + Double($1.quantity)
              * ($1.contract.intrinsicValue(at: settlement) - $1.entryPrice)
          }
        }
        let parts = structures.reduce(0) { $0 + worth($1.legs) }
        try #require(
          isClose(parts, worth(net), absolute: 1e-7),
          "book \(index) at \(settlement): structures \(parts), book \(worth(net))")
      }
    }
  }

  @Test func repricingAfterTheLastExpirationIsTheIntrinsicValue() throws {
    var random = SplitMix64(seed: 503)
    for index in 0..<200 {
      let positions = Positions.random(&random, series: 4)
      let market = BookMarket(
        date: Positions.expiration.adding(days: -30), spot: 1940, rate: 0.02,
        dividendYield: 0.015)
      let volatilities = Dictionary(
        positions.map { ($0.contract, random.uniform(0.05...0.6)) },
        uniquingKeysWith: { first, _ in first })
      let book = try BookRepricing(
        positions: positions, volatilities: volatilities, market: market)
      let settlement = random.uniform(1850...2050)
      let expected = Set(positions.map(\.contract.series))
        .reduce(0) { $0 + bruteForce(positions, $1, at: settlement) }
      let computed = book.profitDollars(spot: settlement, daysForward: 60)
      try #require(
        isClose(computed, expected, absolute: 1e-6),
        "book \(index): computed \(computed), expected \(expected)")
    }
  }
}
