/// The four-state machine that finds failure swings bar by bar (methodology 1.4).
public struct FailureSwingDetector: Sendable, Hashable {
  private struct Extreme: Sendable, Hashable {
    var bar: Int
    var value: Double
  }

  /// What has been seen since the last event; a change of state consumes its bar.
  private enum State: Sendable, Hashable {
    case idle
    case rising(h1: Extreme)
    case dipping(h1: Extreme, l1: Extreme)
    case recovering(h1: Extreme, l1: Extreme, h2: Extreme)
  }

  /// The first high must be above this, 0 to 100.
  public let threshold: Double
  /// Least depth of the dip and least recovery from it, in index points.
  public let delta: Double
  /// Bars after the first high within which the break must come.
  public let maxBars: Int
  private var state = State.idle
  private var bar = -1

  /// Creates a detector before its first bar.
  ///
  /// - Throws: `parameterOutOfRange` unless 0 ≤ `threshold` ≤ 100, `delta` > 0, `maxBars` ≥ 1.
  public init(
    threshold: Double = 60, delta: Double = 2, maxBars: Int = 60
  ) throws(SeriesError) {
    try SeriesValidation.require(threshold, in: 0...100, name: "threshold")
    try SeriesValidation.require(
      delta, in: Double.leastNonzeroMagnitude...100, name: "delta")
    try SeriesValidation.require(maxBars, in: 1..., name: "maxBars")
    self.threshold = threshold
    self.delta = delta
    self.maxBars = maxBars
  }

  /// Appends one bar and returns the swing that becomes known at its close, if any; O(1).
  ///
  /// A missing value returns the machine to its start.
  public mutating func append(_ rsi: Double?) -> FailureSwing? {
    bar += 1
    guard let rsi else {
      state = .idle
      return nil
    }
    if let firstHigh, bar - firstHigh.bar > maxBars { state = .idle }
    let here = Extreme(bar: bar, value: rsi)
    switch state {
    case .idle:
      if rsi > threshold { state = .rising(h1: here) }
    case .rising(let h1):
      if rsi > h1.value {
        state = .rising(h1: here)
      } else if rsi <= h1.value - delta {
        state = .dipping(h1: h1, l1: here)
      }
    case .dipping(let h1, let l1):
      if rsi > h1.value {
        state = .rising(h1: here)
      } else if rsi >= l1.value + delta {
        state = .recovering(h1: h1, l1: l1, h2: here)
      } else if rsi < l1.value {
        state = .dipping(h1: h1, l1: here)
      }
    case .recovering(let h1, let l1, let h2):
      if rsi > h1.value {
        state = .rising(h1: here)
      } else if rsi < l1.value {
        state = .idle
        return FailureSwing(
          h1: h1.bar, l1: l1.bar, h2: h2.bar, known: bar, valueAtH1: h1.value,
          valueAtL1: l1.value, valueAtH2: h2.value, valueAtBreak: rsi)
      } else if rsi > h2.value {
        state = .recovering(h1: h1, l1: l1, h2: here)
      }
    }
    return nil
  }

  private var firstHigh: Extreme? {
    switch state {
    case .idle: nil
    case .rising(let h1), .dipping(let h1, _), .recovering(let h1, _, _): h1
    }
  }
}
