import ExampleMarket
import Foundation
import Quant
import Testing

@Suite struct VIXOptionSmileTests {
  @Test func volatilityRisesWithStrikeAndFallsWithTenor() {
    let smile = VIXOptionSmile(state())
    let near = smile.volatility(logMoneyness: 0, years: 30.0 / 365)
    #expect(smile.volatility(logMoneyness: 0.3, years: 30.0 / 365) > near)
    #expect(smile.volatility(logMoneyness: -0.2, years: 30.0 / 365) < near)
    #expect(smile.volatility(logMoneyness: 0, years: 120.0 / 365) < near)
  }

  @Test func levelRisesWithTheVIXAndMostAfterAJump() {
    let calm = VIXOptionSmile(state(vix: 14)).volatility(logMoneyness: 0, years: 0.1)
    let high = VIXOptionSmile(state(vix: 28)).volatility(logMoneyness: 0, years: 0.1)
    var jumped = state(vix: 28)
    jumped.recentVIX = 16
    let jump = VIXOptionSmile(jumped).volatility(logMoneyness: 0, years: 0.1)
    #expect(calm < high)
    #expect(high < jump)
  }

  /// Prices before rounding fall with the strike and are convex in it, on every session.
  @Test func callsAreFreeOfButterflyArbitrage() throws {
    for state in try ExampleContent.states(ModelPeriod.vixOptions) {
      let futures = FuturesCurveModel.settlements(state, count: 4, calendar: .cboe)
      for future in futures {
        guard
          let years = YearFraction.years(
            from: state.date, to: future.expiration, settleMinute: 570)
        else { continue }
        let smile = VIXOptionSmile(state)
        let prices = stride(from: 9.0, through: 80, by: 0.5).map {
          smile.call(strike: $0, future: future.settle, years: years, rate: 0.005).price
        }
        #expect(isDecreasingAndConvex(prices, spacing: 0.5), "\(state.date) \(future.expiration)")
      }
    }
  }
}

@Suite struct VIXOptionChainTests {
  @Test func everySessionQuotesTheNextFourExpirations() throws {
    let byDate = Dictionary(grouping: try ExampleContent.model.get().vixOptions, by: \.date)
    for session in ExchangeCalendar.nyse.sessions(in: ModelPeriod.vixOptions) {
      let quoted = Set((byDate[session] ?? []).map(\.contract.expiration))
      #expect(quoted.sorted() == ContractCalendar.cboe.vixExpirations(after: session, count: 4))
    }
  }

  @Test func quotesAreOrderedAndOnTheGrid() throws {
    for quote in try ExampleContent.model.get().vixOptions {
      #expect(quote.bid >= 0 && quote.bid < quote.ask)
      #expect(isMultiple(quote.bid, of: 0.05) && isMultiple(quote.ask, of: 0.05))
      #expect(quote.contract.root == .vix && quote.contract.right == .call)
    }
  }

  /// A call that could have been bought is quoted until the session before its expiration.
  @Test func whatCanBeBoughtStaysQuoted() throws {
    let byContract = Dictionary(grouping: try ExampleContent.model.get().vixOptions, by: \.contract)
    let states = Dictionary(
      uniqueKeysWithValues: try ExampleContent.history().states.map { ($0.date, $0) })
    for (contract, quotes) in byContract {
      let firstBuyable = quotes.first { quote in
        guard let state = states[quote.date] else { return false }
        let days = state.date.days(until: contract.expiration)
        let future = FuturesCurveModel(state).settlement(days: days)
        guard
          let years = YearFraction.years(
            from: state.date, to: contract.expiration, settleMinute: 570)
        else { return false }
        let delta = VIXOptionSmile(state).call(
          strike: contract.strike, future: future, years: years,
          rate: ModelPeriod.rate(on: state.date)
        ).delta
        return days >= 28 && contract.strike > future && (0.15...0.35).contains(delta)
      }
      guard let firstBuyable else { continue }
      let last = min(contract.expiration.adding(days: -1), ModelPeriod.vixOptions.upperBound)
      let sessions = ExchangeCalendar.nyse.sessions(in: firstBuyable.date...last)
      let quoted = Set(quotes.map(\.date))
      #expect(sessions.allSatisfy(quoted.contains), "\(contract)")
    }
  }

  @Test func quotesDoNotDependOnLaterSessions() throws {
    let states = try ExampleContent.states(ModelPeriod.vixOptions)
    var long = VIXOptionChain()
    var short = VIXOptionChain()
    let all = states.flatMap { long.append($0) }
    let prefix = states.prefix(60).flatMap { short.append($0) }
    #expect(Array(all.prefix(prefix.count)) == prefix)
  }
}

/// Whether prices fall as the strike rises, no faster than one for one, and are convex.
func isDecreasingAndConvex(_ prices: [Double], spacing: Double) -> Bool {
  let steps = zip(prices, prices.dropFirst()).map { $1 - $0 }
  let falling = steps.allSatisfy { $0 <= 1e-12 && $0 >= -spacing - 1e-12 }
  return falling && zip(steps, steps.dropFirst()).allSatisfy { $1 >= $0 - 1e-12 }
}

/// Whether a price is a whole number of ticks, to rounding.
func isMultiple(_ price: Double, of tick: Double) -> Bool {
  abs(price / tick - (price / tick).rounded()) < 1e-9
}
