public import Quant

/// Everything that became known on one session, as the engine takes it.
public struct SessionData: Sendable, Equatable {
  /// The index bar; its date is the session's.
  public var bar: DailyBar
  /// VIX close, points; `nil` when it was not known by the session's close.
  public var vix: Double?
  /// VX settlements, any order.
  public var futures: [FuturesSettlement]
  /// VIX option quotes, any order; of several for one contract the last counts.
  public var vixOptions: [OptionQuote]
  /// SPX and SPXW option quotes, any order; of several for one contract the last counts.
  public var indexOptions: [OptionQuote]
  /// Advances and declines; `nil` without.
  public var breadth: BreadthCount?

  /// Creates a session.
  public init(
    bar: DailyBar, vix: Double?, futures: [FuturesSettlement] = [],
    vixOptions: [OptionQuote] = [], indexOptions: [OptionQuote] = [], breadth: BreadthCount? = nil
  ) {
    self.bar = bar
    self.vix = vix
    self.futures = futures
    self.vixOptions = vixOptions
    self.indexOptions = indexOptions
    self.breadth = breadth
  }
}

/// The sessions of a history, one after another, each with what belongs to it.
struct SessionSequence: Sequence, IteratorProtocol {
  private let history: MarketHistory
  private var bar = 0
  private var vix = 0
  private var breadth = 0

  init(_ history: MarketHistory) {
    self.history = history
  }

  /// The next session; its VIX close only when it was known on the day.
  mutating func next() -> SessionData? {
    guard bar < history.bars.count else { return nil }
    let current = history.bars[bar]
    bar += 1
    return SessionData(
      bar: current, vix: vixClose(on: current.date),
      futures: history.futures[current.date] ?? [],
      vixOptions: history.vixOptions[current.date] ?? [],
      indexOptions: history.indexOptions[current.date] ?? [], breadth: count(on: current.date))
  }

  private mutating func vixClose(on date: CalendarDate) -> Double? {
    var close: Double?
    while vix < history.vix.count, history.vix[vix].date <= date {
      let value = history.vix[vix]
      if value.date == date, value.known <= date { close = value.value }
      vix += 1
    }
    return close
  }

  private mutating func count(on date: CalendarDate) -> BreadthCount? {
    var found: BreadthCount?
    while breadth < history.breadth.count, history.breadth[breadth].date <= date {
      if history.breadth[breadth].date == date { found = history.breadth[breadth] }
      breadth += 1
    }
    return found
  }
}
