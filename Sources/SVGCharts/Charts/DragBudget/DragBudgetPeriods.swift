/// A review period as it is drawn and told: its sessions within the data and where it stands.
struct DragBudgetPeriod {
  let period: DragBudgetChart.Period
  /// The sessions inside the dates.
  let sessions: ClosedRange<Int>
  /// Index and amount of the last value; `nil` when the period has none.
  let last: (index: Int, dollars: Double)?

  /// The cap; `nil` without one.
  var cap: Double? {
    period.capDollars.plottable.isFinite && period.capDollars >= 0 ? period.capDollars : nil
  }

  /// Sessions after the last value.
  var sessionsLeft: Int { last.map { sessions.upperBound - $0.index } ?? 0 }

  /// What is left of the cap, negative when it is exceeded.
  var left: Double? {
    guard let cap, let last else { return nil }
    return cap - last.dollars
  }

  /// Dollars as percent of the denominator; `nil` without a positive one.
  func percent(_ dollars: Double) -> Double? {
    guard let whole = period.denominatorDollars, whole.isFinite, whole > 0 else { return nil }
    return dollars / whole * 100
  }
}

extension DragBudgetChart {
  /// The periods that lie in the dates, each without sessions of the one before.
  var drawnPeriods: [DragBudgetPeriod] {
    let spent = spentDollars.plottable(count: dates.count)
    var free = 0
    return periods.compactMap { period in
      let first = max(period.sessions.lowerBound, free)
      let end = min(period.sessions.upperBound, dates.count - 1)
      guard first <= end else { return nil }
      free = end + 1
      let last = (first...end).last { spent[$0].isFinite }.map { ($0, spent[$0]) }
      return DragBudgetPeriod(period: period, sessions: first...end, last: last)
    }
  }

  /// The last period with a value.
  var currentPeriod: DragBudgetPeriod? {
    drawnPeriods.last { $0.last != nil }
  }

  func dollars(_ value: Double) -> String {
    NumberText.dollars(value, decimals: decimals)
  }

  /// "$70 left", or by how much the cap is exceeded; `nil` without a cap.
  func remainder(_ period: DragBudgetPeriod) -> String? {
    period.left.map {
      $0 < 0 ? "\(dollars(-$0)) \(words.over)" : "\(dollars($0)) \(words.left)"
    }
  }

  /// "31 sessions left"; `nil` when the period is over.
  func sessionsLeft(_ period: DragBudgetPeriod) -> String? {
    guard period.sessionsLeft > 0 else { return nil }
    let count = NumberText.integer(period.sessionsLeft)
    return "\(count) \(period.sessionsLeft == 1 ? words.session : words.sessions) \(words.left)"
  }
}
