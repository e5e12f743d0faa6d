/// The moves of VX contracts beside those of spot VIX, as known on a date (methodology 1.9).
///
/// Every difference stays within one contract, so no roll is ever crossed. The session axis is the
/// union of the dates with a VIX close and those with a settlement: a difference joins rows exactly
/// `sessionsPerMove` sessions apart, with a VIX close on both, and a missing row gives no
/// difference instead of a longer one. Rows on or after the expiration date are dropped, because
/// the last is the final settlement value. A move of one session may span at most five calendar
/// days, and one day more for each further session.
public struct VolatilityBetaSample: Sendable, Hashable, Codable {
  /// Greatest calendar days between the rows of a one-session difference.
  public static let longestGapDays = 5

  /// Sessions in a move: 1, or 2 to 3 for the robustness column.
  public let sessionsPerMove: Int
  /// The moves, ascending by start, then by expiration.
  public let observations: [VolatilityBetaObservation]

  /// Collects the moves that were complete at the close of `date`.
  ///
  /// Moves of several sessions do not overlap, so that their errors stay independent; their grid
  /// starts at the first session, and they soften the mismatch between the VX settlement and the
  /// VIX close, which attenuates one-session slopes. A VIX close enters once its `known` date has
  /// come, a settlement at its session. Later rows are ignored unread. O(rows·log rows).
  ///
  /// - Parameters:
  ///   - settlements: VX settlement prices in any order; one row per contract and session.
  ///   - vix: VIX closes in points, strictly ascending by date.
  ///   - date: the close at which the sample is taken.
  ///   - sessionsPerMove: sessions in a move, 1 to 3.
  /// - Throws: `parameterOutOfRange("sessionsPerMove")`; `nonFinite` and `nonPositivePrice` with the
  ///   index of the row in its series, closes first; `unsortedDates` and `duplicateDate` for closes;
  ///   `duplicateDate` for a second settlement of a contract on a session.
  public init(
    settlements: [FuturesSettlement], vix: [DatedValue], through date: CalendarDate,
    sessionsPerMove: Int = 1
  ) throws(SeriesError) {
    try SeriesValidation.require(sessionsPerMove, in: 1...3, name: "sessionsPerMove")
    let closes = try Self.closes(vix, through: date)
    let curves = try Self.curves(settlements, through: date)
    let axis = Set(closes.keys).union(curves.keys).sorted()
    self.sessionsPerMove = sessionsPerMove
    observations = Self.moves(
      axis: axis, closes: closes, curves: curves, sessionsPerMove: sessionsPerMove)
  }

  private static func moves(
    axis: [CalendarDate], closes: [CalendarDate: Double],
    curves: [CalendarDate: [CalendarDate: Double]], sessionsPerMove: Int
  ) -> [VolatilityBetaObservation] {
    var moves: [VolatilityBetaObservation] = []
    for index in stride(from: sessionsPerMove, to: axis.count, by: sessionsPerMove) {
      let (start, end) = (axis[index - sessionsPerMove], axis[index])
      guard start.days(until: end) <= longestGapDays + sessionsPerMove - 1,
        let before = closes[start], let after = closes[end],
        let openings = curves[start], let closings = curves[end]
      else { continue }
      for (expiration, opening) in openings.sorted(by: { $0.key < $1.key }) {
        guard let closing = closings[expiration] else { continue }
        let (spotChange, futureChange) = (after - before, closing - opening)
        moves.append(
          VolatilityBetaObservation(
            days: start.days(until: expiration), spotChange: spotChange, futureChange: futureChange)
        )
      }
    }
    return moves
  }

  /// The closes known by a date.
  private static func closes(
    _ vix: [DatedValue], through date: CalendarDate
  ) throws(SeriesError) -> [CalendarDate: Double] {
    var closes: [CalendarDate: Double] = [:]
    var previous: CalendarDate?
    for (index, close) in vix.enumerated() where close.date <= date && close.known <= date {
      try requirePrice(close.value, index: index)
      if let previous {
        guard close.date >= previous else { throw .unsortedDates(index: index) }
        guard close.date > previous else { throw .duplicateDate(index: index) }
      }
      previous = close.date
      closes[close.date] = close.value
    }
    return closes
  }

  /// The settlements by session and expiration, final-settlement rows left out.
  private static func curves(
    _ settlements: [FuturesSettlement], through date: CalendarDate
  ) throws(SeriesError) -> [CalendarDate: [CalendarDate: Double]] {
    var curves: [CalendarDate: [CalendarDate: Double]] = [:]
    for (index, row) in settlements.enumerated()
    where row.date <= date && row.date < row.expiration {
      try requirePrice(row.settle, index: index)
      guard curves[row.date, default: [:]].updateValue(row.settle, forKey: row.expiration) == nil
      else { throw .duplicateDate(index: index) }
    }
    return curves
  }

  private static func requirePrice(_ price: Double, index: Int) throws(SeriesError) {
    guard price.isFinite else { throw .nonFinite(index: index) }
    guard price > 0 else { throw .nonPositivePrice(index: index) }
  }
}

extension VolatilityBetaSample {
  /// Collects the moves of a market's history that were complete at the close of `date`.
  ///
  /// - Parameters:
  ///   - history: the market; rows after the date are not read.
  ///   - date: the close at which the sample is taken.
  ///   - sessionsPerMove: sessions in a move, 1 to 3.
  /// - Throws: as the other initialiser; settlements count in session order.
  public init(
    history: MarketHistory, through date: CalendarDate, sessionsPerMove: Int = 1
  ) throws(SeriesError) {
    let sessions = history.futures.keys.sorted()
    try self.init(
      settlements: sessions.flatMap { history.futures[$0, default: []] }, vix: history.vix,
      through: date, sessionsPerMove: sessionsPerMove)
  }
}
