public import Quant

/// A price/OBV divergence with dates instead of bar indices, as a page shows it.
public struct DivergenceView: Sendable, Hashable, Codable {
  /// Session of the earlier swing high.
  public var reference: CalendarDate
  /// Session of the later, higher swing high.
  public var pivot: CalendarDate
  /// Session at whose close the divergence became known.
  public var known: CalendarDate
  /// Session of the chain's first swing high.
  public var anchor: CalendarDate
  /// Close at the earlier high, index points.
  public var priceAtReference: Double
  /// Close at the later high, index points.
  public var priceAtPivot: Double
  /// Session on which OBV near the earlier high was greatest.
  public var volumeReference: CalendarDate
  /// Session on which OBV near the later high was greatest.
  public var volumePivot: CalendarDate
  /// Change of on-balance volume between the two, in the volume's unit; negative.
  public var volumeChange: Double
  /// Strength, dimensionless (methodology 1.6).
  public var strength: Double
  /// Whether the chain's strength grew by more than the widening factor.
  public var isWidening: Bool
  /// First session on which it was no longer active; `nil` while active.
  public var ended: CalendarDate?
  /// Why it ended.
  public var endReason: DivergenceEpisode.EndReason?

  /// The strength's band: weak below 0.5, strong from 1.
  public var band: BearishDivergence.Band
}

extension DivergenceView {
  /// A divergence that has not ended.
  ///
  /// - Parameters:
  ///   - divergence: The divergence in bars.
  ///   - anchor: Session of the chain's first high, which may lie any number of bars back.
  ///   - date: The session of a bar between the reference's volume window and `known`.
  init(
    _ divergence: BearishDivergence, anchor: CalendarDate, date: (Int) -> CalendarDate
  ) {
    self.init(
      reference: date(divergence.reference), pivot: date(divergence.pivot),
      known: date(divergence.known), anchor: anchor,
      priceAtReference: divergence.priceAtReference, priceAtPivot: divergence.priceAtPivot,
      volumeReference: date(divergence.volumeReferenceIndex),
      volumePivot: date(divergence.volumePivotIndex),
      volumeChange: divergence.volumeAtPivot - divergence.volumeAtReference,
      strength: divergence.strength, isWidening: divergence.widening, ended: nil, endReason: nil,
      band: divergence.band)
  }
}
