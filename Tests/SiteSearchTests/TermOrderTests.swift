import TestSupport
import Testing

@testable import SiteSearch

@Suite struct TermOrderTests {
  @Test func termsAreOrderedByCodeUnits() {
    let units = ["a", "b", "z", "é", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}"]
    var generator = SplitMix64(seed: 1)
    let terms = (0..<60).map { _ in
      (0..<Int.random(in: 0...3, using: &generator))
        .map { _ in units[Int.random(in: 0..<units.count, using: &generator)] }.joined()
    }
    for first in terms {
      for second in terms {
        #expect(
          TermOrder.precedes(first, second)
            == first.utf16.lexicographicallyPrecedes(second.utf16), "\(first) \(second)")
      }
    }
  }
}
