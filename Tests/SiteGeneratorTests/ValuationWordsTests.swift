import ALVH
import Quant
import Testing

@testable import SiteGenerator

/// A missing quote, a quote that cannot be used and a settled leg have different words.
@Suite struct ValuationWordsTests {
  private let date = CalendarDate(dayNumber: 16_587)

  private func contract(
    _ strike: Double, days: Int = 30, root: OptionRoot = .spxw
  ) -> OptionContract {
    OptionContract(
      root: root, expiration: date.adding(days: days), strike: strike, right: .put)
  }

  private func valuation(
    _ contracts: [OptionContract], quotes: [(OptionContract, Double, Double)]
  ) -> BookValuation {
    BookValuation(
      positions: contracts.map {
        Position(contract: $0, quantity: -1, entryPrice: 5, entryDate: date)
      },
      quotes: quotes.map { OptionQuote(date: date, contract: $0.0, bid: $0.1, ask: $0.2) },
      market: BookMarket(date: date, spot: 2000, rate: 0.005, dividendYield: 0.02))
  }

  @Test func aValuedBookNeedsNoWords() {
    #expect(ValuationWords.incompleteness(valuation([], quotes: [])) == nil)
    let put = contract(1900)
    #expect(ValuationWords.incompleteness(valuation([put], quotes: [(put, 11, 11.5)])) == nil)
  }

  @Test func theNumberOfLegsThatLackAQuoteIsNamed() {
    let puts = [contract(1900), contract(1890), contract(1880)]
    #expect(
      ValuationWords.incompleteness(valuation([puts[0]], quotes: [])) == "1 of 1 leg has no quote")
    #expect(
      ValuationWords.incompleteness(valuation(puts, quotes: [])) == "3 of 3 legs have no quote")
    #expect(
      ValuationWords.incompleteness(
        valuation(
          puts + [contract(1900, days: 0), contract(20, root: .vix)],
          quotes: [(puts[0], 11, 11.5), (puts[1], 0, 0.1)]))
        == "1 of 5 legs has no quote, 1 of 5 legs has no implied volatility, 1 of 5 legs has settled "
        + "and 1 of 5 legs is no SPX or SPXW option")
  }

  @Test func eachReasonNamesItsLegs() {
    let gaps: [DataGap] = [
      .unpricedLeg(contract(1900), .noQuote), .unpricedLeg(contract(1890), .wideQuote),
      .bookNotValued, .unpricedLeg(contract(1880.5), .noQuote),
    ]
    #expect(
      ValuationWords.unpriced(gaps) == [
        "SPXW 1 Jul 2015 1\u{202F}900 put and SPXW 1 Jul 2015 1\u{202F}880.5 put: there is no quote "
          + "for the contract.",
        "SPXW 1 Jul 2015 1\u{202F}890 put: bid and ask are too far apart for their midpoint to be a "
          + "price.",
      ])
    #expect(ValuationWords.unpriced([.noShortVega]).isEmpty)
  }

  @Test func oneAndManyOptionsOutsideTheBook() {
    #expect(
      ValuationWords.outside(1)
        == "1 option position on SPX in this account is outside the method’s book")
    #expect(
      ValuationWords.outside(2)
        == "2 option positions on SPX in this account are outside the method’s book")
  }
}
