public import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A position that locks in a price instead of selling or buying volatility.
public struct ConversionFinding: Sendable, Hashable, Codable {
  /// The kinds of locked or synthetic position.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Long underlying, long put, short call at one strike.
    case conversion
    /// Short underlying, short put, long call at one strike.
    case reversal
    /// Synthetic long at one strike, synthetic short at another.
    case box
    /// Long call, short put at one strike: a future, which locks nothing.
    case syntheticLong
    /// Short call, long put at one strike: a short future, which locks nothing.
    case syntheticShort
  }

  /// What was found.
  public let kind: Kind
  /// Class and expiration of the options.
  public let series: OptionSeries
  /// The strike; for a box that of its synthetic long.
  public let strike: Double
  /// The strike of a box's synthetic short; `nil` for the other kinds.
  public let secondStrike: Double?
  /// Pairs of call and put, always positive.
  public let pairs: Int
  /// The underlying holding's name; `nil` without one.
  public let underlying: String?
  /// Present value of what is locked in at entry prices, dollars, without costs.
  ///
  /// Per unit D·(K − F) + (C − P) for a conversion, its negative for a reversal, and the discounted
  /// distance of the strikes less the net premium for a box. `nil` for a synthetic future.
  public let lockedDollars: Double?
}

/// Finds conversions, reversals, boxes and synthetic futures (methodology 3.6).
///
/// It flags and proposes nothing. SPX itself cannot be held, so a book of index options alone shows
/// boxes and synthetic futures only; with index-fund shares or VIX futures beside them it shows
/// conversions and reversals, matched by notional: every pair of $100 options takes $100 per point,
/// that is ten pairs per VX and one per VXM.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public enum ConversionDetector {
  /// The findings, by series and within one: boxes, conversions or reversals, synthetic futures.
  ///
  /// Legs are netted by contract, each is used once, boxes first; lower strikes before higher ones.
  /// Settled series are left out. An underlying that is only partly matched counts for whole pairs.
  ///
  /// - Parameters:
  ///   - positions: option holdings, in any order; VIX options included.
  ///   - underlyings: holdings that stand for an underlying, used in their order.
  ///   - market: date and rate for discounting.
  /// - Returns: the findings; empty when nothing is locked or synthetic.
  public static func find(
    _ positions: [Position], underlyings: [UnderlyingHolding], market: BookMarket
  ) -> [ConversionFinding] {
    var capacity = underlyings.map(\.dollarsPerPoint)
    let bySeries = Dictionary(grouping: BookLeg.net(positions), by: \.contract.series)
    return bySeries.sorted { $0.key < $1.key }.flatMap { series, legs -> [ConversionFinding] in
      guard let years = market.years(to: series) else { return [] }
      var inventory = SyntheticInventory(
        series: series, legs: legs, discount: exp(-market.rate * years).bounded)
      let boxes = inventory.takeBoxes()
      var locked: [ConversionFinding] = []
      for index in underlyings.indices where underlyings[index].matches(series) {
        locked += inventory.takeConversions(underlyings[index], capacity: &capacity[index])
      }
      return boxes + locked + inventory.takeRest()
    }
  }
}
