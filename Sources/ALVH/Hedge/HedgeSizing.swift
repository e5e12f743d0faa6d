import Quant

/// Chooses how many contracts to hold (methodology 4.4).
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public enum HedgeSizing {
  /// Most contracts that are considered; a larger cap counts as this.
  public static let greatestContracts = 10_000

  /// The best hedge, and for a constrained one what each cap costs.
  ///
  /// Minimises, in this order: coverage shortfall, notional shortfall, drag, distance from the
  /// middle of the coverage band, number of contracts, the vector of quantities; over whole numbers
  /// of at most two candidates inside four hard caps. Holding nothing is always allowed, so there
  /// is always an answer, also without candidates. A book without short vega gives zero contracts
  /// and the status `noShortVega`. Net asset value and book notional must be positive, `maxContracts`
  /// not negative, and every candidate's figures finite and not negative.
  public static func solve(_ problem: SizingProblem) -> SizingResult {
    checkPreconditions(problem)
    guard problem.bookVegaDollarsPerVolPoint < 0 else { return nothing(problem) }
    let search = SizingSearch(problem)
    let limits = SizingSearch.Limits(problem)
    let best = search.best(within: limits)
    var result = SizingResult(
      solution: solution(best, problem), status: best.key.isMet ? .met : .constrained,
      relaxed: [], binding: [])
    guard result.status == .constrained else { return result }
    for cap in SizingCap.allCases {
      let choice = search.best(within: limits.without(cap))
      result.relaxed.append(SizingRelaxation(cap: cap, solution: solution(choice, problem)))
      if choice.key.improvesShortfalls(on: best.key) { result.binding.append(cap) }
    }
    return result
  }

  /// The figures of holding given quantities, aligned with the problem's candidates.
  ///
  /// Also describes a hedge that is already held, whether or not it is inside the caps. The book's
  /// vega must be negative.
  public static func figures(of quantities: [Int], in problem: SizingProblem) -> SizingSolution {
    precondition(quantities.count == problem.candidates.count, "one quantity per candidate")
    precondition(problem.bookVegaDollarsPerVolPoint < 0, "the book has no short vega")
    var vega = 0.0
    var notional = 0.0
    var drag = 0.0
    for (quantity, candidate) in zip(quantities, problem.candidates) where quantity != 0 {
      vega = (vega + Double(quantity) * candidate.vegaDollarsPerVIXPoint).bounded
      notional = (notional + Double(quantity) * candidate.notionalDollars).bounded
      drag = (drag + Double(quantity) * candidate.dragDollars).bounded
    }
    let coverage = (vega / -problem.bookVegaDollarsPerVolPoint).bounded
    let notionalFraction = (notional / problem.bookNotionalDollars).bounded
    return SizingSolution(
      quantities: quantities, vega: vega, coverage: coverage, notionalFraction: notionalFraction,
      dragDollars: drag, dragFractionOfNAV: (drag / problem.navDollars).bounded,
      contracts: quantities.boundedCount { $0 },
      coverageShortfall: max(0, problem.coverageMin - coverage).bounded,
      notionalShortfall: max(0, problem.notionalMin - notionalFraction).bounded)
  }

  private static func solution(
    _ choice: SizingSearch.Choice, _ problem: SizingProblem
  ) -> SizingSolution {
    var quantities = [Int](repeating: 0, count: problem.candidates.count)
    if choice.firstCount > 0 { quantities[choice.first] = choice.firstCount }
    if choice.secondCount > 0 { quantities[choice.second] = choice.secondCount }
    return figures(of: quantities, in: problem)
  }

  private static func nothing(_ problem: SizingProblem) -> SizingResult {
    SizingResult(
      solution: SizingSolution(
        quantities: [Int](repeating: 0, count: problem.candidates.count), vega: 0, coverage: 0,
        notionalFraction: 0, dragDollars: 0, dragFractionOfNAV: 0, contracts: 0,
        coverageShortfall: 0, notionalShortfall: 0),
      status: .noShortVega, relaxed: [], binding: [])
  }

  private static func checkPreconditions(_ problem: SizingProblem) {
    precondition(problem.navDollars > 0, "net asset value must be positive")
    precondition(problem.bookNotionalDollars > 0, "book notional must be positive")
    precondition(problem.maxContracts >= 0, "maxContracts must not be negative")
    for candidate in problem.candidates {
      for figure in [
        candidate.vegaDollarsPerVIXPoint, candidate.notionalDollars, candidate.dragDollars,
      ] {
        precondition(figure.isFinite && figure >= 0, "\(candidate.id): figures must be ≥ 0")
      }
    }
  }
}

extension SizingSearch.Limits {
  /// The problem's caps in dollars.
  init(_ problem: SizingProblem) {
    let greatest = SizingSearch.greatestFigure
    drag = min(problem.dragLimit * problem.navDollars, greatest)
    notional = min(problem.notionalMax * problem.bookNotionalDollars, greatest)
    vega = min(problem.coverageMax * -problem.bookVegaDollarsPerVolPoint, greatest)
    contracts = min(problem.maxContracts, HedgeSizing.greatestContracts)
  }

  /// The limits with one cap removed, or doubled for the number of contracts.
  func without(_ cap: SizingCap) -> SizingSearch.Limits {
    var limits = self
    switch cap {
    case .drag: limits.drag = .infinity
    case .notional: limits.notional = .infinity
    case .coverage: limits.vega = .infinity
    case .contracts: limits.contracts *= 2
    }
    return limits
  }
}
