extension DragBudgetChart {
  /// The cost by session with period, cap and share of the cap; sessions to come have gaps.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init(words.date), .init(words.period), .init(words.cost, unit: "$", decimals: decimals),
      .init(words.capColumn, unit: "$", decimals: decimals),
      .init(words.shareColumn, unit: "%", decimals: 1),
    ])
    let periods = drawnPeriods
    for (index, date) in dates.enumerated() {
      guard let period = periods.first(where: { $0.sessions.contains(index) }) else {
        table.append([.date(date)])
        continue
      }
      let spent = FigureTable.Cell.value(spentDollars, index)
      var share = FigureTable.Cell.missing
      if case .number(let dollars) = spent, let cap = period.cap, cap > 0 {
        share = .number(dollars / cap * 100)
      }
      table.append([
        .date(date), .text(period.period.label.wide), spent,
        period.cap.map { .number($0) } ?? .missing, share,
      ])
    }
    return table
  }

  /// What every period spent of its cap and the highest point in it; for the current one what is
  /// left.
  public var summary: String {
    let current = currentPeriod
    let spent = spentDollars.plottable(count: dates.count)
    return drawnPeriods.compactMap { period -> String? in
      guard let last = period.last else { return nil }
      let peak = period.sessions.filter { spent[$0].isFinite }.max { spent[$0] < spent[$1] }
      var parts = ["\(dollars(last.dollars)) \(words.spent)"]
      if let cap = period.cap {
        let share = cap > 0 ? " (\(NumberText.percentPoints(last.dollars / cap * 100)))" : ""
        parts[0] += " \(words.of) \(dollars(cap))\(share)"
      }
      if let percent = period.percent(last.dollars) {
        parts.append("\(NumberText.percentPoints(percent)) \(words.of) \(denominatorName)")
      }
      if let peak, spent[peak] > last.dollars {
        parts.append("highest \(dollars(spent[peak])) (\(NumberText.short(dates[peak])))")
      }
      if period.sessions == current?.sessions {
        parts += [remainder(period), sessionsLeft(period)].compactMap { $0 }
      } else if let left = period.left, left < 0 {
        parts.append("\(dollars(-left)) \(words.over)")
      }
      return "\(period.period.label.wide): " + parts.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}
