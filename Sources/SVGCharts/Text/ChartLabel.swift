/// A label of a figure in its two wordings, for the wide and for the narrow drawing.
///
/// The narrow drawing is half as wide, so a sentence of the wide one needs a shorter form there. An
/// empty wording leaves the label out of that drawing. A string literal serves both.
public struct ChartLabel: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The wording in the wide drawing; empty for none.
  public var wide: String

  /// The wording in the narrow drawing; empty for none.
  public var narrow: String

  /// Creates a label; without a narrow wording both drawings use the wide one.
  public init(_ wide: String, narrow: String? = nil) {
    self.wide = wide
    self.narrow = narrow ?? wide
  }

  /// Creates a label with the same wording in both drawings.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  func text(in width: FigureWidth) -> String {
    width == .wide ? wide : narrow
  }
}
