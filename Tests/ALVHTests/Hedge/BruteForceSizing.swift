import ALVH

/// The definition of methodology 4.4, enumerated without any shortcut: the reference for tests.
struct BruteForceSizing {
  var problem: SizingProblem
  /// Limits of drag, notional and vega in dollars, then of contracts.
  var limits: (drag: Double, notional: Double, vega: Double, contracts: Int)

  init(_ problem: SizingProblem) {
    self.problem = problem
    limits = (
      problem.dragLimit * problem.navDollars, problem.notionalMax * problem.bookNotionalDollars,
      problem.coverageMax * -problem.bookVegaDollarsPerVolPoint, problem.maxContracts
    )
  }

  /// The best vector of quantities and its rounded shortfalls.
  func best() -> (quantities: [Int], shortfalls: [Double]) {
    let count = problem.candidates.count
    var bestVector = [Int](repeating: 0, count: count)
    var bestKey = key(bestVector)
    func consider(_ vector: [Int]) {
      guard fits(vector) else { return }
      let candidate = key(vector)
      if candidate.lexicographicallyPrecedes(bestKey)
        || (candidate == bestKey && vector.lexicographicallyPrecedes(bestVector))
      {
        bestVector = vector
        bestKey = candidate
      }
    }
    for first in 0..<count {
      for firstCount in stride(from: 1, through: limits.contracts, by: 1) {
        var vector = [Int](repeating: 0, count: count)
        vector[first] = firstCount
        consider(vector)
        for second in first + 1..<max(count, first + 1) {
          for secondCount in stride(from: 1, through: limits.contracts - firstCount, by: 1) {
            vector[second] = secondCount
            consider(vector)
          }
          vector[second] = 0
        }
      }
    }
    return (bestVector, Array(bestKey.prefix(2)))
  }

  private func fits(_ vector: [Int]) -> Bool {
    let total = totals(vector)
    return total.drag <= limits.drag + 1e-9 && total.notional <= limits.notional + 1e-9
      && total.vega <= limits.vega + 1e-9
  }

  private func totals(_ vector: [Int]) -> (vega: Double, notional: Double, drag: Double) {
    var sums = (vega: 0.0, notional: 0.0, drag: 0.0)
    for (quantity, candidate) in zip(vector, problem.candidates) {
      sums.vega += Double(quantity) * candidate.vegaDollarsPerVIXPoint
      sums.notional += Double(quantity) * candidate.notionalDollars
      sums.drag += Double(quantity) * candidate.dragDollars
    }
    return sums
  }

  private func key(_ vector: [Int]) -> [Double] {
    let total = totals(vector)
    let coverage = total.vega / -problem.bookVegaDollarsPerVolPoint
    let middle = (problem.coverageMin + problem.coverageMax) / 2
    return [
      max(0, problem.coverageMin - coverage),
      max(0, problem.notionalMin - total.notional / problem.bookNotionalDollars),
      total.drag, abs(coverage - middle),
    ].map { ($0 * 1e9).rounded(.toNearestOrEven) } + [Double(vector.reduce(0, +))]
  }
}
