public import Quant

/// The account whose book the method watches: capital, pricing assumptions and positions by date.
public struct BookAccount: Sendable, Hashable {
  /// Net asset value, dollars, positive: the denominator of drag.
  public var navDollars: Double
  /// Continuously compounded rate assumed in pricing, per year.
  public var rate: Double
  /// Continuous dividend yield assumed in pricing, per year.
  public var dividendYield: Double
  /// The book after the close of each date on which it changed, ascending.
  public var snapshots: [BookSnapshot]

  /// Creates an account.
  public init(
    navDollars: Double, rate: Double, dividendYield: Double, snapshots: [BookSnapshot]
  ) {
    self.navDollars = navDollars
    self.rate = rate
    self.dividendYield = dividendYield
    self.snapshots = snapshots
  }

  /// The book that held after the close of `date`; `nil` before the first snapshot or when empty.
  func snapshot(at date: CalendarDate) -> BookSnapshot? {
    let index = snapshots.partitioningIndex { $0.date > date }
    guard index > 0, !snapshots[index - 1].positions.isEmpty else { return nil }
    return snapshots[index - 1]
  }
}
