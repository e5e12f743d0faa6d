/// An ordinary least-squares regression with an intercept, or why there is none.
///
/// y = a + Σ bⱼ·xⱼ + e with White's heteroskedasticity-robust standard errors in the HC1 form,
/// `n/(n − k)·(X′X)⁻¹X′diag(e²)X(X′X)⁻¹` with k coefficients, intercept included (MacKinnon and
/// White, Journal of Econometrics 29, 1985). Columns are centred and scaled, then decomposed by QR,
/// so that results hold for series of any scale and level.
public enum OrdinaryLeastSquares: Sendable, Hashable, Codable {
  /// The regression.
  case fitted(LeastSquaresFit)
  /// Fewer observations than coefficients, intercept included.
  case tooFewObservations(needed: Int)
  /// The regressor, counted from 0, is constant or a combination of those before it.
  ///
  /// The line is drawn where less than 10⁻⁹ of the regressor's variation is its own.
  case rankDeficient(regressor: Int)
  /// A coefficient or its standard error is beyond the range of a `Double`.
  case overflow

  /// The regression when there is one.
  public var fit: LeastSquaresFit? {
    if case .fitted(let fit) = self { return fit }
    return nil
  }

  /// Regresses a response on regressors.
  ///
  /// With as many observations as coefficients the line passes through every point and standard
  /// errors are `nil`. Without a regressor the intercept is the mean. O(n·k²).
  ///
  /// - Parameters:
  ///   - response: the dependent series.
  ///   - regressors: one series for each regressor, aligned with the response.
  /// - Returns: the regression, or the reason that there is none.
  /// - Throws: `emptySeries`, `lengthMismatch`, and `nonFinite` with the first bad observation of
  ///   the first bad series, the response before the regressors.
  public static func regress(
    _ response: [Double], on regressors: [[Double]]
  ) throws(SeriesError) -> OrdinaryLeastSquares {
    try SeriesValidation.requireFinite(response)
    for regressor in regressors {
      try SeriesValidation.requireSameLength(response.count, regressor.count)
      try SeriesValidation.requireFinite(regressor)
    }
    guard response.count > regressors.count else {
      return .tooFewObservations(needed: regressors.count + 1)
    }
    let columns = regressors.map { CentredColumn($0) }
    var basis = OrthogonalBasis()
    for (index, column) in columns.enumerated() where !basis.append(column) {
      return .rankDeficient(regressor: index)
    }
    let scaled = ScaledRegression(response: CentredColumn(response), columns: columns, basis: basis)
    return scaled.fit.map { .fitted($0) } ?? .overflow
  }
}

/// The regression in the scaled units of its columns.
private struct ScaledRegression {
  let response: CentredColumn
  let columns: [CentredColumn]
  let slopes: [Double]
  let residuals: [Double]
  let weights: [[Double]]

  init(response: CentredColumn, columns: [CentredColumn], basis: OrthogonalBasis) {
    self.response = response
    self.columns = columns
    let (coordinates, rest) = basis.split(response.values)
    slopes = basis.solve(coordinates)
    residuals = rest
    weights = basis.weights()
  }

  /// The fit in the original units; `nil` on overflow.
  var fit: LeastSquaresFit? {
    var intercept = response.mean
    var interceptWeights = [Double](repeating: 1 / Double(residuals.count), count: residuals.count)
    for (index, column) in columns.enumerated() {
      intercept -= slopes[index] * column.mean
      interceptWeights.add(weights[index], times: -column.mean)
    }
    let slopes = columns.indices.compactMap { index in
      coefficient(
        self.slopes[index], weights[index], exponent: response.exponent - columns[index].exponent)
    }
    guard slopes.count == columns.count,
      let constant = coefficient(intercept, interceptWeights, exponent: response.exponent)
    else { return nil }
    return LeastSquaresFit(
      intercept: constant, slopes: slopes, rSquared: rSquared, count: residuals.count)
  }

  private var rSquared: Double? {
    guard !response.isConstant else { return nil }
    let unexplained = residuals.dotProduct(residuals).squareRoot() / response.length
    return min(max(1 - unexplained * unexplained, 0), 1)
  }

  /// Scales an estimate back and adds its HC1 standard error, √(n/(n − k)·Σ(wᵢ·eᵢ)²).
  private func coefficient(
    _ estimate: Double, _ weights: [Double], exponent: Int
  ) -> RegressionCoefficient? {
    let estimate = estimate.scaled(byPowerOfTwo: exponent)
    guard estimate.isFinite else { return nil }
    let freedom = residuals.count - columns.count - 1
    guard freedom > 0 else { return RegressionCoefficient(estimate: estimate, standardError: nil) }
    var sum = 0.0
    for (weight, residual) in zip(weights, residuals) {
      sum += weight * residual * (weight * residual)
    }
    let error = (sum * Double(residuals.count) / Double(freedom)).squareRoot()
    let scaled = error.scaled(byPowerOfTwo: exponent)
    return scaled.isFinite
      ? RegressionCoefficient(estimate: estimate, standardError: scaled) : nil
  }
}
