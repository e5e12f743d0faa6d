/// A series scaled by a power of two to at most one and moved to mean zero.
///
/// Scaling by a power of two is exact, so squares neither overflow nor vanish whatever the unit of
/// the series; removing the mean first is what keeps a series with a large level and small
/// variation accurate.
struct CentredColumn {
  /// The original value is (mean + values[i])·2^exponent.
  let exponent: Int
  let mean: Double
  let values: [Double]
  /// Euclidean length of `values`.
  let length: Double
  /// Whether the variation is no more than the rounding of the level.
  let isConstant: Bool

  /// Centres a non-empty series of finite values.
  init(_ series: [Double]) {
    let count = Double(series.count)
    let largest = series.reduce(0) { max($0, abs($1)) }
    let exponent = largest > 0 ? largest.exponent + 1 : 0
    let scaled = series.map { $0.scaled(byPowerOfTwo: -exponent) }
    let firstMean = scaled.reduce(0, +) / count
    // The second pass removes the rounding error of the first.
    let mean = firstMean + scaled.reduce(0) { $0 + ($1 - firstMean) } / count
    let centred = scaled.map { $0 - mean }
    let length = centred.dotProduct(centred).squareRoot()
    isConstant = length <= 4 * Double.ulpOfOne * count.squareRoot()
    self.exponent = exponent
    self.mean = mean
    self.length = isConstant ? 0 : length
    values = isConstant ? Array(repeating: 0, count: series.count) : centred
  }
}

extension Double {
  /// The value times 2^exponent, rounded once; infinite on overflow.
  func scaled(byPowerOfTwo exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: self)
  }
}

extension [Double] {
  /// Σ aᵢ·bᵢ of two series of one length.
  func dotProduct(_ other: [Double]) -> Double {
    var sum = 0.0
    for index in indices { sum += self[index] * other[index] }
    return sum
  }

  /// Adds `factor` times another series of the same length.
  mutating func add(_ other: [Double], times factor: Double) {
    for index in indices { self[index] += factor * other[index] }
  }
}
