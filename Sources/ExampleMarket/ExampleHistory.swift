public import Quant

/// What the model reads of one session: the index close and the VIX now, recently and slowly.
public struct SessionState: Sendable, Hashable {
  /// The session.
  public var date: CalendarDate
  /// S&P 500 close, index points.
  public var spot: Double
  /// VIX close, vol points.
  public var vix: Double
  /// Exponential mean of the VIX closes, 10 sessions, seeded with the first close.
  public var recentVIX: Double
  /// Arithmetic mean of the last 126 VIX closes, this session included.
  public var slowVIX: Double

  /// Creates a state.
  public init(
    date: CalendarDate, spot: Double, vix: Double, recentVIX: Double, slowVIX: Double
  ) {
    self.date = date
    self.spot = spot
    self.vix = vix
    self.recentVIX = recentVIX
    self.slowVIX = slowVIX
  }
}

/// Why the model cannot be run on its two inputs.
public enum ExampleMarketError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Dates of a series are not strictly ascending at this date.
  case unsortedDates(series: String, at: CalendarDate)
  /// A session of the index has no VIX close.
  case missingVIX(CalendarDate)
  /// The model's first or last session is not covered by the inputs.
  case periodNotCovered(first: CalendarDate, last: CalendarDate)

  /// One plain sentence.
  public var description: String {
    switch self {
    case .unsortedDates(let series, let date):
      "The dates of \(series) are not ascending at \(date)."
    case .missingVIX(let date):
      "There is no VIX close for the session \(date)."
    case .periodNotCovered(let first, let last):
      "The inputs must hold every session from \(first) to \(last) and 126 sessions before."
    }
  }
}

/// The two factual inputs, joined by date, with the trailing means of the VIX.
public struct ExampleHistory: Sendable {
  /// S&P 500 bars, ascending.
  public let bars: [DailyBar]
  /// Sessions that have 126 VIX closes behind them, ascending.
  public let states: [SessionState]

  private static let recentSpan = 10
  private static let slowSpan = 126

  /// Joins the index bars and the VIX closes.
  ///
  /// A VIX date without a bar is left out of the sessions but counts in the means. No state uses a
  /// later value than its own date.
  ///
  /// - Throws: `unsortedDates` for a series out of order, `missingVIX` for a bar inside the VIX's
  ///   range without a close.
  public init(bars: [DailyBar], vix: [DatedValue]) throws(ExampleMarketError) {
    try Self.checkAscending(bars.map(\.date), series: "the index")
    try Self.checkAscending(vix.map(\.date), series: "the VIX")
    self.bars = bars
    let spots = Dictionary(bars.map { ($0.date, $0.close) }) { first, _ in first }
    let closes = Set(vix.map(\.date))
    if let first = vix.first?.date, let last = vix.last?.date {
      let gap = bars.first { (first...last).contains($0.date) && !closes.contains($0.date) }
      if let gap { throw .missingVIX(gap.date) }
    }
    var states: [SessionState] = []
    var recent = vix.first?.value ?? 0
    for (index, close) in vix.enumerated() {
      recent += (close.value - recent) * 2 / Double(Self.recentSpan + 1)
      guard index >= Self.slowSpan - 1, let spot = spots[close.date] else { continue }
      let window = vix[(index - Self.slowSpan + 1)...index]
      let slow = window.reduce(0) { $0 + $1.value } / Double(Self.slowSpan)
      states.append(
        SessionState(
          date: close.date, spot: spot, vix: close.value, recentVIX: recent, slowVIX: slow))
    }
    self.states = states
  }

  /// The states of the sessions in a range of dates.
  ///
  /// - Throws: `periodNotCovered` unless both ends of the range are sessions of the inputs.
  public func states(
    in range: ClosedRange<CalendarDate>
  ) throws(ExampleMarketError) -> [SessionState] {
    let kept = states.filter { range.contains($0.date) }
    guard kept.first?.date == range.lowerBound, kept.last?.date == range.upperBound else {
      throw .periodNotCovered(first: range.lowerBound, last: range.upperBound)
    }
    return kept
  }

  private static func checkAscending(
    _ dates: [CalendarDate], series: String
  ) throws(ExampleMarketError) {
    for (earlier, later) in zip(dates, dates.dropFirst()) where earlier >= later {
      throw .unsortedDates(series: series, at: later)
    }
  }
}
