public import Quant

/// All options of one class with one expiration date.
///
/// SPX and SPXW options of one date settle at different times and are never pooled.
public struct OptionSeries: Hashable, Sendable, Codable, Comparable {
  /// The option class.
  public var root: OptionRoot
  /// The expiration date.
  public var expiration: CalendarDate

  /// Creates a series.
  public init(root: OptionRoot, expiration: CalendarDate) {
    self.root = root
    self.expiration = expiration
  }

  /// Orders by expiration, then by root.
  public static func < (lhs: OptionSeries, rhs: OptionSeries) -> Bool {
    lhs.expiration != rhs.expiration
      ? lhs.expiration < rhs.expiration : lhs.root.rawValue < rhs.root.rawValue
  }

  /// The settlement minute of the expiration date, New York: 570 in the morning, else the close.
  public func settleMinute(calendar: ExchangeCalendar = .nyse) -> Int {
    root.isMorningSettled ? 570 : calendar.closeMinute(expiration)
  }
}

extension OptionContract {
  /// The series the contract belongs to.
  public var series: OptionSeries { OptionSeries(root: root, expiration: expiration) }

  /// The value at settlement, index points: max(θ(settlement − strike), 0).
  public func intrinsicValue(at settlement: Double) -> Double {
    max(right.sign * (settlement - strike), 0).bounded
  }
}
