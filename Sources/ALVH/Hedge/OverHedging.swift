/// Whether a hedge is larger than the method allows (methodology 4.9).
///
/// The seed contrasts a "Steward" with a "Promoter" to warn of a hedge that destroys what the book
/// earns. The name is a metaphor; its computable content is this flag. Sizing never chooses such a
/// hedge, but one can become so when the book shrinks, VIX rises or quotes widen.
public struct OverHedging: Sendable, Hashable, Codable {
  /// Why a hedge is too large.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// Coverage exceeds 1: book and hedge together are long volatility.
    case coverageAboveWhole
    /// The hedge's drag exceeds its cap.
    case dragCapBreached
  }

  /// Greatest coverage that is not over-hedged, a fraction.
  public static let greatestCoverage = 1.0
  /// Excess that counts as rounding, a fraction for coverage and dollars for drag; as in sizing.
  private static let tolerance = 1e-9

  /// Dollars per VIX point over the book's short vega, a fraction; `nil` when it is undefined, for
  /// example for a book without short vega.
  public let coverage: Double?
  /// Drag of the hedge over its review horizon, dollars.
  public let dragDollars: Double
  /// Greatest drag allowed, dollars.
  public let dragCapDollars: Double

  /// Records the figures of a hedge; all of them must be finite.
  public init(coverage: Double?, dragDollars: Double, dragCapDollars: Double) {
    precondition(coverage.map(\.isFinite) ?? true, "coverage must be finite")
    precondition(dragDollars.isFinite && dragCapDollars.isFinite, "drag must be finite")
    self.coverage = coverage
    self.dragDollars = dragDollars
    self.dragCapDollars = dragCapDollars
  }

  /// The reasons found, coverage first; an undefined coverage is none.
  public var reasons: [Reason] {
    var found: [Reason] = []
    if let coverage, coverage > Self.greatestCoverage + Self.tolerance {
      found.append(.coverageAboveWhole)
    }
    if dragDollars > dragCapDollars + Self.tolerance { found.append(.dragCapBreached) }
    return found
  }

  /// Whether there is a reason.
  public var isOverHedged: Bool { !reasons.isEmpty }
}
