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
  ///
  /// Changes of the volume line are squared relative to a power of two near the greatest of them:
  /// the same digits, without overflow or underflow at any scale.
  init?(close: RecentValues, volumeLine: RecentValues, endingAt bar: Int, window: Int) {
    var returns = Moments.empty
    var greatest = 0.0
    for index in bar - window + 1...bar {
      returns = returns.merged(with: Moments(logRatio(close[index], over: close[index - 1])))
      greatest = max(greatest, abs((volumeLine[index] - volumeLine[index - 1]).bounded))
    }
    guard returns.sampleVariance > 0, greatest > 0 else { return nil }
    let unit = greatest.binade
    var squares = 0.0
    for index in bar - window + 1...bar {
      let change = (volumeLine[index] - volumeLine[index - 1]).bounded / unit
      squares += change * change
    }
    returnDeviation = returns.sampleVariance.squareRoot()
    volumeDeviation = ((squares / Double(window)).squareRoot() * unit).bounded
  }

  func strength(from reference: VolumePivot, to pivot: VolumePivot) -> Strength {
    let distance = Double(pivot.index - reference.index).squareRoot()
    return Strength(
      price: logRatio(pivot.price, over: reference.price) / (returnDeviation * distance),
      volume: (reference.volume - pivot.volume).bounded / (volumeDeviation * distance))
  }
}

/// A pivot high of the close with the maximum of the volume line around it.
struct VolumePivot: Sendable, Hashable {
  var index: Int
  var price: Double
  var volume: Double
  var volumeIndex: Int
}
