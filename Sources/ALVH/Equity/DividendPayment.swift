public import Quant

/// One dividend, and the price at which it can buy further shares.
public struct DividendPayment: Sendable, Hashable, Codable {
  /// The day it is paid.
  public var payDate: CalendarDate
  /// Dollars per share after tax withheld.
  public var netDividendPerShareDollars: Double
  /// Price per share at which it is reinvested, dollars.
  public var reinvestmentPriceDollars: Double

  /// Creates a payment.
  public init(
    payDate: CalendarDate, netDividendPerShareDollars: Double, reinvestmentPriceDollars: Double
  ) {
    self.payDate = payDate
    self.netDividendPerShareDollars = netDividendPerShareDollars
    self.reinvestmentPriceDollars = reinvestmentPriceDollars
  }
}

extension EquityPosition {
  /// Calendar days a price may be older than the pay date on which it is used.
  public static let greatestPriceAgeDays = 7

  /// The payments known by a date, each at the last price known on its pay date.
  ///
  /// - Parameters:
  ///   - prices: prices per share in dollars, strictly ascending by date.
  ///   - withholdingFraction: tax withheld from the gross dividend, 0 to 1.
  ///   - date: later pay dates are left out and later prices are not read.
  /// - Returns: one payment for each pay date, ascending.
  /// - Throws: `parameterOutOfRange("withholdingFraction")`; `nonFinite`, `nonPositivePrice`,
  ///   `unsortedDates` and `duplicateDate` for prices, with their index;
  ///   `missingInput("reinvestmentPrice")` when no price is known on a pay date, and
  ///   `stale("reinvestmentPrice", asOf)` when the last is more than seven days old.
  public func payments(
    prices: [DatedValue], withholdingFraction: Double = 0, through date: CalendarDate
  ) throws(SeriesError) -> [DividendPayment] {
    try SeriesValidation.require(withholdingFraction, in: 0...1, name: "withholdingFraction")
    let net = dividendPerShareDollars * (1 - withholdingFraction)
    var payments: [DividendPayment] = []
    let known = try AlignedSeries.known(prices, through: date, isPositive: true)
    for payDate in payDates where payDate <= date {
      guard let price = known.last(where: { $0.date <= payDate && $0.known <= payDate }) else {
        throw .missingInput(name: "reinvestmentPrice")
      }
      guard price.date.days(until: payDate) <= Self.greatestPriceAgeDays else {
        throw .stale(name: "reinvestmentPrice", asOf: price.date)
      }
      payments.append(
        DividendPayment(
          payDate: payDate, netDividendPerShareDollars: net,
          reinvestmentPriceDollars: price.value))
    }
    return payments
  }
}
