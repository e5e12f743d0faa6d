public import Quant

/// A book of shares, real-estate trusts and funds at one moment (methodology 3.7).
///
/// Several holdings of one ticker are lots and stay apart.
public struct EquityBook: Sendable, Hashable {
  /// The holdings, as entered.
  public let positions: [EquityPosition]
  /// Quantity times price of each holding, dollars, aligned with the positions; short is negative.
  public let marketValuesDollars: [Double]
  /// Net market value, dollars: long less short.
  public let marketValueDollars: Double
  /// Sum of the absolute market values, dollars.
  public let grossValueDollars: Double

  /// Creates a book; an empty one is worth 0.
  ///
  /// - Throws: with the position's index `nonFinite` for a quantity, price or dividend that is not
  ///   finite, `nonPositivePrice`, `unsortedDates` and `duplicateDate` for pay dates that do not
  ///   ascend; `parameterOutOfRange("dividendPerShareDollars")` for a negative dividend and
  ///   `parameterOutOfRange("marketValueDollars")` for values beyond the range of a `Double`.
  public init(_ positions: [EquityPosition]) throws(SeriesError) {
    for (index, position) in positions.enumerated() { try Self.require(position, index: index) }
    self.positions = positions
    marketValuesDollars = positions.map(\.marketValueDollars)
    marketValueDollars = marketValuesDollars.reduce(0, +)
    grossValueDollars = marketValuesDollars.reduce(0) { $0 + abs($1) }
    guard grossValueDollars.isFinite else {
      throw .parameterOutOfRange(name: "marketValueDollars")
    }
  }

  /// Each holding's share of the net market value, aligned with the positions; they sum to 1.
  ///
  /// `nil` unless the net value is positive and large enough to divide by: weights of an empty or
  /// net short book mean nothing.
  public var weights: [Double]? {
    guard marketValueDollars > 0 else { return nil }
    let weights = marketValuesDollars.map { $0 / marketValueDollars }
    return weights.allSatisfy(\.isFinite) ? weights : nil
  }

  private static func require(_ position: EquityPosition, index: Int) throws(SeriesError) {
    guard position.quantityShares.isFinite, position.priceDollars.isFinite,
      position.dividendPerShareDollars.isFinite
    else { throw .nonFinite(index: index) }
    guard position.priceDollars > 0 else { throw .nonPositivePrice(index: index) }
    guard position.dividendPerShareDollars >= 0 else {
      throw .parameterOutOfRange(name: "dividendPerShareDollars")
    }
    for (date, next) in zip(position.payDates, position.payDates.dropFirst()) {
      guard next >= date else { throw .unsortedDates(index: index) }
      guard next > date else { throw .duplicateDate(index: index) }
    }
  }
}
