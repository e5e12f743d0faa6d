import ALVH
import Quant
import TestSupport
import Testing

@Suite struct ScenarioSurfacesTests {
  @Test func forwardsOfTheMarketReplaceParity() throws {
    var market = ScenarioFixture.index()
    let series = OptionSeries(root: .spx, expiration: Positions.expiration)
    market.forwards[series] = 2001
    let surface = try VolatilitySurface(
      indexQuotes: ScenarioFixture.indexQuotes(), market: market)
    #expect(surface.slices.count == 3 && surface.rejections.isEmpty)
    #expect(surface.slice(root: .spx, expiration: Positions.expiration)?.forward == 2001)
    #expect(surface.slices.first?.forward != 2001)
    let empty = try VolatilitySurface(indexQuotes: [], market: market)
    #expect(empty.slices.isEmpty)
  }

  @Test func vixOptionsStandOnTheirOwnFuture() throws {
    let curve = try ScenarioFixture.curve()
    let quotes = [36, 43].flatMap { days in
      stride(from: 14.0, through: 24, by: 1).flatMap { strike in
        OptionRight.allCases.map { right in
          let contract = OptionContract(
            root: .vix, expiration: ScenarioFixture.date.adding(days: days), strike: strike,
            right: right)
          let price = Black76.price(
            right, future: 17.7, strike: strike, rate: 0.005, volatility: 0.9,
            years: (Double(days) - 390.0 / 1440) / 365)
          return OptionQuote(
            date: ScenarioFixture.date, contract: contract, bid: price * 0.98, ask: price * 1.02)
        }
      }
    }
    let surface = try VolatilitySurface(vixQuotes: quotes, curve: curve, rate: 0.005)
    #expect(surface.slices.map(\.forward) == [17.7])
    #expect(isClose(surface.slices.first?.atTheMoneyVolatility, 0.9, absolute: 1e-9))
    #expect(surface.rejections.map(\.reason) == [.noForward])
    // A hedge on a flat surface is priced like one at its own volatility.
    var market = try ScenarioFixture.market()
    let hedge = VolatilityHedge(options: [ScenarioFixture.call()])
    let own = HedgeScenario(hedge, market: market)
    market.vixSurface = surface
    let sticky = HedgeScenario(hedge, market: market)
    let scenario = MarketScenario(daysForward: 7, spot: 1950, vix: 22)
    #expect(
      isClose(
        sticky.valueDollars(in: scenario), own.valueDollars(in: scenario), absolute: 1e-6))
  }
}
