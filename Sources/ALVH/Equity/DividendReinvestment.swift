public import Quant

/// The shares and cash that a holding has become through its dividends (methodology 3.7).
public struct DividendReinvestment: Sendable, Hashable, Codable {
  /// The state after one pay date.
  public struct Step: Sendable, Hashable, Codable {
    /// The pay date.
    public var payDate: CalendarDate
    /// Shares held after it.
    public var quantityShares: Double
    /// Dividends paid out so far, dollars.
    public var cashDollars: Double
  }

  /// Shares before the first payment.
  public let openingShares: Double
  /// The state after each payment, ascending.
  public let steps: [Step]

  /// Applies payments to a holding in order.
  ///
  /// With reinvestment a pay date multiplies the shares by 1 + net dividend/reinvestment price,
  /// fractions kept; without it the dividend becomes cash. Every share held before the pay date
  /// counts: the record date, some days earlier, is ignored.
  ///
  /// - Parameters:
  ///   - shares: shares held before the first payment, not negative.
  ///   - payments: strictly ascending by pay date.
  ///   - reinvests: whether dividends buy shares.
  /// - Throws: `parameterOutOfRange("shares")`; with the payment's index `nonFinite`,
  ///   `nonPositivePrice`, `unsortedDates` and `duplicateDate`;
  ///   `parameterOutOfRange("netDividendPerShareDollars")` for a negative one, and
  ///   `parameterOutOfRange("payments")` when the holding outgrows a `Double`.
  public init(
    shares: Double, payments: [DividendPayment], reinvests: Bool
  ) throws(SeriesError) {
    guard shares.isFinite, shares >= 0 else { throw .parameterOutOfRange(name: "shares") }
    try SeriesValidation.requireAscending(payments.map(\.payDate))
    var steps: [Step] = []
    var quantity = shares
    var cash = 0.0
    for (index, payment) in payments.enumerated() {
      try Self.require(payment, index: index)
      let net = payment.netDividendPerShareDollars
      if reinvests {
        quantity *= 1 + net / payment.reinvestmentPriceDollars
      } else {
        cash += quantity * net
      }
      guard quantity.isFinite, cash.isFinite else { throw .parameterOutOfRange(name: "payments") }
      steps.append(Step(payDate: payment.payDate, quantityShares: quantity, cashDollars: cash))
    }
    openingShares = shares
    self.steps = steps
  }

  /// Shares held at the close of a date.
  public func quantityShares(at date: CalendarDate) -> Double {
    steps.last { $0.payDate <= date }?.quantityShares ?? openingShares
  }

  private static func require(_ payment: DividendPayment, index: Int) throws(SeriesError) {
    guard payment.netDividendPerShareDollars.isFinite, payment.reinvestmentPriceDollars.isFinite
    else { throw .nonFinite(index: index) }
    guard payment.reinvestmentPriceDollars > 0 else { throw .nonPositivePrice(index: index) }
    guard payment.netDividendPerShareDollars >= 0 else {
      throw .parameterOutOfRange(name: "netDividendPerShareDollars")
    }
  }
}
