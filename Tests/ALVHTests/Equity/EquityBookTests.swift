import ALVH
import Quant
import TestSupport
import Testing

@Suite struct EquityBookTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func position(
    _ quantity: Double, _ price: Double, dividend: Double = 0, payDays: [Int] = []
  ) -> EquityPosition {
    EquityPosition(
      ticker: "REIT", kind: .realEstateTrust, quantityShares: quantity, priceDollars: price,
      dividendPerShareDollars: dividend, payDates: payDays.map { start.adding(days: $0) },
      reinvestsDividends: true)
  }

  @Test func valueAndWeightsByHand() throws {
    // 100·30 + 50·20 − 10·100 = 3000 net of 5000 gross.
    let book = try EquityBook([position(100, 30), position(50, 20), position(-10, 100)])
    #expect(book.marketValuesDollars == [3000, 1000, -1000])
    #expect(book.marketValueDollars == 3000 && book.grossValueDollars == 5000)
    #expect(book.weights == [1, 1.0 / 3, -1.0 / 3])
  }

  @Test func weightsSumToOne() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let count = Int(random.uniform(1...20))
      let book = try EquityBook(
        (0..<count).map { _ in position(random.uniform(0.1...1000), random.uniform(0.01...500)) })
      let sum = book.weights?.reduce(0, +)
      #expect(isClose(sum, 1, absolute: 1e-14), "\(sum as Any), expected 1, tolerance 1e-14")
    }
  }

  @Test func emptyAndNetShortBooksHaveNoWeights() throws {
    let empty = try EquityBook([])
    #expect(empty.marketValueDollars == 0 && empty.weights == nil)
    #expect(try EquityBook([position(-1, 10)]).weights == nil)
    #expect(try EquityBook([position(1, 10), position(-1, 10)]).weights == nil)
    #expect(try EquityBook([position(0, 10)]).weights == nil)
  }

  @Test func invalidPositionsAreNamed() {
    let good = position(1, 1)
    #expect(throws: SeriesError.nonFinite(index: 1)) { try EquityBook([good, position(.nan, 1)]) }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try EquityBook([good, position(1, 0)])
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "dividendPerShareDollars")) {
      try EquityBook([position(1, 1, dividend: -1)])
    }
    #expect(throws: SeriesError.unsortedDates(index: 0)) {
      try EquityBook([position(1, 1, payDays: [9, 5])])
    }
    #expect(throws: SeriesError.duplicateDate(index: 1)) {
      try EquityBook([good, position(1, 1, payDays: [5, 5])])
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "marketValueDollars")) {
      try EquityBook([position(1e200, 1e200)])
    }
  }

  @Test func paymentsUseTheLastPriceKnownOnThePayDate() throws {
    let holding = position(100, 25, dividend: 0.5, payDays: [10, 40, 70])
    func price(_ day: Int, _ value: Double, known: Int? = nil) -> DatedValue {
      DatedValue(
        date: start.adding(days: day), value: value, known: known.map { start.adding(days: $0) })
    }
    let prices = [price(9, 20), price(10, 24, known: 11), price(39, 25), price(41, 99)]
    // 30 % withheld of 0.50 leaves 0.35.
    let payments = try holding.payments(
      prices: prices, withholdingFraction: 0.3, through: start.adding(days: 60))
    #expect(payments.map(\.payDate) == [10, 40].map { start.adding(days: $0) })
    #expect(payments.map(\.reinvestmentPriceDollars) == [20, 25])
    #expect(payments.allSatisfy { isClose($0.netDividendPerShareDollars, 0.35, absolute: 1e-15) })
    #expect(
      throws: SeriesError.stale(name: "reinvestmentPrice", asOf: start.adding(days: 41))
    ) { try holding.payments(prices: prices, through: start.adding(days: 70)) }
    #expect(throws: SeriesError.missingInput(name: "reinvestmentPrice")) {
      try holding.payments(prices: [], through: start.adding(days: 10))
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "withholdingFraction")) {
      try holding.payments(prices: prices, withholdingFraction: 1.1, through: start)
    }
    #expect(try holding.payments(prices: [], through: start.adding(days: 9)).isEmpty)
  }
}
