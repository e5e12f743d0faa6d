/// A map from positions 0..<count to bands of equal width side by side, for bars and cells.
struct BandScale: Sendable {
  /// Number of bands, at least 1.
  let count: Int

  /// Pixel position where the first band's step begins.
  let start: Double

  /// Pixel distance from one band to the next.
  let step: Double

  /// Width of a band, at most `step`.
  let width: Double

  /// Divides `start...end`; `padding` is the share of a step left free between bands, 0..<1.
  init(count: Int, start: Double, end: Double, padding: Double = 0.2) {
    self.count = max(count, 1)
    self.start = start
    step = (end - start) / Double(self.count)
    width = step * (1 - min(max(padding, 0), 0.95))
  }

  /// The left edge of a band.
  func callAsFunction(_ index: Int) -> Double {
    start + step * Double(index) + (step - width) / 2
  }

  /// The middle of a band.
  func middle(_ index: Int) -> Double {
    start + step * (Double(index) + 0.5)
  }

  /// The indices to be labelled so that at most `limit` labels stand, evenly, from the first on.
  func labelled(atMost limit: Int) -> [Int] {
    let every = max(1, (count + max(limit, 1) - 1) / max(limit, 1))
    return Array(stride(from: 0, to: count, by: every))
  }
}
