import Quant
import TestSupport
import Testing

/// One row of `vol_beta.json`.
private struct VolatilityBetaCase: Decodable {
  struct Bucket: Decodable {
    let lo, hi, n: Int
    let alpha, beta, seHC1, r2: Double?
  }
  struct Power: Decodable {
    let b0, p, sse: Double
  }
  struct Expected: Decodable {
    let buckets: [Bucket]
    let power: Power?
    let betaAt: [String: Double]?
  }
  let id: String
  let dte: [Int]
  let dVix, dFuture: [Double]
  let expected: Expected

  var observations: [VolatilityBetaObservation] {
    dte.indices.map {
      VolatilityBetaObservation(
        days: dte[$0], spotChange: dVix[$0], futureChange: dFuture[$0])
    }
  }
}

@Suite struct VolatilityBetaVectors {
  private func expect(
    _ computed: Double?, _ expected: Double?, absolute: Double = 0, relative: Double = 0,
    _ name: String
  ) {
    #expect(
      isClose(computed, expected, absolute: absolute, relative: relative),
      """
      \(name): computed \(computed as Any), expected \(expected as Any), tolerance \(absolute) absolute \
      or \(relative) relative
      """)
  }

  @Test func bucketsMatchTheReference() throws {
    for row in try Vectors.cases("vol_beta", as: VolatilityBetaCase.self) {
      // The reference keeps small buckets, to test the arithmetic on them too.
      let estimate = try VolatilityBetaEstimate(row.observations, minimumObservations: 3)
      #expect(estimate.buckets.count == row.expected.buckets.count)
      for (bucket, expected) in zip(estimate.buckets, row.expected.buckets) {
        let name = "\(row.id) \(expected.lo)-\(expected.hi)"
        #expect(bucket.days == expected.lo...expected.hi && bucket.count == expected.n, "\(name)")
        expect(
          bucket.regression?.intercept.estimate, expected.alpha, relative: 1e-9, "\(name) alpha")
        expect(bucket.slope?.estimate, expected.beta, relative: 1e-9, "\(name) beta")
        expect(bucket.slope?.standardError, expected.seHC1, relative: 1e-9, "\(name) se")
        expect(bucket.regression?.rSquared, expected.r2, relative: 1e-9, "\(name) R²")
      }
    }
  }

  @Test func bucketsBelowTheMinimumHaveNoSlope() throws {
    for row in try Vectors.cases("vol_beta", as: VolatilityBetaCase.self) {
      let estimate = try VolatilityBetaEstimate(row.observations)
      for (bucket, expected) in zip(estimate.buckets, row.expected.buckets) {
        #expect((bucket.slope == nil) == (expected.n < 60), "\(row.id) \(expected.lo)")
      }
    }
  }

  @Test func powerLawMatchesTheReference() throws {
    for row in try Vectors.cases("vol_beta", as: VolatilityBetaCase.self) {
      let estimate = try VolatilityBetaEstimate(row.observations, minimumObservations: 3)
      let power = row.expected.power
      expect(estimate.powerLaw?.curve.base, power?.b0, absolute: 1e-5, "\(row.id) b0")
      expect(estimate.powerLaw?.curve.exponent, power?.p, absolute: 1e-5, "\(row.id) p")
      expect(estimate.powerLaw?.sumOfSquaredErrors, power?.sse, relative: 1e-9, "\(row.id) sse")
      for (days, beta) in row.expected.betaAt ?? [:] {
        let days = try #require(Int(days))
        expect(
          estimate.powerLaw?.curve.value(days: days), beta, absolute: 1e-5, "\(row.id) at \(days)")
      }
      let usable = power.map { $0.b0 > 0 && $0.p >= 0 } ?? false
      #expect(estimate.provenance == (usable ? .derived : .assumed), "\(row.id)")
    }
  }
}

@Suite struct VolatilityBetaPowerLawTests {
  private func moves(
    _ count: Int, curve: VolatilityBeta, scale: Double = 1, noise: Double = 0,
    random: inout SplitMix64
  ) -> [VolatilityBetaObservation] {
    (0..<count).map { _ in
      let days = Int(random.uniform(1...200))
      let spot = scale * random.uniform(-3...3)
      let error = noise * random.uniform(-1...1)
      return VolatilityBetaObservation(
        days: days, spotChange: spot, futureChange: curve.value(days: days) * spot + scale * error)
    }
  }

  @Test func everyExactCurveIsRecovered() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<200 {
      let curve = VolatilityBeta(
        base: random.uniform(-3...3), exponent: random.uniform(-1...4))
      let scale = Double(sign: .plus, exponent: Int(random.uniform(-100...100)), significand: 1)
      let sample = moves(60, curve: curve, scale: scale, random: &random)
      let fit = try #require(try VolatilityBetaPowerLaw.fit(sample))
      #expect(
        isClose(fit.curve.base, curve.base, absolute: 1e-9, relative: 1e-9)
          && isClose(fit.curve.exponent, curve.exponent, absolute: 1e-9),
        "computed \(fit.curve), expected \(curve), tolerance 1e-9")
    }
  }

  @Test func noOtherCurveFitsBetter() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<200 {
      let sample = moves(
        80, curve: VolatilityBeta(base: 0.8, exponent: 0.7), noise: random.uniform(0...0.5),
        random: &random)
      let fit = try #require(try VolatilityBetaPowerLaw.fit(sample))
      for _ in 0..<5 {
        let other = VolatilityBeta(
          base: fit.curve.base + random.uniform(-0.1...0.1),
          exponent: fit.curve.exponent + random.uniform(-0.1...0.1))
        let errors = sample.reduce(0.0) { sum, move in
          let error = move.futureChange - other.value(days: move.days) * move.spotChange
          return sum + error * error
        }
        #expect(
          errors >= fit.sumOfSquaredErrors * (1 - 1e-12),
          "computed \(errors) at \(other), expected at least \(fit.sumOfSquaredErrors)")
      }
    }
  }

  @Test func samplesThatDetermineNoCurveGiveNone() throws {
    func fit(_ sample: [VolatilityBetaObservation]) throws -> VolatilityBetaPowerLaw? {
      try VolatilityBetaPowerLaw.fit(sample, minimumObservations: 1)
    }
    func move(_ days: Int, _ spot: Double, _ future: Double) -> VolatilityBetaObservation {
      VolatilityBetaObservation(days: days, spotChange: spot, futureChange: future)
    }
    #expect(try fit([]) == nil)
    #expect(try fit([move(10, 1, 0.5)]) == nil)
    #expect(try fit([move(10, 1, 0.5), move(10, 2, 1)]) == nil)
    #expect(try fit([move(10, 0, 0.5), move(90, 0, 1)]) == nil)
    #expect(try fit([move(10, 1, 0), move(90, 2, 0)]) == nil)
    // The second tenor moves against spot: the best curve vanishes there, at an infinite exponent.
    #expect(try fit([move(10, 1, 1), move(200, 1, -1)]) == nil)
    // Two points fix a curve: (1 + 30/30)^−p = ½ gives p = 1, and base 1 at 0 days.
    let two = try #require(try fit([move(0, 2, 2), move(30, 1, 0.5)]))
    #expect(isClose(two.curve.base, 1, absolute: 1e-12), "base \(two.curve.base), expected 1")
    #expect(isClose(two.curve.exponent, 1, absolute: 1e-12), "p \(two.curve.exponent), expected 1")
    #expect(try VolatilityBetaPowerLaw.fit([move(0, 2, 2), move(30, 1, 0.5)]) == nil)
  }

  @Test func estimateFallsBackToTheAssumedCurve() throws {
    let empty = try VolatilityBetaEstimate([])
    #expect(empty.buckets.map(\.count) == [0, 0, 0, 0, 0, 0] && empty.powerLaw == nil)
    #expect(empty.curve == .fallback && empty.provenance == .assumed)
    var random = SplitMix64(seed: 23)
    let rising = moves(
      100, curve: VolatilityBeta(base: 0.2, exponent: -0.5), random: &random)
    let estimate = try VolatilityBetaEstimate(rising)
    #expect(estimate.powerLaw != nil && !estimate.isUsable && estimate.curve == .fallback)
  }

  @Test func movesThatAreNotFiniteAreNamed() {
    let bad = [
      VolatilityBetaObservation(days: 1, spotChange: 1, futureChange: 1),
      VolatilityBetaObservation(days: 1, spotChange: 1, futureChange: .nan),
    ]
    #expect(throws: SeriesError.nonFinite(index: 1)) { try VolatilityBetaEstimate(bad) }
    #expect(throws: SeriesError.nonFinite(index: 1)) { try VolatilityBetaPowerLaw.fit(bad) }
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try VolatilityBetaBucket(bad, days: 1...14)
    }
  }
}
