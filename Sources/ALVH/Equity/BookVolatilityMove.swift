public import Quant

/// One session's profit of a book beside the change of VIX.
public struct BookVolatilityMove: Sendable, Hashable, Codable {
  /// Profit of the book as it is held now, dollars; negative is a loss.
  public var profitDollars: Double
  /// Change of the VIX close, points.
  public var vixChange: Double

  /// Creates a move.
  public init(profitDollars: Double, vixChange: Double) {
    self.profitDollars = profitDollars
    self.vixChange = vixChange
  }

  /// Calendar days between two closes beyond which their difference is left out.
  public static let longestGapDays = 5

  /// Differences between consecutive dates on which both book and VIX have a value.
  ///
  /// - Parameters:
  ///   - valuesDollars: what today's holdings were worth at past closes; a book whose holdings
  ///     change would show trades as profits.
  ///   - vix: VIX closes in points.
  ///   - date: rows dated or known later are not read.
  /// - Returns: the moves, ascending.
  /// - Throws: for the first bad series, the book's first, with the index there `nonFinite`,
  ///   `nonPositivePrice` (VIX only), `unsortedDates`, `duplicateDate`;
  ///   `parameterOutOfRange("valuesDollars")` when a difference is beyond the range of a `Double`.
  public static func series(
    valuesDollars: [DatedValue], vix: [DatedValue], through date: CalendarDate
  ) throws(SeriesError) -> [BookVolatilityMove] {
    let aligned = try AlignedSeries([(valuesDollars, false), (vix, true)], through: date)
    let moves = aligned.pairs(longestGapDays: longestGapDays).map { before, after in
      BookVolatilityMove(
        profitDollars: after.values[0] - before.values[0],
        vixChange: after.values[1] - before.values[1])
    }
    guard moves.allSatisfy(\.profitDollars.isFinite) else {
      throw .parameterOutOfRange(name: "valuesDollars")
    }
    return moves
  }
}
