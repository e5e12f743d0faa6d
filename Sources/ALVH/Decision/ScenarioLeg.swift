public import Quant

/// A leg of the book without an implied volatility of its own, and what its scenarios rest on.
public struct ScenarioLeg: Sendable, Hashable, Codable {
  /// What scenarios do with such a leg.
  public enum Treatment: String, Sendable, Codable, CaseIterable {
    /// It is priced at the volatility of the session's surface, today too.
    ///
    /// Its change is measured from that price, not from its midpoint.
    case surface
    /// It has settled: no scenario changes it.
    case settled
    /// Nothing prices it, so the book has no scenarios.
    case leftOut
  }

  /// The contract.
  public var contract: OptionContract
  /// Why it has no volatility of its own.
  public var issue: LegIssue
  /// What scenarios do with it.
  public var treatment: Treatment

  /// Creates a leg.
  public init(contract: OptionContract, issue: LegIssue, treatment: Treatment) {
    self.contract = contract
    self.issue = issue
    self.treatment = treatment
  }
}

/// Why a session with a book has no scenarios.
public enum ScenarioObstacle: Error, Sendable, Hashable, Codable {
  /// The market that scenarios would start from is not known.
  case market(UndefinedStatistic)
  /// A leg cannot be valued, or every leg has settled.
  ///
  /// All legs without a volatility of their own, in contract order. A sum without one of its legs
  /// can have the wrong sign (a spread without its long leg is a naked option), so none is shown.
  case legs([ScenarioLeg])
}
