import ALVH
import TestSupport
import Testing

@Suite("Over-hedging")
struct OverHedgingTests {
  private func reasons(_ coverage: Double?, drag: Double = 0, cap: Double = 225)
    -> [OverHedging.Reason]
  {
    OverHedging(coverage: coverage, dragDollars: drag, dragCapDollars: cap).reasons
  }

  @Test("a hedge inside both limits, or on them, is not over-hedged")
  func insideTheLimits() {
    // A cap of 0.15 % of $150 000 is $225; coverage of exactly 1 is allowed.
    #expect(reasons(0.4, drag: 112).isEmpty)
    #expect(reasons(1, drag: 225).isEmpty)
    #expect(!OverHedging(coverage: 0, dragDollars: 0, dragCapDollars: 0).isOverHedged)
  }

  @Test("each limit gives its own reason, coverage first")
  func eachReason() {
    #expect(reasons(1.01, drag: 112) == [.coverageAboveWhole])
    #expect(reasons(0.75, drag: 225.01) == [.dragCapBreached])
    #expect(reasons(1.52, drag: 252) == [.coverageAboveWhole, .dragCapBreached])
  }

  @Test("rounding is no excess")
  func rounding() {
    // 0.1 + 0.2 is 0.30000000000000004, so that over 0.3 exceeds 1 by rounding alone.
    #expect(reasons((0.1 + 0.2) / 0.3, drag: 225 + 1e-10).isEmpty)
    #expect(reasons(1 + 2e-9) == [.coverageAboveWhole])
  }

  @Test("a coverage that is not defined is not a reason")
  func undefinedCoverage() {
    #expect(reasons(nil, drag: 112).isEmpty)
    #expect(reasons(nil, drag: 300) == [.dragCapBreached])
  }

  @Test("more hedge or more drag never removes a reason")
  func monotonic() {
    var random = SplitMix64(seed: 49)
    for _ in 0..<200 {
      let (coverage, drag) = (random.uniform(0...2), random.uniform(0...500))
      let before = Set(reasons(coverage, drag: drag))
      let after = Set(
        reasons(coverage + random.uniform(0...1), drag: drag + random.uniform(0...100)))
      #expect(before.isSubset(of: after), "coverage \(coverage), drag \(drag)")
    }
  }
}
