/// What a hedge returned on the money paid for it (methodology 4.7).
///
/// The headline is the return on premium. The internal rate of return comes second and is not shown
/// for holding periods under five days, which it would annualise into absurd numbers.
public struct PremiumReturn: Sendable, Hashable, Codable {
  /// Calendar days held below which no annual rate is shown.
  public static let shortestAnnualisedDays = 5

  /// Everything paid, dollars, not negative: premium and commission.
  public let paidDollars: Double
  /// Everything received, dollars: sales and the final mark.
  public let receivedDollars: Double
  /// Calendar days from the first flow to the last; 0 without flows.
  public let daysHeld: Int
  /// The rates that solve the flows, whether shown or not.
  public let internalRateOfReturn: InternalRateOfReturn

  /// Measures flows in any order, the final mark included.
  ///
  /// - Throws: `nonFinite` with the index of the flow; `parameterOutOfRange("flows")` when the sum
  ///   paid or received is beyond the range of a `Double`.
  public init(_ flows: [CashFlow]) throws(SeriesError) {
    internalRateOfReturn = try InternalRateOfReturn(flows)
    daysHeld = try NetPresentValue(flows).days
    paidDollars = -flows.reduce(0.0) { $0 + min($1.amountDollars, 0) }
    receivedDollars = flows.reduce(0.0) { $0 + max($1.amountDollars, 0) }
    guard paidDollars.isFinite, receivedDollars.isFinite else {
      throw .parameterOutOfRange(name: "flows")
    }
  }

  /// Received over paid, less one (the multiple on invested capital − 1), as a fraction.
  ///
  /// −1 is a total loss. `nil` when nothing was paid, or so little that the ratio overflows.
  public var returnOnPremium: Double? {
    guard paidDollars > 0 else { return nil }
    let ratio = (receivedDollars - paidDollars) / paidDollars
    return ratio.isFinite ? ratio : nil
  }

  /// The internal rate of return as a fraction; `nil` under five days held or without a headline.
  public var shownRate: Double? {
    daysHeld < Self.shortestAnnualisedDays ? nil : internalRateOfReturn.headline
  }
}
