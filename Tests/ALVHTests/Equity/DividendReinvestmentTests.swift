import ALVH
import Quant
import TestSupport
import Testing

@Suite struct DividendReinvestmentTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func payment(_ day: Int, _ net: Double, _ price: Double) -> DividendPayment {
    DividendPayment(
      payDate: start.adding(days: day), netDividendPerShareDollars: net,
      reinvestmentPriceDollars: price)
  }

  @Test func sharesGrowByDividendOverPrice() throws {
    // 100·(1 + 0.5/25) = 102; 102·(1 + 0.5/20) = 104.55.
    let plan = try DividendReinvestment(
      shares: 100, payments: [payment(1, 0.5, 25), payment(91, 0.5, 20)], reinvests: true)
    #expect(isClose(plan.steps.first?.quantityShares, 102, absolute: 1e-12))
    #expect(isClose(plan.steps.last?.quantityShares, 104.55, absolute: 1e-12))
    #expect(plan.steps.map(\.cashDollars) == [0, 0])
    #expect(plan.quantityShares(at: start) == 100)
    #expect(plan.quantityShares(at: start.adding(days: 90)) == plan.steps[0].quantityShares)
    #expect(plan.quantityShares(at: start.adding(days: 91)) == plan.steps[1].quantityShares)
  }

  @Test func withoutReinvestmentDividendsBecomeCash() throws {
    let plan = try DividendReinvestment(
      shares: 100, payments: [payment(1, 0.5, 25), payment(91, 0.25, 20)], reinvests: false)
    #expect(plan.steps.map(\.quantityShares) == [100, 100])
    #expect(plan.steps.map(\.cashDollars) == [50, 75])
  }

  @Test func noPaymentLeavesTheSharesAlone() throws {
    let plan = try DividendReinvestment(shares: 7, payments: [], reinvests: true)
    #expect(plan.steps.isEmpty && plan.quantityShares(at: start) == 7)
  }

  @Test func invalidPaymentsAreNamed() {
    func refuses(
      _ error: SeriesError, shares: Double = 1, _ payments: [DividendPayment],
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(throws: error, sourceLocation: sourceLocation) {
        try DividendReinvestment(shares: shares, payments: payments, reinvests: true)
      }
    }
    refuses(.parameterOutOfRange(name: "shares"), shares: -1, [])
    refuses(.nonFinite(index: 1), [payment(1, 1, 1), payment(2, .nan, 1)])
    refuses(.nonPositivePrice(index: 0), [payment(1, 1, 0)])
    refuses(.unsortedDates(index: 1), [payment(2, 1, 1), payment(1, 1, 1)])
    refuses(.duplicateDate(index: 1), [payment(1, 1, 1), payment(1, 1, 1)])
    refuses(.parameterOutOfRange(name: "netDividendPerShareDollars"), [payment(1, -1, 1)])
    refuses(.parameterOutOfRange(name: "payments"), [payment(1, 1e308, 1e-300)])
  }
}
