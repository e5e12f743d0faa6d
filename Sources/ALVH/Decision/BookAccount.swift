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
  /// Options on the index that the account holds outside the book, by date of their snapshot.
  ///
  /// They have no entry price or are no whole number of contracts, so no leg can be made of them; while
  /// one is open the account's net vega is not known and nothing is sized against it.
  public var outside: [CalendarDate: [OptionOutsideBook]]

  /// Creates an account.
  ///
  /// - Parameters:
  ///   - navDollars: net asset value, dollars, positive.
  ///   - rate: continuously compounded rate, per year.
  ///   - dividendYield: continuous dividend yield, per year.
  ///   - snapshots: the book by date, ascending.
  ///   - outside: options on the index outside the book, by date of their snapshot.
  public init(
    navDollars: Double, rate: Double, dividendYield: Double, snapshots: [BookSnapshot],
    outside: [CalendarDate: [OptionOutsideBook]] = [:]
  ) {
    self.navDollars = navDollars
    self.rate = rate
    self.dividendYield = dividendYield
    self.snapshots = snapshots
    self.outside = outside
  }

  /// The book that held after the close of `date`; `nil` before the first snapshot or when empty.
  func snapshot(at date: CalendarDate) -> BookSnapshot? {
    newest(at: date).flatMap { $0.positions.isEmpty ? nil : $0 }
  }

  /// Option positions on the index that are open outside the book after the close of `date`.
  func optionsOutside(at date: CalendarDate) -> Int {
    guard !outside.isEmpty, let snapshot = newest(at: date) else { return 0 }
    return (outside[snapshot.date] ?? []).count { $0.isOpen(after: date) }
  }

  private func newest(at date: CalendarDate) -> BookSnapshot? {
    let index = snapshots.partitioningIndex { $0.date > date }
    return index > 0 ? snapshots[index - 1] : nil
  }
}
