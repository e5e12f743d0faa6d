#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Dated flows as a function of the discount rate, NPV(u) = Σ CF·e^(−u·t).
///
/// u = ln(1 + r) is the continuously compounded rate per year and t the days from the first flow
/// over 365 (ACT/365F), so that e^(−u·t) = (1 + r)^(−days/365) (methodology 4.7). Flows of one date
/// are summed; a sum within the rounding of its terms counts as 0.
public struct NetPresentValue: Sendable, Hashable {
  /// Distinct dates, those whose flows sum to 0 included.
  public let dateCount: Int
  /// Calendar days from the first date to the last; 0 without flows.
  public let days: Int
  /// The net flows that are not 0, ascending by date, divided by 2^exponent.
  let terms: [Term]
  private let exponent: Int

  struct Term: Sendable, Hashable {
    let years: Double
    let amount: Double
  }

  /// Collects flows in any order.
  ///
  /// - Throws: `nonFinite` with the index of the flow.
  public init(_ flows: [CashFlow]) throws(SeriesError) {
    try CashFlow.requireFinite(flows)
    let exponent = CashFlow.scaleExponent(flows)
    let groups = Dictionary(grouping: flows, by: \.date)
    let dates = groups.keys.sorted()
    let first = dates.first ?? CalendarDate(dayNumber: 0)
    self.exponent = exponent
    dateCount = dates.count
    days = dates.last.map { first.days(until: $0) } ?? 0
    terms = dates.compactMap { date in
      let amount = Self.sum(groups[date, default: []], exponent: exponent)
      return amount == 0 ? nil : Term(years: Double(first.days(until: date)) / 365, amount: amount)
    }
  }

  /// The value of the flows on their first date at a continuously compounded rate, dollars.
  ///
  /// `nil` for a rate that is not finite and for a value beyond the range of a `Double`.
  public func value(continuousRate: Double) -> Double? {
    let value = terms.reduce(0.0) { $0 + $1.amount * exp(-continuousRate * $1.years) }
    let dollars = value.scaled(byPowerOfTwo: exponent)
    return dollars.isFinite ? dollars : nil
  }

  /// A positive multiple of the value that cannot overflow, at any finite rate.
  ///
  /// Values are moved to the date on which they weigh most: the first for a positive rate, the last
  /// for a negative one.
  func sign(continuousRate: Double) -> Double {
    let origin = continuousRate < 0 ? terms.last?.years ?? 0 : terms.first?.years ?? 0
    return terms.reduce(0.0) { $0 + $1.amount * exp(-continuousRate * ($1.years - origin)) }
  }

  private static func sum(_ flows: [CashFlow], exponent: Int) -> Double {
    var sum = 0.0
    var magnitude = 0.0
    for flow in flows {
      let amount = flow.amountDollars.scaled(byPowerOfTwo: -exponent)
      sum += amount
      magnitude += abs(amount)
    }
    return abs(sum) <= Double(flows.count - 1) * Double.ulpOfOne * magnitude ? 0 : sum
  }
}
