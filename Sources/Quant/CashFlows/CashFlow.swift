/// An amount of money that changed hands on a date.
public struct CashFlow: Sendable, Hashable, Codable {
  /// The day of the flow.
  public var date: CalendarDate
  /// Dollars, positive when received (sale, final mark), negative when paid (premium, commission).
  public var amountDollars: Double

  /// Creates a flow.
  public init(date: CalendarDate, amountDollars: Double) {
    self.date = date
    self.amountDollars = amountDollars
  }
}

extension CashFlow {
  /// Requires finite amounts.
  ///
  /// - Throws: `nonFinite` with the index of the first other amount.
  static func requireFinite(_ flows: [CashFlow]) throws(SeriesError) {
    for (index, flow) in flows.enumerated() where !flow.amountDollars.isFinite {
      throw .nonFinite(index: index)
    }
  }

  /// The power of two by which amounts are divided so that no sum of them overflows.
  static func scaleExponent(_ flows: [CashFlow]) -> Int {
    let largest = flows.reduce(0) { max($0, abs($1.amountDollars)) }
    return largest > 0 ? largest.exponent + 1 : 0
  }
}
