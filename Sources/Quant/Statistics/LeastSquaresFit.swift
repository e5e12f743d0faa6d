/// One estimated coefficient of a linear regression.
public struct RegressionCoefficient: Sendable, Hashable, Codable {
  /// The estimate, in units of the response per unit of the regressor.
  public let estimate: Double
  /// White's HC1 standard error in the same unit; `nil` when no degree of freedom is left.
  public let standardError: Double?

  /// Creates a coefficient.
  public init(estimate: Double, standardError: Double?) {
    self.estimate = estimate
    self.standardError = standardError
  }

  /// The estimate over its standard error; `nil` without a positive standard error.
  ///
  /// Also `nil` when the ratio is beyond the range of a `Double`.
  public var tStatistic: Double? {
    guard let standardError, standardError > 0 else { return nil }
    let ratio = estimate / standardError
    return ratio.isFinite ? ratio : nil
  }
}

/// A linear regression with an intercept, and how well it describes its sample.
///
/// Every number is finite.
public struct LeastSquaresFit: Sendable, Hashable, Codable {
  /// The intercept, in units of the response.
  public let intercept: RegressionCoefficient
  /// One coefficient for each regressor, in the order they were given.
  public let slopes: [RegressionCoefficient]
  /// 1 − RSS/TSS about the mean, in [0, 1]; `nil` when the response does not vary.
  public let rSquared: Double?
  /// The number of observations.
  public let count: Int

  /// Creates a fit from its figures.
  public init(
    intercept: RegressionCoefficient, slopes: [RegressionCoefficient], rSquared: Double?, count: Int
  ) {
    self.intercept = intercept
    self.slopes = slopes
    self.rSquared = rSquared
    self.count = count
  }

  /// Observations less estimated coefficients.
  public var degreesOfFreedom: Int { count - slopes.count - 1 }
}
