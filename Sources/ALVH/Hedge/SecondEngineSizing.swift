import Quant

/// How many of which future to add to a hedge (methodology 4.8).
///
/// The smallest of VXM and VX that fits: one contract inside the hard caps of 4.4 together with the
/// hedge held, inside the stress limit, and with at most a third of the hedge's exposure. Of that
/// future as few as lift coverage to the band's lower end, at least one, at most as many as fit.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct SecondEngineSizing: Sendable, Hashable, Codable {
  /// Net asset value, dollars.
  public let navDollars: Double
  /// Greatest stress loss, dollars.
  public let stressLimitDollars: Double
  /// Greatest drag of hedge and futures together, dollars.
  public let dragLimitDollars: Double
  /// The future to add; `nil` when none fits.
  public let choice: FutureChoice?
  /// One contract of the smallest future, fitting or not, for the evidence.
  public let smallest: FutureChoice

  /// Sizes the futures of a problem.
  ///
  /// `nil` without a future, or when the book has no short vega, so that nothing is to be covered.
  ///
  /// - Parameters:
  ///   - problem: the sizing problem whose candidates are the hedge held.
  ///   - held: contracts held of each candidate.
  ///   - futures: the futures offered, in any order; the smaller multiplier is tried first, then the
  ///     nearer expiration. Figures finite and not negative.
  ///   - vix: spot VIX, points, positive and finite.
  ///   - parameters: the limits.
  public init?(
    problem: SizingProblem, held: [Int], futures: [FutureCandidate], vix: Double,
    parameters: SecondEngineParameters = SecondEngineParameters()
  ) {
    precondition(vix > 0 && vix.isFinite, "VIX must be positive")
    guard problem.bookVegaDollarsPerVolPoint < 0 else { return nil }
    let trial = FutureTrial(problem: problem, held: held, vix: vix, parameters: parameters)
    let ordered = futures.sorted {
      ($0.candidate.multiplier, $0.expiration) < ($1.candidate.multiplier, $1.expiration)
    }
    guard let first = ordered.first else { return nil }
    smallest = trial.choice(first, quantity: 1)
    choice = ordered.lazy.compactMap(trial.best).first
    navDollars = problem.navDollars
    stressLimitDollars = trial.stressLimitDollars
    dragLimitDollars = (problem.dragLimit * problem.navDollars).bounded
  }
}

/// Tries futures beside the hedge held.
private struct FutureTrial {
  let problem: SizingProblem
  let held: [Int]
  let vix: Double
  let parameters: SecondEngineParameters

  /// Caps are compared with this much room for rounding, in dollars.
  private static let tolerance = 1e-9

  var stressLimitDollars: Double {
    (parameters.greatestStressLoss * problem.navDollars).bounded
  }

  /// The smallest sufficient number of a future, or the largest that fits; `nil` when one does not.
  func best(_ future: FutureCandidate) -> FutureChoice? {
    var best: FutureChoice?
    let most = min(problem.maxContracts, HedgeSizing.greatestContracts)
    for quantity in stride(from: 1, through: most, by: 1) {
      let next = choice(future, quantity: quantity)
      guard next.fits else { break }
      best = next
      if next.together.coverageShortfall == 0 { break }
    }
    return best
  }

  func choice(_ future: FutureCandidate, quantity: Int) -> FutureChoice {
    let candidate = future.candidate
    var joined = problem
    joined.candidates.append(candidate)
    let together = HedgeSizing.figures(of: held + [quantity], in: joined)
    let vega = (Double(quantity) * candidate.vegaDollarsPerVIXPoint).bounded
    let hedge = (together.vega - vega).bounded
    let stress = (vega * parameters.stressFall * vix).bounded
    var broken = SizingCap.allCases.filter { breaks($0, together) }.map(FutureCap.sizing)
    if stress > stressLimitDollars + Self.tolerance { broken.append(.stressLoss) }
    if vega > parameters.modestShare * hedge + Self.tolerance { broken.append(.modestShare) }
    return FutureChoice(
      future: future, quantity: quantity, vegaDollarsPerVIXPoint: vega,
      shareOfHedge: hedge > 0 ? (vega / hedge).bounded : nil, stressLossDollars: stress,
      together: together, brokenCaps: broken)
  }

  private func breaks(_ cap: SizingCap, _ figures: SizingSolution) -> Bool {
    let book = -problem.bookVegaDollarsPerVolPoint
    switch cap {
    case .drag:
      return figures.dragDollars > problem.dragLimit * problem.navDollars + Self.tolerance
    case .notional:
      return figures.notionalFraction * problem.bookNotionalDollars > problem.notionalMax
        * problem.bookNotionalDollars + Self.tolerance
    case .coverage: return figures.vega > problem.coverageMax * book + Self.tolerance
    case .contracts: return figures.contracts > problem.maxContracts
    }
  }
}
