public import Quant

/// Why there is no single pay-off profile.
public enum PayoffError: Error, Hashable, Sendable {
  /// There is no position.
  case noPositions
  /// The positions belong to more than one class or expiration: `PayoffProfile.perSeries` applies.
  case mixedSeries([OptionSeries])
}

/// A corner of a pay-off profile.
public struct PayoffNode: Hashable, Sendable, Codable {
  /// Settlement value of the index, points.
  public var settlement: Double
  /// Profit or loss at expiration including the entry premium, dollars.
  public var profit: Double
}

/// Profit and loss at expiration of positions in one series: exact and piecewise linear.
///
/// Methodology 3.2. Between the nodes {0, strikes} the profile is linear, beyond the last strike it
/// has slope `rightSlope`.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct PayoffProfile: Hashable, Sendable, Codable {
  /// Class and expiration of the positions.
  public var series: OptionSeries
  /// The corners, ascending, from settlement 0 to the highest strike.
  public var nodes: [PayoffNode]
  /// Dollars per index point beyond the highest strike.
  public var rightSlope: Double
  /// Net premium received for all positions, index points times contracts; negative when paid.
  public var credit: Double
  /// Settlement values with neither profit nor loss, ascending.
  ///
  /// Where the profile is zero over an interval, its ends; settlement 0 itself is never listed.
  public var breakEvens: [Double]

  /// Builds the profile of positions that share class and expiration.
  ///
  /// Complexity: O(n²) in the number of positions.
  ///
  /// - Parameter positions: the holdings, in any order; lots of one contract need not be netted.
  /// - Throws: ``PayoffError``.
  public init(positions: [Position]) throws(PayoffError) {
    let all = Set(positions.map(\.contract.series)).sorted()
    guard let series = all.first else { throw .noPositions }
    guard all.count == 1 else { throw .mixedSeries(all) }
    self.init(series: series, positions: positions)
  }

  /// One profile per class and expiration, in order of expiration; empty without positions.
  public static func perSeries(_ positions: [Position]) -> [PayoffProfile] {
    Dictionary(grouping: positions, by: \.contract.series)
      .sorted { $0.key < $1.key }
      .map { PayoffProfile(series: $0.key, positions: $0.value) }
  }

  private init(series: OptionSeries, positions: [Position]) {
    let multiplier = series.root.multiplier
    let prices = [0] + Set(positions.map(\.contract.strike)).sorted()
    self.series = series
    nodes = prices.map { price in
      let points = positions.boundedSum {
        Double($0.quantity) * ($0.contract.intrinsicValue(at: price) - $0.entryPrice).bounded
      }
      return PayoffNode(settlement: price, profit: (multiplier * points).bounded)
    }
    let calls = positions.filter { $0.contract.right == .call }.boundedCount(\.quantity)
    rightSlope = multiplier * Double(calls)
    credit = -positions.boundedSum { Double($0.quantity) * $0.entryPrice }
    breakEvens = BreakEvens.find(nodes, rightSlope: rightSlope)
  }

  /// Greatest profit, dollars; `nil` when unbounded, negative when every outcome is a loss.
  public var maxProfit: Double? {
    rightSlope > 0 ? nil : nodes.map(\.profit).max()
  }

  /// Greatest loss as a positive number, dollars; `nil` when unbounded.
  ///
  /// Negative when every outcome is a profit.
  public var maxLoss: Double? {
    rightSlope < 0 ? nil : nodes.map { -$0.profit }.max()
  }

  /// Whether a premium was received and no outcome loses: an arbitrage, or more likely bad data.
  public var isArbitrageOrBadData: Bool {
    guard credit > 0, let maxLoss else { return false }
    return maxLoss <= 0
  }

  /// Profit or loss when the index settles at `settlement`, dollars.
  ///
  /// `settlement` must not be negative.
  public func value(at settlement: Double) -> Double {
    precondition(settlement >= 0, "a settlement value is not negative")
    guard let upper = nodes.firstIndex(where: { $0.settlement > settlement }), upper > 0 else {
      guard let last = nodes.last else { return 0 }
      return (last.profit + (rightSlope * (settlement - last.settlement)).bounded).bounded
    }
    let (low, high) = (nodes[upper - 1], nodes[upper])
    let share = (settlement - low.settlement) / (high.settlement - low.settlement)
    return (low.profit + share * (high.profit - low.profit).bounded).bounded
  }
}
