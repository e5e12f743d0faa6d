public import Quant

/// An option position on the index that an account holds and its book does not.
///
/// A statement may list a contract that no leg can be made of: its entry price is not told, or long and
/// short lots are netted. The method then does not know the whole book (methodology 3.1: no leg is
/// dropped), and its rule for incomplete data applies (4.3, rule 1).
public struct OptionOutsideBook: Sendable, Hashable {
  /// The date it expires on; `nil` when the statement does not tell, and it then counts as open for as
  /// long as its snapshot holds.
  public var expiration: CalendarDate?

  /// Creates a position.
  public init(expiration: CalendarDate?) {
    self.expiration = expiration
  }

  /// Whether it is open after the close of `date`.
  func isOpen(after date: CalendarDate) -> Bool { expiration.map { $0 > date } ?? true }
}
