/// Finds pivot highs or lows bar by bar, each as soon as it can be known (methodology 1.6).
///
/// Keeps the candidates of a sliding maximum over `left + right + 1` bars: a bar is a pivot when it
/// is still the earliest maximum once `right` bars have followed it.
public struct SwingPivotDetector: Sendable, Hashable {
  /// Which extreme is looked for.
  public enum Kind: Sendable, Hashable, Codable {
    /// Local maxima.
    case high
    /// Local minima.
    case low
  }

  private struct Candidate: Sendable, Hashable {
    var bar: Int
    var height: Double
  }

  /// Which extreme is looked for.
  public let kind: Kind
  /// Bars before the pivot that must be strictly lower (for a high).
  public let left: Int
  /// Bars after the pivot that must not be higher (for a high).
  public let right: Int
  // A ring of candidates, oldest first, heights never rising; at most one per bar of the window.
  private var ring: [Candidate]
  private var first = 0
  private var count = 0
  private var bar = -1

  /// Creates a detector before its first bar.
  ///
  /// - Throws: `parameterOutOfRange` for a negative `left` or `right`.
  public init(_ kind: Kind, left: Int = 5, right: Int = 3) throws(SeriesError) {
    try SeriesValidation.require(left, in: 0..., name: "left")
    try SeriesValidation.require(right, in: 0..., name: "right")
    self.kind = kind
    self.left = left
    self.right = right
    ring = Array(repeating: Candidate(bar: 0, height: 0), count: left + right + 1)
  }

  /// Appends one finite value and returns the pivot that becomes known, if any.
  ///
  /// Amortised O(1).
  public mutating func append(_ value: Double) -> SwingPivot? {
    bar += 1
    let height = kind == .high ? value : -value
    if count > 0, ring[first].bar < bar - left - right { dropFirst() }
    while count > 0, ring[slot(count - 1)].height < height { count -= 1 }
    ring[slot(count)] = Candidate(bar: bar, height: height)
    count += 1
    // The window is full once `left` bars precede the candidate.
    let candidate = ring[first]
    guard candidate.bar == bar - right, candidate.bar >= left else { return nil }
    return SwingPivot(
      index: candidate.bar, known: bar,
      value: kind == .high ? candidate.height : -candidate.height)
  }

  private func slot(_ offset: Int) -> Int {
    let index = first + offset
    return index < ring.count ? index : index - ring.count
  }

  private mutating func dropFirst() {
    first = slot(1)
    count -= 1
  }
}
