#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one-bar deviations at a pivot against which a divergence is measured (methodology 1.6).
struct DivergenceScale: Sendable, Hashable {
  /// A divergence's two strengths.
  struct Strength: Sendable, Hashable {
    var price: Double
    var volume: Double
    var total: Double { price + volume }
  }

  /// Sample deviation of the log returns.
  let returnDeviation: Double
  /// Root mean square of the volume line's changes.
  let volumeDeviation: Double

  /// The deviations over the `window` bars that end at `bar`; `nil` when either is zero.
  init?(close: RecentValues, volumeLine: RecentValues, endingAt bar: Int, window: Int) {
    var returns = Moments.empty
    var squares = 0.0
    for index in bar - window + 1...bar {
      returns = returns.merged(with: Moments(log(close[index] / close[index - 1])))
      let change = volumeLine[index] - volumeLine[index - 1]
      squares += change * change
    }
    guard returns.sampleVariance > 0, squares > 0 else { return nil }
    returnDeviation = returns.sampleVariance.squareRoot()
    volumeDeviation = (squares / Double(window)).squareRoot()
  }

  func strength(from reference: VolumePivot, to pivot: VolumePivot) -> Strength {
    let distance = Double(pivot.index - reference.index).squareRoot()
    return Strength(
      price: log(pivot.price / reference.price) / (returnDeviation * distance),
      volume: (reference.volume - pivot.volume) / (volumeDeviation * distance))
  }
}

/// A pivot high of the close with the maximum of the volume line around it.
struct VolumePivot: Sendable, Hashable {
  var index: Int
  var price: Double
  var volume: Double
  var volumeIndex: Int
}
