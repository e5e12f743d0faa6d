/// A higher high of the price on a lower high of the volume line (methodology 1.6).
///
/// Indices count bars from 0; the event may be used from the close of bar `known`. Strengths are
/// dimensionless: moves in units of their own random-walk deviation over the same distance.
public struct BearishDivergence: Sendable, Hashable, Codable {
  /// Bar of the earlier, lower pivot high.
  public var reference: Int
  /// Bar of the later, higher pivot high.
  public var pivot: Int
  /// Bar at whose close the divergence is known: `pivot` plus the right side of the pivot rule.
  public var known: Int
  /// Close at `reference`.
  public var priceAtReference: Double
  /// Close at `pivot`.
  public var priceAtPivot: Double
  /// Maximum of the volume line around `reference` (O*).
  public var volumeAtReference: Double
  /// Maximum of the volume line around `pivot` (O*).
  public var volumeAtPivot: Double
  /// Bar on which the maximum around `reference` lies; the earliest of equals.
  public var volumeReferenceIndex: Int
  /// Bar on which the maximum around `pivot` lies; the earliest of equals.
  public var volumePivotIndex: Int
  /// Log rise of the price over its deviation: ln(C_b/C_a) / (σ√n).
  public var priceStrength: Double
  /// Fall of the volume line over its deviation: (O*_a − O*_b) / (rms√n).
  public var volumeStrength: Double
  /// Sum of `priceStrength` and `volumeStrength`.
  public var strength: Double
  /// First reference of the chain of divergences in which each starts at the pivot of the last.
  public var anchor: Int
  /// Number of divergences in the chain so far, this one included.
  public var chainLength: Int
  /// Whether the chain, measured from its anchor, is clearly stronger than at its last pivot.
  public var widening: Bool

  /// Creates a divergence.
  public init(
    reference: Int, pivot: Int, known: Int, priceAtReference: Double, priceAtPivot: Double,
    volumeAtReference: Double, volumeAtPivot: Double, volumeReferenceIndex: Int,
    volumePivotIndex: Int, priceStrength: Double, volumeStrength: Double, strength: Double,
    anchor: Int, chainLength: Int, widening: Bool
  ) {
    self.reference = reference
    self.pivot = pivot
    self.known = known
    self.priceAtReference = priceAtReference
    self.priceAtPivot = priceAtPivot
    self.volumeAtReference = volumeAtReference
    self.volumeAtPivot = volumeAtPivot
    self.volumeReferenceIndex = volumeReferenceIndex
    self.volumePivotIndex = volumePivotIndex
    self.priceStrength = priceStrength
    self.volumeStrength = volumeStrength
    self.strength = strength
    self.anchor = anchor
    self.chainLength = chainLength
    self.widening = widening
  }

  /// How strong the divergence is in words.
  public enum Band: String, Sendable, Hashable, Codable, CaseIterable {
    /// Strength below 0.5.
    case weak
    /// Strength from 0.5 to below 1.
    case moderate
    /// Strength 1 or more.
    case strong
  }

  /// The band of `strength`.
  public var band: Band {
    strength < 0.5 ? .weak : strength < 1 ? .moderate : .strong
  }

  /// The pair of pivots without strengths and chain.
  public var higherHigh: HigherHigh {
    HigherHigh(
      reference: reference, pivot: pivot, known: known, priceAtReference: priceAtReference,
      priceAtPivot: priceAtPivot, volumeAtReference: volumeAtReference,
      volumeAtPivot: volumeAtPivot, volumeReferenceIndex: volumeReferenceIndex,
      volumePivotIndex: volumePivotIndex)
  }
}
