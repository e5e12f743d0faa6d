import ExampleMarket
import Foundation
import Quant
import Testing

@Suite struct IndexSmileTests {
  private func put(_ strike: Double, _ expiration: String) -> OptionContract {
    OptionContract(root: .spxw, expiration: day(expiration), strike: strike, right: .put)
  }

  @Test func putsTradeAboveAndCallsBelowAtTheMoney() {
    let smile = IndexSmile(state())
    let years = 45.0 / 365
    let atTheMoney = smile.atTheMoney(years: years)
    #expect(smile.volatility(strike: 1880, years: years) > 1.2 * atTheMoney)
    #expect(smile.volatility(strike: 2100, years: years) < 0.9 * atTheMoney)
  }

  @Test func anExpiredContractHasNoValue() {
    let smile = IndexSmile(state("2016-01-29"))
    #expect(smile.value(put(1900, "2016-01-29")) == nil)
    #expect(smile.value(put(1900, "2016-01-28")) == nil)
    #expect(smile.value(put(1900, "2016-02-29")) != nil)
  }

  /// The 30-day variance replicated from out-of-the-money prices is near the VIX.
  @Test(arguments: ["2015-07-17", "2015-08-24", "2015-12-04", "2016-01-04", "2016-02-11"])
  func replicatedVarianceIsNearTheVIX(date: String) throws {
    let state = try #require(ExampleContent.history().states.first { $0.date == day(date) })
    let smile = IndexSmile(state)
    let years = 30.0 / 365
    let rate = ModelPeriod.rate(on: state.date)
    let forward = state.spot * exp((rate - ModelPeriod.dividendYield) * years)
    let integral = stride(from: 400.0, through: 3600, by: 1).reduce(0) { sum, strike in
      let right: OptionRight = strike < forward ? .put : .call
      let price = Black76.price(
        right, future: forward, strike: strike, rate: 0,
        volatility: smile.volatility(strike: strike, years: years), years: years)
      return sum + price / (strike * strike)
    }
    let replicated = 100 * (2 / years * integral).squareRoot()
    #expect(abs(replicated / state.vix - 1) < 0.06, "\(replicated) against \(state.vix)")
  }

  /// Put prices of every tranche rise with the strike and are convex, on every session.
  @Test func pricesAreFreeOfButterflyArbitrage() throws {
    let model = try ExampleContent.model.get()
    for state in try ExampleContent.states(ModelPeriod.book) {
      let held = model.tranches.filter { ($0.entry...$0.exit).contains(state.date) }
      for tranche in held {
        let smile = IndexSmile(state)
        let lowest = (state.spot * 0.8 / 5).rounded() * 5
        let calls = stride(from: lowest, through: state.spot * 1.15, by: 5).compactMap { strike in
          smile.value(
            OptionContract(
              root: .spxw, expiration: tranche.expiration, strike: strike, right: .call))?.price
        }
        #expect(calls.count > 100)
        #expect(isDecreasingAndConvex(calls, spacing: 5), "\(state.date)")
      }
    }
  }
}

@Suite struct IndexOptionChainTests {
  @Test func everyLegIsQuotedOnEverySessionItIsHeld() throws {
    let model = try ExampleContent.model.get()
    let quoted = Set(model.indexOptions.map { Key(date: $0.date, contract: $0.contract) })
    for (index, book) in model.books.enumerated() {
      let end = model.tranches[index].exit
      for session in ExchangeCalendar.nyse.sessions(in: book.date...end) {
        for position in book.positions {
          #expect(quoted.contains(Key(date: session, contract: position.contract)))
        }
      }
    }
  }

  @Test func quotesAreOrderedUniqueAndOnTheGrid() throws {
    let quotes = try ExampleContent.model.get().indexOptions
    #expect(Set(quotes.map { Key(date: $0.date, contract: $0.contract) }).count == quotes.count)
    for (earlier, later) in zip(quotes, quotes.dropFirst()) {
      #expect(earlier.date <= later.date)
    }
    for quote in quotes {
      #expect(quote.bid >= 0 && quote.bid < quote.ask)
      #expect(isMultiple(quote.bid, of: quote.bid >= 3 ? 0.1 : 0.05))
      #expect(isMultiple(quote.ask, of: quote.ask >= 3 ? 0.1 : 0.05))
    }
  }

  @Test func parityGivesTheModelsForward() throws {
    let quotes = try ExampleContent.model.get().indexOptions.filter {
      $0.date == day("2016-01-04")
    }
    let state = try #require(
      ExampleContent.history().states.first { $0.date == day("2016-01-04") })
    let expiration = day("2016-01-29")
    let pairs = Dictionary(grouping: quotes, by: \.contract.strike).filter { $0.value.count == 2 }
    #expect(pairs.count >= 3)
    let years = 25.0 / 365
    let forward = state.spot * exp((0.005 - ModelPeriod.dividendYield) * years)
    for (strike, sides) in pairs where sides[0].contract.expiration == expiration {
      let call = try #require(sides.first { $0.contract.right == .call })
      let put = try #require(sides.first { $0.contract.right == .put })
      let implied = strike + (call.mid - put.mid) * exp(0.005 * years)
      #expect(abs(implied - forward) < 0.15, "\(strike): \(implied) against \(forward)")
    }
  }

  private struct Key: Hashable {
    let date: CalendarDate
    let contract: OptionContract
  }
}
