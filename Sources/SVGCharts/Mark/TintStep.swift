/// The tint of a heat cell: four steps on either side of zero, of a palette centred at zero.
///
/// The step is a matter of size alone; the sign is printed in the cell, so that colour is never the
/// only signal.
enum TintStep {
  /// The class of a cell.
  ///
  /// `g1`...`g4` above zero, `v1`...`v4` below, empty at zero. `scale` is the largest size in the whole grid. A value that prints as zero, below `least` in
  /// size, has no tint; nor has one that is not finite.
  static func className(_ value: Double, scale: Double, least: Double) -> String {
    guard value.isFinite, scale > 0, value.magnitude >= least else { return "" }
    let share = min(value.magnitude / scale, 1)
    let step = min(4, max(1, Int((share * 4).rounded(.up))))
    return (value < 0 ? "v" : "g") + String(step)
  }
}
