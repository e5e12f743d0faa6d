import ExampleMarket
import Testing

@Suite struct QuoteTicksTests {
  @Test(arguments: [
    (0.0, 0.0, 0.05), (0.01, 0.0, 0.05), (0.06, 0.05, 0.1), (0.52, 0.5, 0.55), (1.0, 0.95, 1.05),
    (2.5, 2.4, 2.6), (5.0, 4.8, 5.2),
  ])
  func vixOptions(mid: Double, bid: Double, ask: Double) {
    let quote = QuoteTicks.vixOptions.quote(mid: mid)
    #expect(abs(quote.bid - bid) < 1e-9, "\(quote)")
    #expect(abs(quote.ask - ask) < 1e-9, "\(quote)")
  }

  @Test func bidAndAskAreAtLeastOneTickApart() {
    for step in 0...4000 {
      let mid = Double(step) / 100
      let vix = QuoteTicks.vixOptions.quote(mid: mid)
      let index = QuoteTicks.indexOptions.quote(mid: mid)
      #expect(vix.ask - vix.bid > 0.049)
      #expect(index.ask - index.bid > (mid > 3.1 ? 0.099 : 0.049))
      #expect(index.bid <= mid + 0.051 && index.ask >= mid - 0.051)
    }
  }
}
