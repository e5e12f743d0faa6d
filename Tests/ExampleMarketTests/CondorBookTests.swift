import ExampleMarket
import Quant
import Testing

@Suite struct CondorBookTests {
  @Test func noStatesGiveNoTranche() {
    #expect(CondorBook.tranches([]).isEmpty)
  }

  @Test func tranchesFollowEachOtherAndCoverTheWriteUps() throws {
    let tranches = try ExampleContent.model.get().tranches
    #expect(tranches.count == 11)
    #expect(tranches[0].entry <= day("2015-06-30"))
    for (earlier, later) in zip(tranches, tranches.dropFirst()) {
      #expect(earlier.exit == later.entry)
    }
    #expect((tranches.last?.exit ?? day("2015-01-01")) >= day("2016-03-31"))
  }

  @Test func expirationsAreListedEndOfMonthSessions() throws {
    for tranche in try ExampleContent.model.get().tranches {
      let expiration = tranche.expiration
      #expect(ExchangeCalendar.nyse.isSession(expiration))
      #expect(ExchangeCalendar.nyse.next(after: expiration).month != expiration.month)
      #expect(
        expiration
          != ContractCalendar.cboe.spxMonthly(year: expiration.year, month: expiration.month))
      #expect((43...46).contains(tranche.entry.days(until: expiration)))
    }
  }

  @Test func rollsComeOnTheFirstSessionWithAtMost14DaysLeft() throws {
    for tranche in try ExampleContent.model.get().tranches.dropLast() {
      #expect(tranche.exit.days(until: tranche.expiration) <= 14)
      let before = ExchangeCalendar.nyse.previous(before: tranche.exit)
      #expect(before.days(until: tranche.expiration) > 14)
    }
  }

  @Test func shortStrikesAreNear16DeltaAndWings10PointsWide() throws {
    let states = Dictionary(
      uniqueKeysWithValues: try ExampleContent.history().states.map { ($0.date, $0) })
    for tranche in try ExampleContent.model.get().tranches {
      let state = try #require(states[tranche.entry])
      for leg in tranche.legs where leg.side < 0 {
        let delta = try #require(IndexSmile(state).value(leg.contract)).delta
        #expect(abs(abs(delta) - 0.16) < 0.01, "\(tranche.entry) \(leg.contract.strike): \(delta)")
        #expect(leg.contract.strike.remainder(dividingBy: 5) == 0)
      }
      let strikes = tranche.legs.map(\.contract.strike)
      #expect(strikes[1] - strikes[0] == 10)
      #expect(strikes[3] - strikes[2] == 10)
    }
  }

  @Test func booksHoldFourCondorsSoldAtTheBidAndBoughtAtTheAsk() throws {
    let model = try ExampleContent.model.get()
    for book in model.books {
      #expect(book.positions.map(\.quantity) == [4, -4, -4, 4])
      for position in book.positions {
        let quote = try #require(
          model.indexOptions.first { $0.date == book.date && $0.contract == position.contract })
        #expect(position.entryPrice == (position.quantity > 0 ? quote.ask : quote.bid))
        #expect(position.entryDate == book.date)
      }
    }
  }
}
