public import Quant

/// One iron condor of the example: its expiration, its strikes and the time it is held.
public struct CondorTranche: Sendable, Hashable {
  /// The session it is sold on.
  public var entry: CalendarDate
  /// The session it is closed on; the last session of the example for the last one.
  public var exit: CalendarDate
  /// The end-of-month SPXW expiration.
  public var expiration: CalendarDate
  /// Short put strike, index points.
  public var shortPut: Double
  /// Short call strike.
  public var shortCall: Double

  /// The four legs from the lowest strike up; +1 for a long leg, −1 for a short one.
  public var legs: [(contract: OptionContract, side: Int)] {
    [
      (contract(.put, shortPut - CondorBook.width), 1), (contract(.put, shortPut), -1),
      (contract(.call, shortCall), -1), (contract(.call, shortCall + CondorBook.width), 1),
    ]
  }

  func contract(_ right: OptionRight, _ strike: Double) -> OptionContract {
    OptionContract(root: .spxw, expiration: expiration, strike: strike, right: right)
  }
}

/// The book of the example: four SPXW iron condors, sold at about 45 days and rolled at 14.
///
/// Every tranche expires with a month. On the first session with at most 14 days left it is closed
/// and the next month's is sold at the same close, whatever happened in between. Strikes lie on the
/// 5-point grid: short where the model's delta is nearest 0.16, long 10 points further out.
public enum CondorBook {
  /// Points between the short and the long strike of each side.
  public static let width = 10.0
  /// Contracts of each leg.
  public static let quantity = 4

  /// The tranches whose entry lies in the book's period, in order.
  ///
  /// `states` are the sessions of ``ModelPeriod/book``, ascending; the first is the first entry.
  public static func tranches(
    _ states: [SessionState], calendar: ContractCalendar = .cboe
  ) -> [CondorTranche] {
    guard let first = states.first, let last = states.last else { return [] }
    var tranches: [CondorTranche] = []
    var entry = first
    var (year, month, _) = first.date.components
    while true {
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      let expiration = calendar.spxwEndOfMonth(year: year, month: month)
      let roll = states.first { $0.date > entry.date && $0.date.days(until: expiration) <= 14 }
      tranches.append(
        CondorTranche(
          entry: entry.date, exit: roll?.date ?? last.date, expiration: expiration,
          shortPut: strike(.put, expiration: expiration, entry),
          shortCall: strike(.call, expiration: expiration, entry)))
      guard let roll else { return tranches }
      entry = roll
    }
  }

  private static func strike(
    _ right: OptionRight, expiration: CalendarDate, _ state: SessionState
  ) -> Double {
    let smile = IndexSmile(state)
    let atTheMoney = (state.spot / 5).rounded() * 5
    let candidates = (0...80).map { atTheMoney + right.sign * 5 * Double($0) }
    func distance(_ strike: Double) -> Double {
      let contract = OptionContract(
        root: .spxw, expiration: expiration, strike: strike, right: right)
      return abs(abs(smile.value(contract)?.delta ?? 1) - 0.16)
    }
    return candidates.min { distance($0) < distance($1) } ?? atTheMoney
  }
}
