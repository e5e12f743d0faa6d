import Quant
import TestSupport
import Testing

@Suite struct OrdinaryLeastSquaresTests {
  private func fit(_ response: [Double], _ regressors: [[Double]]) throws -> LeastSquaresFit {
    try #require(try OrdinaryLeastSquares.regress(response, on: regressors).fit)
  }

  private func expect(
    _ computed: Double?, _ expected: Double, relative: Double = 1e-12, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      isClose(computed, expected, absolute: relative * abs(expected)),
      "\(name): computed \(computed as Any), expected \(expected), tolerance \(relative) relative",
      sourceLocation: sourceLocation)
  }

  // x̄ = 1.5, ȳ = 2.75, Sxx = 5, Sxy = 2.625 − 0.125 − 0.375 + 3.375 = 5.5: slope 1.1, intercept
  // 1.1. Residuals −0.1, 0.8, −1.3, 0.6: RSS = 2.7, TSS = 8.75. HC1 of the slope:
  // Σz²e² = 0.0225 + 0.16 + 0.4225 + 0.81 = 1.415; 4/2·1.415/25 = 0.1132. Weights of the intercept
  // 1/4 − 1.5·z/5 = 0.7, 0.4, 0.1, −0.2: 4/2·(0.0049 + 0.1024 + 0.0169 + 0.0144) = 0.2772.
  @Test func oneRegressorByHand() throws {
    let line = try fit([1, 3, 2, 5], [[0, 1, 2, 3]])
    expect(line.slopes[0].estimate, 1.1, "slope")
    expect(line.intercept.estimate, 1.1, "intercept")
    expect(line.rSquared, 1 - 2.7 / 8.75, "R²")
    expect(line.slopes[0].standardError, 0.1132.squareRoot(), "se slope")
    expect(line.intercept.standardError, 0.2772.squareRoot(), "se intercept")
    expect(line.slopes[0].tStatistic, 1.1 / 0.1132.squareRoot(), "t")
    #expect(line.count == 4 && line.degreesOfFreedom == 2)
  }

  // A 2² design, replicated: x₁, x₂ = ±1 are orthogonal, so b₁ = Σx₁y/8 and so on. y = 10 + 2x₁ −
  // 3x₂ + e with e = ±1 within each cell: every weight is ±1/8 and every e² is 1, so each
  // variance is 8/5·8/64 = 0.2.
  @Test func twoRegressorsByHand() throws {
    let first: [Double] = [1, 1, 1, 1, -1, -1, -1, -1]
    let second: [Double] = [1, 1, -1, -1, 1, 1, -1, -1]
    let noise: [Double] = [1, -1, 1, -1, 1, -1, 1, -1]
    let response = (0..<8).map { 10 + 2 * first[$0] - 3 * second[$0] + noise[$0] }
    let plane = try fit(response, [first, second])
    for (coefficient, value) in zip([plane.intercept] + plane.slopes, [10.0, 2, -3]) {
      expect(coefficient.estimate, value, "estimate")
      expect(coefficient.standardError, 0.2.squareRoot(), "standard error")
    }
    expect(plane.rSquared, 104.0 / 112, "R²")
  }

  // In exact rational arithmetic: (X′X)⁻¹X′y = (3/4, −1/4, 1), and the square roots of the diagonal
  // of 7/4·(X′X)⁻¹X′diag(e²)X(X′X)⁻¹. The regressors are correlated, so every term counts.
  @Test func correlatedRegressorsByRationalArithmetic() throws {
    let plane = try fit(
      [3, 1, 4, 1, 5, 9, 2], [[1, 2, 3, 4, 5, 6, 8], [2, 1, 4, 3, 7, 5, 5]])
    let expected = [
      (0.75, 1.0734307400986467), (-0.25, 0.5667250237551891), (1, 0.5138055389246231),
    ]
    for (coefficient, (estimate, error)) in zip([plane.intercept] + plane.slopes, expected) {
      expect(coefficient.estimate, estimate, "estimate")
      expect(coefficient.standardError, error, "standard error")
    }
    expect(plane.rSquared, 0.34505988023952094, "R²")
  }

  @Test func everyExactPlaneIsRecoveredAtAnyScaleAndLevel() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let count = Int(random.uniform(8...40))
      let scale = Double(sign: .plus, exponent: Int(random.uniform(-300...300)), significand: 1)
      let columns = (0..<3).map { _ in
        let level = random.uniform(-1000...1000)
        return (0..<count).map { _ in level + random.uniform(-1...1) }
      }
      let slopes = (0..<3).map { _ in random.uniform(1...3) }
      let response = (0..<count).map { row in
        scale * (4 + (0..<3).reduce(0.0) { $0 + slopes[$1] * columns[$1][row] })
      }
      let plane = try fit(response, columns)
      for (slope, expected) in zip(plane.slopes, slopes) {
        expect(slope.estimate / scale, expected, relative: 1e-9, "slope")
      }
      #expect((plane.rSquared ?? 0) > 1 - 1e-12)
    }
  }

  @Test func residualsAreOrthogonalToEveryRegressor() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<200 {
      let count = Int(random.uniform(5...60))
      func series() -> [Double] { (0..<count).map { _ in random.uniform(-2...3) } }
      let (first, second, response) = (series(), series(), series())
      let plane = try fit(response, [first, second])
      let residuals = (0..<count).map {
        response[$0] - plane.intercept.estimate - plane.slopes[0].estimate * first[$0]
          - plane.slopes[1].estimate * second[$0]
      }
      for column in [first, second, Array(repeating: 1, count: count)] {
        let product = zip(column, residuals).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product) < 1e-10, "X′e = \(product), expected 0, tolerance 1e-10")
      }
    }
  }

  // Changing the unit of a series changes only the unit of the result, bit for bit when the unit
  // is a power of two.
  @Test func powersOfTwoScaleThrough() throws {
    let x = RandomWalk(seed: 3, count: 50).close
    let y = RandomWalk(seed: 4, count: 50).close
    let plain = try fit(y, [x])
    let scaled = try fit(y.map { $0 * 0x1p600 }, [x.map { $0 * 0x1p-300 }])
    #expect(scaled.slopes[0].estimate == plain.slopes[0].estimate * 0x1p900)
    #expect(scaled.intercept.estimate == plain.intercept.estimate * 0x1p600)
    #expect(scaled.rSquared == plain.rSquared)
  }

  @Test func aConstantResponseHasNoRSquared() throws {
    let flat = try fit([7.1, 7.1, 7.1, 7.1, 7.1], [[1, 2, 3, 5, 8]])
    #expect(flat.rSquared == nil)
    #expect(flat.slopes[0] == RegressionCoefficient(estimate: 0, standardError: 0))
    #expect(flat.slopes[0].tStatistic == nil)
    expect(flat.intercept.estimate, 7.1, "intercept")
  }

  @Test func withoutRegressorTheInterceptIsTheMean() throws {
    let mean = try fit([1, 2, 6], [])
    expect(mean.intercept.estimate, 3, "mean")
    // s²/n = 7/3 with deviations −2, −1, 3.
    expect(mean.intercept.standardError, (7.0 / 3).squareRoot(), "standard error")
    #expect(mean.rSquared == 0)
    #expect(try fit([5], []).intercept == RegressionCoefficient(estimate: 5, standardError: nil))
  }

  @Test func twoPointsGiveALineWithoutStandardErrors() throws {
    let line = try fit([1, 5], [[2, 4]])
    expect(line.slopes[0].estimate, 2, "slope")
    #expect(line.slopes[0].standardError == nil && line.intercept.standardError == nil)
    #expect(
      try OrdinaryLeastSquares.regress([1], on: [[2]]) == .tooFewObservations(needed: 2))
  }

  @Test func dependentRegressorsAreNamed() throws {
    let x: [Double] = [1, 2, 4, 8, 16]
    let y: [Double] = [3, 1, 4, 1, 5]
    let constant = [Double](repeating: 0.1, count: 5)
    #expect(try OrdinaryLeastSquares.regress(y, on: [constant]) == .rankDeficient(regressor: 0))
    #expect(try OrdinaryLeastSquares.regress(y, on: [x, constant]) == .rankDeficient(regressor: 1))
    let combination = zip(x, y).map { 3 * $0 - 2 * $1 + 7 }
    #expect(
      try OrdinaryLeastSquares.regress(y, on: [x, y, combination]) == .rankDeficient(regressor: 2))
  }

  @Test func resultsBeyondTheRangeOfADoubleAreReported() throws {
    let outcome = try OrdinaryLeastSquares.regress(
      [-1e308, 1e308, 0], on: [[-1e-300, 1e-300, 0]])
    #expect(outcome == .overflow)
    let greatest = Double.greatestFiniteMagnitude
    let wide = try OrdinaryLeastSquares.regress(
      [greatest, -greatest, greatest, 0], on: [[greatest, -greatest, 0, 1]])
    #expect((wide.fit?.slopes[0].estimate).map { $0 > 0.5 && $0 < 1.5 } == true)
  }

  @Test func invalidInputIsNamed() {
    #expect(throws: SeriesError.emptySeries) { try OrdinaryLeastSquares.regress([], on: []) }
    #expect(throws: SeriesError.lengthMismatch) {
      try OrdinaryLeastSquares.regress([1, 2], on: [[1, 2], [1]])
    }
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try OrdinaryLeastSquares.regress([1, .nan], on: [[.nan, 1]])
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) {
      try OrdinaryLeastSquares.regress([1, 2], on: [[.infinity, 1]])
    }
  }
}
