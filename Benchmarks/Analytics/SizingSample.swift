import ALVH

/// Sizing problems with many candidates, tight and loose caps mixed.
struct SizingSample {
  private let problems: [SizingProblem]

  init(candidates: Int, problems: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.problems = (0..<problems).map { _ in
      let hedges = (0..<candidates).map { number in
        HedgeCandidate(
          id: "call-\(number)", future: .random(in: 15...30, using: &random),
          delta: .random(in: 0.15...0.35, using: &random),
          volatilityBeta: .random(in: 0.35...0.5, using: &random),
          ask: .random(in: 0.6...2, using: &random),
          unchangedValue: .random(in: 0.3...1.2, using: &random), commissionDollars: 0.65)
      }
      return SizingProblem(
        bookVegaDollarsPerVolPoint: -.random(in: 100...600, using: &random),
        bookNotionalDollars: .random(in: 1e6...4e6, using: &random),
        navDollars: .random(in: 1e5...4e5, using: &random), coverageMin: 0.5, coverageMax: 0.75,
        notionalMin: 0.01, notionalMax: 0.02, dragLimit: .random(in: 5e-4...3e-3, using: &random),
        candidates: hedges)
    }
  }

  /// The mean over the problems; a constrained one is solved five times, for its relaxations.
  func solve() -> Measurement {
    var measured = Measurement({ problems.map { HedgeSizing.solve($0) } }) { results in
      results.reduce(0) { $0 + $1.dragDollars }
    }
    measured.seconds /= Double(problems.count)
    return measured
  }

  /// The slowest single problem.
  func solveSlowest() -> Measurement {
    let all = problems.map { problem in
      Measurement({ HedgeSizing.solve(problem) }) { $0.dragDollars }
    }
    return all.max { $0.seconds < $1.seconds } ?? Measurement(seconds: 0, checksum: 0)
  }
}
