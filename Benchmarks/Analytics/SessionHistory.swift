import ALVH
import Quant

/// Twenty years of sessions with breadth and a policy calendar, for the daily pass.
struct SessionHistory {
  private var history = MarketHistory()

  init(sessions: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let calendar = ExchangeCalendar.nyse
    var date = CalendarDate(dayNumber: 12_418)  // 2004-01-01
    var close = 1100.0
    for session in 0..<sessions {
      date = calendar.next(after: date)
      close *= 1 + Double.random(in: -0.0117...0.0125, using: &random)
      history.bars.append(
        DailyBar(
          date: date, open: close, high: close * 1.004, low: close * 0.996, close: close,
          volume: Double.random(in: 2e9...5e9, using: &random).rounded()))
      history.breadth.append(
        BreadthCount(
          date: date, advances: Int.random(in: 100...400, using: &random),
          declines: Int.random(in: 100...400, using: &random)))
      if session % 18 == 0 {
        history.policy.append(PolicyEvent(date: date, kind: .statement))
      }
    }
  }

  /// Indicators over the whole history, then each session's signals and row of the rule table.
  ///
  /// The book always exists and the context always aligns, so the machine moves as much as it can.
  func dailyPass() -> Measurement {
    Measurement({
      let track = require { try SignalTrack(history, profile: .seedOBV) }
      var machine = HedgeEngine(parameters: Profile.seedOBV.engine)
      var changes = 0
      for index in history.bars.indices {
        let signals = track.state(at: index)
        let step = machine.advance(
          EngineInputs(
            newDivergence: !signals.new.isEmpty, divergenceActive: signals.lead != nil,
            aligned: true, macd: signals.macdConfirmed != nil,
            rsi: signals.rsiConfirmed != nil, ad: signals.breadthConfirmed != nil,
            widening: signals.new.contains(where: \.isWidening), minSessionsToExpiry: 15))
        if step.action.changesPosition { changes += 1 }
      }
      return Double(changes)
    }) { $0 }
  }
}
