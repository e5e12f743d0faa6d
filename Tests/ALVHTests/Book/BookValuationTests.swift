import ALVH
import Quant
import TestSupport
import Testing

@Suite struct BookValuationTests {
  private let date = Positions.expiration.adding(days: -44)
  private var market: BookMarket {
    BookMarket(date: date, spot: 2000, rate: 0.005, dividendYield: 0.02)
  }

  /// Quotes at model prices of a given volatility, a tenth of a point wide.
  private func quotes(
    _ positions: [Position], market: BookMarket, volatility: (OptionContract) -> Double
  ) -> [OptionQuote] {
    positions.compactMap { position in
      let contract = position.contract
      guard let years = market.years(to: contract.series),
        let yield = market.dividendYield(of: contract.series)
      else { return nil }
      let price = BlackScholesMerton.price(
        contract.right, spot: market.spot, strike: contract.strike, rate: market.rate,
        dividendYield: yield, volatility: volatility(contract), years: years)
      return OptionQuote(
        date: market.date, contract: contract, bid: price - 0.05, ask: price + 0.05)
    }
  }

  private func skew(_ contract: OptionContract) -> Double {
    0.16 - 0.0004 * (contract.strike - 2000)
  }

  @Test func emptyBookIsCompleteAndWorthNothing() {
    let book = BookValuation(positions: [], quotes: [], market: market)
    #expect(book.isComplete && book.markDollars == 0 && book.shortNotionalDollars == 0)
    #expect(book.sensitivities == .zero && book.timeValueForwardDollars == 0)
  }

  @Test func recoversTheVolatilityOfEveryLeg() throws {
    let positions = Positions.condor(3)
    let book = BookValuation(
      positions: positions, quotes: quotes(positions, market: market, volatility: skew),
      market: market)
    #expect(book.isComplete && book.legs.count == 4)
    for leg in book.legs {
      #expect(isClose(leg.impliedVolatility, skew(leg.leg.contract), absolute: 1e-9))
    }
    #expect(book.shortNotionalDollars == 3 * 100 * 2000)
    let sensitivities = try #require(book.sensitivities)
    #expect(sensitivities.vegaDollarsPerVolPoint < 0 && sensitivities.thetaDollarsPerDay > 0)
    #expect(book.vegaDollarsPerVolPoint == sensitivities.vegaDollarsPerVolPoint)
  }

  @Test func sensitivitiesEqualDifferencesOfRepricing() throws {
    let positions = Positions.condor(2)
    let forwards = [OptionSeries(root: .spx, expiration: Positions.expiration): 1994.0]
    let market = BookMarket(
      date: date, spot: 2000, rate: 0.005, dividendYield: 0, forwards: forwards)
    let book = BookValuation(
      positions: positions, quotes: quotes(positions, market: market, volatility: skew),
      market: market)
    let repricing = try BookRepricing(
      positions: positions, volatilities: book.impliedVolatilities, market: market)
    let base = repricing.valueDollars(spot: 2000)
    #expect(isClose(base, book.markDollars, absolute: 1e-6))
    let up = repricing.valueDollars(spot: 2000.1)
    let down = repricing.valueDollars(spot: 1999.9)
    let sensitivities = try #require(book.sensitivities)
    #expect(isClose(sensitivities.deltaDollarsPerPoint, (up - down) / 0.2, absolute: 1e-4))
    #expect(
      isClose(
        sensitivities.gammaDollarsPerPointSquared, (up - 2 * base + down) / 0.01, absolute: 1e-4))
    let vega =
      (repricing.valueDollars(spot: 2000, volShiftPoints: 0.01)
        - repricing.valueDollars(spot: 2000, volShiftPoints: -0.01)) / 0.02
    #expect(isClose(sensitivities.vegaDollarsPerVolPoint, vega, absolute: 1e-4))
    #expect(
      isClose(
        sensitivities.vega30DayDollarsPerVolPoint,
        sensitivities.vegaDollarsPerVolPoint * (30.0 / 44).squareRoot(), absolute: 1e-9))
    let nextDay = repricing.valueDollars(spot: 2000, daysForward: 1) - base
    #expect(isClose(sensitivities.thetaDollarsPerDay, nextDay, absolute: 0.2, relative: 0.05))
    #expect(isClose(repricing.profitDollars(spot: 2000), book.unrealisedDollars, absolute: 1e-6))
  }

  @Test func timeValueIsMarkLessIntrinsic() throws {
    let positions = [Positions.make(.put, 2300, -1, 290)]
    let book = BookValuation(
      positions: positions, quotes: quotes(positions, market: market) { _ in 0.12 },
      market: market)
    let leg = try #require(book.legs.first)
    let (forward, spot) = (leg.timeValueForward, leg.timeValueSpot)
    #expect(try #require(forward) > 0)
    let mark = try #require(leg.mark)
    #expect(isClose(spot, mark - 300, absolute: 1e-9))
    #expect(isClose(book.timeValueForwardDollars, -100 * (forward ?? 0), absolute: 1e-9))
  }

  @Test func unusableQuotesAreNamedAndMakeTheBookIncomplete() throws {
    let positions = Positions.condor()
    var given = quotes(positions, market: market, volatility: skew)
    given.remove(at: 1)
    for (index, quote) in [(0.0, 0.1), (3.0, 3.0), (2.0, 6.0)].enumerated() {
      given[index].bid = quote.0
      given[index].ask = quote.1
    }
    let book = BookValuation(positions: positions, quotes: given, market: market)
    #expect(!book.isComplete)
    #expect(book.legs.map(\.issue) == [.noBid, .noQuote, .crossedQuote, .wideQuote])
    #expect(book.legs.allSatisfy { $0.impliedVolatility == nil && $0.sensitivities == nil })
    #expect(book.incompleteLegs.count == 4 && book.impliedVolatilities.isEmpty)
  }

  @Test func theSumOfSomeLegsIsNotTheBooks() throws {
    let positions = Positions.condor(2)
    var given = quotes(positions, market: market, volatility: skew)
    given[0].bid = 0
    let unbid = BookValuation(positions: positions, quotes: given, market: market)
    #expect(unbid.sensitivities == nil && unbid.vegaDollarsPerVolPoint == nil)
    #expect(unbid.vega30DayDollarsPerVolPoint == nil && unbid.deltaDollars == nil)
    // A midpoint stands for the leg, so the result and the time value are known.
    #expect(unbid.markDollars != nil && unbid.unrealisedDollars != nil)
    #expect(unbid.timeValueForwardDollars != nil)
    given.removeFirst()
    for quotes in [given, []] {
      let book = BookValuation(positions: positions, quotes: quotes, market: market)
      #expect(book.sensitivities == nil && book.markDollars == nil)
      #expect(book.unrealisedDollars == nil && book.timeValueForwardDollars == nil)
      #expect(book.shortNotionalDollars == 2 * 100 * 2000, "needs no quote")
    }
  }

  @Test func priceBelowIntrinsicHasNoVolatility() {
    let positions = [Positions.make(.call, 1500, 1, 400)]
    let quote = OptionQuote(
      date: date, contract: positions[0].contract, bid: 399.5, ask: 400.5)
    let book = BookValuation(positions: positions, quotes: [quote], market: market)
    #expect(book.legs.map(\.issue) == [.belowIntrinsic])
    #expect(book.legs.first?.mark == 400)
  }

  @Test func expiredAndForeignLegsAreNamed() {
    var late = market
    late.date = Positions.expiration
    let vix = Positions.make(.call, 22, 4, 1, root: .vix)
    let book = BookValuation(
      positions: [Positions.make(.put, 1900, -1, 5), vix], quotes: [], market: late)
    #expect(book.legs.map(\.issue) == [.expired, .notAnIndexOption])
    #expect(book.shortNotionalDollars == 100 * 2000)
  }
}
