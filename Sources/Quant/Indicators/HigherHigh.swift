/// Two pivot highs of the close, the later one higher, with the volume line at both.
///
/// Without divergence they are the matched controls of the event study (methodology 5); with
/// volume confirming they end earlier divergences (1.6). Indices count bars from 0.
public struct HigherHigh: Sendable, Hashable, Codable {
  /// Bar of the earlier, lower pivot high.
  public var reference: Int
  /// Bar of the later, higher pivot high.
  public var pivot: Int
  /// Bar at whose close the pair is known.
  public var known: Int
  /// Close at `reference`.
  public var priceAtReference: Double
  /// Close at `pivot`.
  public var priceAtPivot: Double
  /// Maximum of the volume line around `reference`.
  public var volumeAtReference: Double
  /// Maximum of the volume line around `pivot`.
  public var volumeAtPivot: Double
  /// Bar on which the maximum around `reference` lies; the earliest of equals.
  public var volumeReferenceIndex: Int
  /// Bar on which the maximum around `pivot` lies; the earliest of equals.
  public var volumePivotIndex: Int

  /// Creates a pair.
  public init(
    reference: Int, pivot: Int, known: Int, priceAtReference: Double, priceAtPivot: Double,
    volumeAtReference: Double, volumeAtPivot: Double, volumeReferenceIndex: Int,
    volumePivotIndex: Int
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
  }

  /// Whether the volume line is lower at the higher price.
  public var isDivergent: Bool { volumeAtPivot < volumeAtReference }

  /// Whether the volume line confirms the higher price.
  public var isConfirmed: Bool { !isDivergent }
}
