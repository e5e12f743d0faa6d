import ALVH
import Quant
import TestSupport

/// A market with a skewed surface, a VIX curve in contango, a condor book and a hedge of calls.
enum ScenarioFixture {
  static let date = CalendarDate(dayNumber: 16_834)
  static let hedgeExpiration = date.adding(days: 36)

  static func smile(_ k: Double) -> Double { max(0.15 - 0.5 * k + k * k, 0.05) }

  /// Index quotes for strikes 1700…2250 by 5 in two series, with the same smile.
  static func indexQuotes(spot: Double = 2000) -> [OptionQuote] {
    [date.adding(days: 23), Positions.expiration, date.adding(days: 72)].flatMap { expiration in
      stride(from: 1700.0, through: 2250, by: 5).flatMap { strike in
        OptionRight.allCases.map { right in
          let contract = OptionContract(
            root: .spx, expiration: expiration, strike: strike, right: right)
          return quote(contract, spot: spot)
        }
      }
    }
  }

  static func quote(_ contract: OptionContract, spot: Double = 2000) -> OptionQuote {
    let market = index(spot: spot)
    let years = market.years(to: contract.series) ?? 0
    let forward = market.forward(of: contract.series) ?? spot
    let mid = BlackScholesMerton.price(
      contract.right, spot: spot, strike: contract.strike, rate: market.rate,
      dividendYield: market.dividendYield,
      volatility: smile(RealFunctions.log(contract.strike / forward)), years: years)
    let half = min(0.2, mid / 8)
    return OptionQuote(date: date, contract: contract, bid: mid - half, ask: mid + half)
  }

  static func index(spot: Double = 2000) -> BookMarket {
    BookMarket(date: date, spot: spot, rate: 0.005, dividendYield: 0.02)
  }

  static func curve(vix: Double = 16) throws -> VIXTermStructure {
    try VIXTermStructure(
      date: date, spot: vix,
      contracts: [8, 36, 71, 99].map { (date.adding(days: $0), 16.5 + Double($0) / 30) })
  }

  static func market(
    surface: Bool = true, elasticity: Double = -4.2, vix: Double = 16
  ) throws -> ScenarioMarket {
    let built = try VolatilitySurface(
      date: date, spot: 2000, rate: 0.005, quotes: surface ? indexQuotes() : [])
    return try ScenarioMarket(
      index: index(), vix: vix, curve: try curve(vix: vix),
      indexSurface: surface ? built : nil, response: VIXResponse(elasticity: elasticity))
  }

  /// Implied volatilities of the legs at their fixture quotes.
  static func volatilities(_ positions: [Position]) -> [OptionContract: Double] {
    BookValuation(
      positions: positions, quotes: positions.map { quote($0.contract) }, market: index()
    ).impliedVolatilities
  }

  static func call(_ quantity: Int = 6, strike: Double = 21) -> VIXHedgeLeg {
    VIXHedgeLeg(
      contract: OptionContract(
        root: .vix, expiration: hedgeExpiration, strike: strike, right: .call),
      quantity: quantity, future: 17.7, impliedVolatility: 0.9, volatilityBeta: 0.45)
  }
}
