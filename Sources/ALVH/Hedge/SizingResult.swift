/// A hedge: how many of each candidate, and what that amounts to.
public struct SizingSolution: Sendable, Hashable, Codable {
  /// Contracts to hold, aligned with the problem's candidates; at most two are positive.
  public var quantities: [Int]
  /// Exposure to spot VIX, dollars per VIX point.
  public var vega: Double
  /// Exposure over the book's short vega, as a fraction.
  public var coverage: Double
  /// Gross VIX notional over SPX notional, as a fraction.
  public var notionalFraction: Double
  /// Loss in the unchanged scenario, dollars.
  public var dragDollars: Double
  /// Drag over net asset value, as a fraction.
  public var dragFractionOfNAV: Double
  /// Contracts in total.
  public var contracts: Int
  /// How far coverage stays below the band, as a fraction of the book's short vega.
  public var coverageShortfall: Double
  /// How far notional stays below the band, as a fraction of SPX notional.
  public var notionalShortfall: Double
}

/// Whether a hedge reaches its band.
public enum SizingStatus: String, Sendable, Codable {
  /// Coverage and notional both reach the band's lower end.
  case met
  /// The caps keep coverage or notional below the band.
  case constrained
  /// The book has no short vega, so there is nothing to size (methodology 4.2).
  case noShortVega
}

/// The best hedge with one hard cap removed.
public struct SizingRelaxation: Sendable, Hashable, Codable {
  /// The cap removed; for `contracts` the limit is doubled.
  public var cap: SizingCap
  /// The best hedge without it.
  public var solution: SizingSolution
}

/// The best hedge, whether it reaches its band, and what stands in the way.
///
/// The figures of `solution` can be read directly, for example `result.coverage`.
@dynamicMemberLookup
public struct SizingResult: Sendable, Hashable, Codable {
  /// The best hedge inside all caps; no contract at all is always one.
  public var solution: SizingSolution
  /// Whether the band is reached.
  public var status: SizingStatus
  /// For `constrained`: the best hedge without each single cap, in the order of `SizingCap`.
  public var relaxed: [SizingRelaxation]
  /// Caps whose removal alone improves the shortfalls; empty and `constrained` means jointly.
  public var binding: [SizingCap]

  /// A figure of the solution.
  public subscript<Value>(dynamicMember path: KeyPath<SizingSolution, Value>) -> Value {
    solution[keyPath: path]
  }
}
