/// The members of a universe with their shares of its market capitalisation (methodology 1.11).
public struct CapitalisationWeights: Sendable, Hashable {
  /// One member.
  public struct Member: Sendable, Hashable {
    /// The ticker.
    public let ticker: String
    /// Share of the whole capitalisation, 0 to 1.
    public let fraction: Double
    /// Price over trailing earnings; negative with a loss, `nil` when missing.
    public let priceToEarnings: Double?
  }

  /// Members with a capitalisation, ascending by ticker; their fractions sum to 1.
  public let members: [Member]
  /// Tickers without one, ascending.
  public let missing: [String]

  /// The weights of one date; both lists are empty without a member.
  public init(_ snapshot: FundamentalsSnapshot) {
    let known = snapshot.members.compactMap { record in
      record.marketCapitalisation.map { (record: record, capitalisation: $0) }
    }
    // Measured against the largest, so that the sum cannot overflow.
    let largest = known.reduce(0) { max($0, $1.capitalisation) }
    let total = known.reduce(0) { $0 + $1.capitalisation / largest }
    members = known.map {
      Member(
        ticker: $0.record.ticker, fraction: $0.capitalisation / largest / total,
        priceToEarnings: $0.record.priceToEarnings)
    }
    missing = snapshot.members.filter { $0.marketCapitalisation == nil }.map(\.ticker)
  }

  /// The change of every weight since an earlier date, union of both, missing weights 0.
  ///
  /// Ascending by ticker.
  func changes(since earlier: CapitalisationWeights) -> [(ticker: String, change: Double)] {
    var changes: [(ticker: String, change: Double)] = []
    changes.reserveCapacity(max(members.count, earlier.members.count))
    var now = 0
    var then = 0
    while now < members.count || then < earlier.members.count {
      let isNow =
        now < members.count
        && (then == earlier.members.count
          || members[now].ticker <= earlier.members[then].ticker)
      let ticker = isNow ? members[now].ticker : earlier.members[then].ticker
      var change = 0.0
      if isNow {
        change += members[now].fraction
        now += 1
      }
      if then < earlier.members.count, earlier.members[then].ticker == ticker {
        change -= earlier.members[then].fraction
        then += 1
      }
      changes.append((ticker, change))
    }
    return changes
  }

  /// Half the sum of absolute weight changes since an earlier date, 0 to 1.
  ///
  /// - Returns: ROT of methodology 1.11; undefined when either date has no member.
  public func rotation(since earlier: CapitalisationWeights) -> StatisticResult<Double> {
    guard !members.isEmpty, !earlier.members.isEmpty else {
      return .undefined(.missingInput(name: "fundamentals"))
    }
    let sum = changes(since: earlier).reduce(0) { $0 + $1.change.magnitude }
    return .defined(min(1, sum / 2))
  }

  /// Change of the weight of what was the most expensive fifth by P/E at an earlier date.
  ///
  /// Members with a positive P/E are ranked; the fifth is rounded up and ties with its last member
  /// belong to it, so that the result does not depend on names. A weight since gone counts as 0.
  ///
  /// - Returns: ROT_PE of methodology 1.11, −1 to 1; negative when weight leaves the expensive
  ///   members. Undefined with fewer than five ranked members, or without members now.
  public func directionalRotation(
    since earlier: CapitalisationWeights
  ) -> StatisticResult<Double> {
    guard !members.isEmpty else { return .undefined(.missingInput(name: "fundamentals")) }
    let ranked = earlier.members.compactMap(\.priceToEarnings).filter { $0 > 0 }.sorted(by: >)
    guard ranked.count >= 5 else {
      return .undefined(.tooFewValues(known: ranked.count, needed: 5))
    }
    let cut = ranked[(ranked.count + 4) / 5 - 1]
    let expensive = Set(
      earlier.members.filter { ($0.priceToEarnings ?? 0) >= cut }.map(\.ticker))
    let sum = changes(since: earlier).reduce(0.0) {
      expensive.contains($1.ticker) ? $0 + $1.change : $0
    }
    return .defined(max(-1, min(1, sum)))
  }
}
