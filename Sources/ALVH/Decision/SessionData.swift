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
struct SessionSequence {
  private let history: MarketHistory
  private let vix: [CalendarDate: Double]
  private let breadth: [CalendarDate: BreadthCount]

  init(_ history: MarketHistory) {
    self.history = history
    vix = Dictionary(
      history.vix.filter { $0.known <= $0.date }.map { ($0.date, $0.value) }
    ) { _, last in last }
    breadth = Dictionary(history.breadth.map { ($0.date, $0) }) { _, last in last }
  }

  /// The session of a bar.
  func session(_ bar: DailyBar) -> SessionData {
    SessionData(
      bar: bar, vix: vix[bar.date], futures: history.futures[bar.date] ?? [],
      vixOptions: history.vixOptions[bar.date] ?? [],
      indexOptions: history.indexOptions[bar.date] ?? [], breadth: breadth[bar.date])
  }
}
