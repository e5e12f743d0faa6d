/// The newest values of a series, addressed by bar; older ones are forgotten.
struct RecentValues: Sendable, Hashable {
  private var ring: [Double]
  /// Bars appended so far; the newest is `count − 1`.
  private(set) var count = 0

  /// Keeps the last `capacity` values; `capacity` must be positive.
  init(capacity: Int) {
    ring = Array(repeating: 0, count: capacity)
  }

  mutating func append(_ value: Double) {
    ring[count % ring.count] = value
    count += 1
  }

  /// The value at a bar, which must be one of the kept ones.
  subscript(bar: Int) -> Double {
    precondition(bar < count && bar >= count - ring.count, "bar is no longer kept")
    return ring[bar % ring.count]
  }
}
