import Quant

/// Which contract a rank means on a date: rank 1 is the first monthly expiration after it.
///
/// Panels roll on the expiration day itself, so on it rank 1 is already the next month's. Ranks
/// count the contracts that were listed. The calendar tells them only while every month up to the
/// rank was listed; `lastToldRank(on:)` says how far that is.
struct VXRankCalendar {
  private let contracts: ContractCalendar
  private var expirations: [CalendarDate] = []
  private var start: CalendarDate?

  init(_ contracts: ContractCalendar) {
    self.contracts = contracts
  }

  /// The highest rank a panel may have: the exchange lists up to nine months in a row.
  static let rankLimit = 9

  /// When the exchange began to list at least so many months in a row.
  ///
  /// Found in its contract files of 2004-2013: before 2006-10-20 months are missing among the
  /// first three; the sixth and seventh had gaps until April 2008 and the eighth until August 2011
  /// (only the February quarterly cycle went that far). A date within the gaps would turn a rank
  /// into a wrong contract.
  static let steps: [(from: CalendarDate, rank: Int)] = [
    (CalendarDate(dayNumber: 13_441), 5),  // 2006-10-20
    (CalendarDate(dayNumber: 14_020), 7),  // 2008-05-21
    (CalendarDate(dayNumber: 15_238), rankLimit),  // 2011-09-21
  ]

  /// The highest rank that the calendar turns into a contract on the date; 0 when none.
  static func lastToldRank(on date: CalendarDate) -> Int {
    steps.last { $0.from <= date }?.rank ?? 0
  }

  /// The expirations of ranks 1 to `rankLimit`; the last answer is kept, so a sorted file costs one
  /// computation a month.
  mutating func expirations(on date: CalendarDate) -> [CalendarDate] {
    if let start, start <= date, let front = expirations.first, date < front { return expirations }
    start = date
    expirations = contracts.vixExpirations(after: date, count: Self.rankLimit)
    return expirations
  }
}
