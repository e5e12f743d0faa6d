/// A holding of one option contract, as entered.
///
/// Sums of quantities are exact while they fit an `Int`, and cut to the greatest of their sign where
/// they do not: a file holds at most 2⁵³ contracts a row.
public struct Position: Hashable, Sendable, Codable {
  /// The contract held.
  public var contract: OptionContract
  /// Number of contracts; positive is long, negative is short.
  public var quantity: Int
  /// Price paid or received at entry, in index points per unit (always ≥ 0).
  public var entryPrice: Double
  /// The session the position was entered on.
  public var entryDate: CalendarDate

  /// Creates a position.
  public init(
    contract: OptionContract, quantity: Int, entryPrice: Double, entryDate: CalendarDate
  ) {
    self.contract = contract
    self.quantity = quantity
    self.entryPrice = entryPrice
    self.entryDate = entryDate
  }
}

/// The whole short-premium book as it stood after the close of a session.
public struct BookSnapshot: Hashable, Sendable, Codable {
  /// The session whose close the snapshot describes; it holds until the next snapshot.
  public var date: CalendarDate
  /// Every open position, in file order.
  public var positions: [Position]

  /// Creates a snapshot.
  public init(date: CalendarDate, positions: [Position]) {
    self.date = date
    self.positions = positions
  }
}
