import Quant

/// Exhaustive search over at most two distinct candidates (methodology 4.4).
///
/// For a fixed number of the first contract, the best number of the second is known up to rounding:
/// the fewest that end both shortfalls, or, when the caps are tighter, the most they allow. Only
/// numbers next to it are evaluated, with the same arithmetic as a plain enumeration, so the
/// result is the same. Contracts for which this argument fails (no exposure, no notional or no drag
/// worth a rounding unit) are enumerated in full. Pairs that cannot win are skipped by a bound
/// (`SizingBound`). Complexity: O(candidates² · contracts) steps in the worst case; no allocation.
struct SizingSearch {
  /// Hard caps in dollars, dollars per VIX point, and contracts.
  struct Limits {
    var drag: Double
    var notional: Double
    var vega: Double
    var contracts: Int
  }

  /// Contracts of at most two candidates; an index of `Int.max` stands for none.
  struct Choice {
    var first = Int.max
    var firstCount = 0
    var second = Int.max
    var secondCount = 0
    var key: SizingKey
  }

  /// By how much a cap may be exceeded, in its own unit, so that rounding does not decide.
  static let capTolerance = 1e-9
  /// Figures above this are taken as this, so that no sum of contracts is infinite.
  static let greatestFigure = 1e290
  /// Ten rounding units of `SizingKey`.
  private static let leastStep = 1e-8

  private let legs: [SizingLeg]
  private let shortVega: Double
  private let bookNotional: Double
  private let coverageMin: Double
  private let coverageMiddle: Double
  private let notionalMin: Double

  /// Prepares a search; the problem's book vega must be negative.
  init(_ problem: SizingProblem) {
    let shortVega = -problem.bookVegaDollarsPerVolPoint
    let bookNotional = problem.bookNotionalDollars
    legs = problem.candidates.map { candidate in
      SizingLeg(
        vega: min(candidate.vegaDollarsPerVIXPoint, Self.greatestFigure),
        notional: min(candidate.notionalDollars, Self.greatestFigure),
        drag: min(candidate.dragDollars, Self.greatestFigure),
        isRegular: candidate.vegaDollarsPerVIXPoint / shortVega > Self.leastStep
          && candidate.notionalDollars / bookNotional > Self.leastStep
          && candidate.dragDollars > Self.leastStep)
    }
    self.shortVega = shortVega
    self.bookNotional = bookNotional
    coverageMin = problem.coverageMin
    coverageMiddle = problem.coverageMiddle
    notionalMin = problem.notionalMin
  }

  /// The best choice inside the caps; holding nothing is always allowed.
  func best(within limits: Limits) -> Choice {
    var best = Choice(key: key(SizingTotals(), contracts: 0))
    for first in legs.indices {
      searchSingle(first, limits, &best)
    }
    for first in legs.indices {
      let enough = countThatSuffices(first, limits)
      for second in legs.indices.dropFirst(first + 1) {
        let bound = SizingBound(legs[first], legs[second], limits)
        if canImprove(bound, on: best.key) {
          searchPair(first, second, enough: enough, limits, &best)
        }
      }
    }
    return best
  }

  private func searchSingle(_ first: Int, _ limits: Limits, _ best: inout Choice) {
    let most = mostAllowed(legs[first], after: SizingTotals(), contracts: 0, limits)
    guard most >= 1 else { return }
    for count in 1...most {
      let totals = SizingTotals().adding(count, of: legs[first])
      let choice = Choice(
        first: first, firstCount: count, key: key(totals, contracts: count))
      consider(choice, &best)
    }
  }

  /// The fewest contracts of one candidate that alone reach the band inside the caps.
  private func countThatSuffices(_ first: Int, _ limits: Limits) -> Int {
    let most = mostAllowed(legs[first], after: SizingTotals(), contracts: 0, limits)
    guard most >= 1 else { return Int.max }
    for count in 1...most
    where key(SizingTotals().adding(count, of: legs[first]), contracts: count).isMet {
      return count
    }
    return Int.max
  }

  /// Whether a pair may hold anything better, judged by what it could cover and cost at best.
  private func canImprove(_ bound: SizingBound, on best: SizingKey) -> Bool {
    let slack = 2 * Self.leastStep
    let coverage = bound.greatestVega / shortVega + slack
    if SizingKey.rounded(max(0, coverageMin - coverage)) > best.coverageShortfall { return false }
    guard best.isMet else { return true }
    let leastDrag = bound.leastDrag(
      vega: (coverageMin - slack) * shortVega, notional: (notionalMin - slack) * bookNotional)
    return SizingKey.rounded(leastDrag * (1 - 1e-12)) <= best.drag
  }

  private func searchPair(
    _ first: Int, _ second: Int, enough: Int, _ limits: Limits, _ best: inout Choice
  ) {
    let regular = legs[second].isRegular
    for firstCount in stride(from: 1, to: limits.contracts, by: 1) {
      // Once the first alone reaches the band, a second contract only adds drag.
      if regular && firstCount >= enough { return }
      let start = SizingTotals().adding(firstCount, of: legs[first])
      if best.key.isMet && SizingKey.rounded(start.drag) > best.key.drag { return }
      let most = mostAllowed(legs[second], after: start, contracts: firstCount, limits)
      guard most >= 1 else { return }
      let counts = regular ? countsWorthTrying(legs[second], start, most) : 1...most
      for secondCount in counts {
        let totals = start.adding(secondCount, of: legs[second])
        // Cheap test first: most combinations cover too little to matter.
        if (coverageMin - totals.vega / shortVega) * 1e9 > best.key.coverageShortfall + 1 {
          continue
        }
        let choice = Choice(
          first: first, firstCount: firstCount, second: second, secondCount: secondCount,
          key: key(totals, contracts: firstCount + secondCount))
        consider(choice, &best)
      }
    }
  }

  /// The count that just ends both shortfalls and its neighbours, at most `most`.
  @inline(__always)
  private func countsWorthTrying(_ leg: SizingLeg, _ start: SizingTotals, _ most: Int)
    -> ClosedRange<Int>
  {
    let forCoverage = (coverageMin * shortVega - start.vega) / leg.vega
    let forNotional = (notionalMin * bookNotional - start.notional) / leg.notional
    let needed = Int(min(max(forCoverage, forNotional, 0).rounded(.up), Double(most) + 2))
    return min(max(needed - 1, 1), most)...min(max(needed + 1, 1), most)
  }

  /// The most contracts of `leg` that fit beside what is already held; may be negative.
  @inline(__always)
  private func mostAllowed(
    _ leg: SizingLeg, after start: SizingTotals, contracts: Int, _ limits: Limits
  ) -> Int {
    var most = Double(limits.contracts - contracts)
    if leg.drag > 0 { most = min(most, (limits.drag - start.drag) / leg.drag + 1) }
    if leg.notional > 0 { most = min(most, (limits.notional - start.notional) / leg.notional + 1) }
    if leg.vega > 0 { most = min(most, (limits.vega - start.vega) / leg.vega + 1) }
    var count = Int(max(most, -1).rounded(.down))
    while count >= 1, !fits(start.adding(count, of: leg), limits) { count -= 1 }
    return count
  }

  @inline(__always)
  private func fits(_ totals: SizingTotals, _ limits: Limits) -> Bool {
    totals.drag <= limits.drag + Self.capTolerance
      && totals.notional <= limits.notional + Self.capTolerance
      && totals.vega <= limits.vega + Self.capTolerance
  }

  @inline(__always)
  private func key(_ totals: SizingTotals, contracts: Int) -> SizingKey {
    let coverage = totals.vega / shortVega
    return SizingKey(
      coverageShortfall: SizingKey.rounded(max(0, coverageMin - coverage)),
      notionalShortfall: SizingKey.rounded(max(0, notionalMin - totals.notional / bookNotional)),
      drag: SizingKey.rounded(totals.drag),
      distanceFromMiddle: SizingKey.rounded(abs(coverage - coverageMiddle)),
      contracts: contracts)
  }

  @inline(__always)
  private func consider(_ choice: Choice, _ best: inout Choice) {
    let order = choice.key.compared(to: best.key)
    if order < 0 || (order == 0 && choice.precedes(best)) { best = choice }
  }
}

extension SizingSearch.Choice {
  /// Whether this choice's vector of quantities is lexicographically smaller.
  func precedes(_ other: SizingSearch.Choice) -> Bool {
    if first != other.first { return first > other.first }
    if firstCount != other.firstCount { return firstCount < other.firstCount }
    if second != other.second { return second > other.second }
    return secondCount < other.secondCount
  }
}
