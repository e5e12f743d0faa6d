#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Market-capitalisation rotation at every session (methodology 1.11).
public struct RotationTrack: Sendable, Hashable {
  /// What the rotation is measured from; shown beside every value.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Weights of the members: ROT between 0 and 1, with a direction by P/E.
    case memberWeights
    /// One file: the fall of the cap-weighted over the equal-weighted index, without ROT_PE.
    case capToEqualWeightRatio
  }

  /// The rotation at the close of one session.
  public struct Reading: Sendable, Hashable {
    /// What it is measured from.
    public let basis: Basis
    /// ROT over `lag` sessions: a fraction of the capitalisation, or a log change of the ratio.
    public let rotation: StatisticResult<Double>
    /// ROT_PE over `lag` sessions, a fraction of the capitalisation.
    public let directionalRotation: StatisticResult<Double>
    /// Deviations of ROT from its mean over 252 sessions; every one must have a value.
    public let score: StatisticResult<Double>
    /// Whether ROT is above its value `lag` sessions ago and its score above 1.
    public let isAccelerating: StatisticResult<Bool>

    /// Whether rotation accelerates and leaves the members that were expensive by P/E.
    public var isAwayFromHighPriceEarnings: StatisticResult<Bool> {
      switch (isAccelerating, directionalRotation) {
      case (.defined(let accelerates), .defined(let direction)):
        .defined(accelerates && direction < 0)
      case (.undefined(let reason), _), (_, .undefined(let reason)): .undefined(reason)
      }
    }

    /// Where in a coverage band the target lies: `clamp(z/2, 0, 1)` (methodology 4.4).
    public var targetFraction: StatisticResult<Double> {
      score.map { max(0, min(1, $0 / 2)) }
    }
  }

  /// Sessions of the score's window, the newest included.
  public static let scoreSessions = 252

  /// What the rotation is measured from.
  public let basis: Basis
  /// Sessions over which weights are compared.
  public let lag: Int
  private let rotations: [StatisticResult<Double>]
  private let directions: [StatisticResult<Double>]

  /// Follows the members' weights over sessions, in O(sessions · tickers).
  ///
  /// - Parameters:
  ///   - table: The members, point in time.
  ///   - sessions: The sessions, ascending.
  ///   - lag: Sessions over which weights are compared.
  /// - Throws: `parameterOutOfRange("lag")` below 1, `unsortedDates`, `duplicateDate`.
  public init(
    _ table: FundamentalsTable, sessions: [CalendarDate], lag: Int = 21
  ) throws(SeriesError) {
    try SeriesValidation.require(lag, in: 1..., name: "lag")
    try SeriesValidation.requireAscending(sessions)
    basis = .memberWeights
    self.lag = lag
    var rotations: [StatisticResult<Double>] = []
    var directions: [StatisticResult<Double>] = []
    var window: [CapitalisationWeights] = []
    for (index, date) in sessions.enumerated() {
      let now = CapitalisationWeights(table.snapshot(on: date))
      guard index >= lag else {
        window.append(now)
        let warmUp = UndefinedStatistic.tooFewValues(known: index + 1, needed: lag + 1)
        rotations.append(.undefined(warmUp))
        directions.append(.undefined(warmUp))
        continue
      }
      let then = window[index % lag]
      rotations.append(now.rotation(since: then))
      directions.append(now.directionalRotation(since: then))
      window[index % lag] = now
    }
    self.rotations = rotations
    self.directions = directions
  }

  /// Follows the ratio of a cap-weighted to an equal-weighted index or fund, in O(sessions).
  ///
  /// `ROT = −Δ ln(cap-weighted / equal-weighted)` over `lag` sessions: positive when the largest
  /// members lose weight. It says nothing about P/E.
  ///
  /// - Parameters:
  ///   - capWeighted: Closes of the cap-weighted index, such as SPY.
  ///   - equalWeighted: Closes of the equal-weighted index on the same sessions, such as RSP.
  ///   - lag: Sessions over which the ratio is compared.
  /// - Throws: `parameterOutOfRange("lag")` below 1, `emptySeries`, `lengthMismatch`, `nonFinite`,
  ///   `nonPositivePrice`.
  public init(
    capWeighted: [Double], equalWeighted: [Double], lag: Int = 21
  ) throws(SeriesError) {
    try SeriesValidation.require(lag, in: 1..., name: "lag")
    try SeriesValidation.requireSameLength(capWeighted.count, equalWeighted.count)
    try SeriesValidation.requirePrices(capWeighted)
    try SeriesValidation.requirePrices(equalWeighted)
    basis = .capToEqualWeightRatio
    self.lag = lag
    let ratios = zip(capWeighted, equalWeighted).map { log($0) - log($1) }
    rotations = ratios.indices.map { index in
      guard index >= lag else {
        return .undefined(.tooFewValues(known: index + 1, needed: lag + 1))
      }
      return .defined(ratios[index - lag] - ratios[index])
    }
    directions = ratios.map { _ in .undefined(.missingInput(name: "pe_ttm")) }
  }

  /// The reading at the close of a session, in O(252); `index` must be one of the sessions.
  public func reading(at index: Int) -> Reading {
    let score = score(at: index)
    return Reading(
      basis: basis, rotation: rotations[index], directionalRotation: directions[index],
      score: score, isAccelerating: isAccelerating(at: index, score: score))
  }

  private func score(at index: Int) -> StatisticResult<Double> {
    guard case .defined = rotations[index] else { return rotations[index] }
    let window = rotations[max(0, index - Self.scoreSessions + 1)...index]
    return SampleSpread.scoreOfLast(in: window.compactMap(\.value), needed: Self.scoreSessions)
  }

  private func isAccelerating(
    at index: Int, score: StatisticResult<Double>
  ) -> StatisticResult<Bool> {
    guard case .defined(let score) = score else { return score.map { _ in false } }
    guard let now = rotations[index].value, index >= lag,
      case .defined(let then) = rotations[index - lag]
    else { return .undefined(.tooFewValues(known: index + 1, needed: 2 * lag + 1)) }
    return .defined(now > then && score > 1)
  }
}
