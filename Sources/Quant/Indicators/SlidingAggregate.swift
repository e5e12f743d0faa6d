/// Summaries of consecutive values that combine into the summary of them all.
protocol Aggregate: Sendable, Hashable {
  /// The summary of no value.
  static var empty: Self { get }

  /// The summary of the values of this one followed by those of `newer`.
  func merged(with newer: Self) -> Self
}

/// The aggregate of the last `window` values, in amortised O(1) and without subtraction.
///
/// Values come in blocks of `window`. The window is a suffix of the last complete block, whose
/// suffix aggregates are computed once when it completes, followed by the current block so far.
/// Nothing is ever subtracted, so no rounding residue of values that have left remains.
struct SlidingAggregate<Value: Aggregate>: Sendable, Hashable {
  // Up to `position` the current block's values; from there on the last block's suffixes.
  private var slots: [Value]
  private var current = Value.empty
  private var position = 0
  private var isFull = false

  /// Creates a window of at least one value.
  init(window: Int) {
    precondition(window >= 1, "a window holds at least one value")
    slots = Array(repeating: .empty, count: window)
  }

  /// Appends a value; the aggregate of the window, or `nil` until it is full.
  mutating func append(_ value: Value) -> Value? {
    slots[position] = value
    current = current.merged(with: value)
    position += 1
    guard position == slots.count else {
      return isFull ? slots[position].merged(with: current) : nil
    }
    let whole = current
    for index in stride(from: slots.count - 2, through: 0, by: -1) {
      slots[index] = slots[index].merged(with: slots[index + 1])
    }
    current = .empty
    position = 0
    isFull = true
    return whole
  }
}

/// A sum.
struct Total: Aggregate {
  static let empty = Total(value: 0)

  var value: Double

  func merged(with newer: Total) -> Total { Total(value: value + newer.value) }
}

/// Count, mean and sum of squared deviations, merged as in Chan, Golub and LeVeque (1979).
struct Moments: Aggregate {
  static let empty = Moments(count: 0, mean: 0, squaredDeviations: 0)

  var count: Double
  var mean: Double
  var squaredDeviations: Double

  init(count: Double, mean: Double, squaredDeviations: Double) {
    self.count = count
    self.mean = mean
    self.squaredDeviations = squaredDeviations
  }

  /// The moments of one value.
  init(_ value: Double) {
    self.init(count: 1, mean: value, squaredDeviations: 0)
  }

  /// The variance with divisor n − 1; 0 below two values.
  var sampleVariance: Double { count > 1 ? squaredDeviations / (count - 1) : 0 }

  func merged(with newer: Moments) -> Moments {
    let total = count + newer.count
    guard count > 0, newer.count > 0 else { return count > 0 ? self : newer }
    let difference = newer.mean - mean
    let share = newer.count / total
    return Moments(
      count: total, mean: mean + difference * share,
      squaredDeviations: squaredDeviations + newer.squaredDeviations
        + difference * difference * count * share)
  }
}
