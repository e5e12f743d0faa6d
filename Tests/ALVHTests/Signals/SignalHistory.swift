import ALVH
import Quant
import TestSupport

/// A seeded index history with plateaus and breadth that may begin late or break off.
struct SignalHistory {
  var history = MarketHistory()

  /// Short windows, so that a short history holds many events.
  static let busyProfile: Profile = {
    var profile = Profile.seedOBV
    profile.divergence = DivergenceParameters(
      left: 2, right: 2, volumeWindow: 1, minSeparation: 3, maxSeparation: 30, strengthWindow: 12,
      maxActiveSessions: 15)
    profile.failureSwing.delta = 0.5
    return profile
  }()

  init(seed: UInt64, sessions: Int) {
    var random = SplitMix64(seed: seed)
    var date = CalendarDate(dayNumber: 15_000)
    var close = random.uniform(500...3000)
    let firstCount = random.uniform(0...1) < 0.5 ? 0 : Int(random.uniform(0...40))
    let gap = random.uniform(0...1) < 0.5 ? sessions : Int(random.uniform(0...Double(sessions)))
    for index in 0..<sessions {
      if random.uniform(0...1) > 0.1 { close *= 1 + random.uniform(-0.02...0.0215) }
      close = (close * 4).rounded() / 4
      history.bars.append(
        DailyBar(
          date: date, open: close, high: close, low: close, close: close,
          volume: index == 0 ? 1000 : random.uniform(0...1_000_000).rounded()))
      if index >= firstCount, index != gap {
        let advances = Int(random.uniform(0...3000))
        history.breadth.append(
          BreadthCount(date: date, advances: advances, declines: 3000 - advances))
      }
      date = date.adding(days: 1 + Int(random.uniform(0...2)))
    }
  }

  /// The states of every session, folded.
  func folded(_ profile: Profile) throws -> [SignalState] {
    var signals = try SignalAccumulator(profile: profile)
    var counts: [CalendarDate: BreadthCount] = [:]
    for count in history.breadth { counts[count.date] = count }
    var states: [SignalState] = []
    for bar in history.bars {
      states.append(try signals.append(bar, breadth: counts[bar.date]))
    }
    return states
  }
}
