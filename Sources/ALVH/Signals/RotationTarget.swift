import Quant

extension LayerBand {
  /// The coverage aimed at inside the band as rotation accelerates (methodology 4.4).
  ///
  /// `lo + (hi − lo)·fraction`; the caps of sizing stay as they are.
  ///
  /// - Parameter fraction: `RotationTrack.Reading.targetFraction`, 0 to 1; what lies outside is cut.
  /// - Returns: Coverage of the book's short vega, as a fraction.
  public func coverageTarget(rotationFraction fraction: Double) -> Double {
    precondition(!fraction.isNaN, "a fraction is a number")
    return coverageMin + (coverageMax - coverageMin) * max(0, min(1, fraction))
  }
}
