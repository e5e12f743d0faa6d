import Quant

extension LevelChart {
  /// The level by session.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init(dateName), .init(valueTitle.wide, decimals: decimals),
    ])
    for (index, date) in dates.enumerated() {
      table.append([.date(date), .value(values, index)])
    }
    return table
  }

  /// Range, turning points and last value, how many sessions lie beyond each threshold and in each
  /// range, and the highest value of each episode.
  public var summary: String {
    let values = values.plottable(count: dates.count)
    let series = SeriesSummary(values).sentence(
      valueTitle.wide, format: text, place: { NumberText.long(dates[$0]) })
    guard let series else { return "" }
    let total = NumberText.integer(values.count(where: \.isFinite))
    let rules = thresholds.filter(\.value.plottable.isFinite).map { rule in
      let above = NumberText.integer(values.count { $0 > rule.value })
      return "\(above) of \(total) sessions above \(text(rule.value)) (\(rule.label.wide))."
    }
    let tinted = ranges.map { range in
      let inside = values.count {
        $0.isFinite && $0 >= range.lower ?? -.infinity && $0 <= range.upper ?? .infinity
      }
      return "\(NumberText.integer(inside)) of \(total) sessions in the range \(range.label.wide)."
    }
    let spans = drawnEpisodes.compactMap { episode -> String? in
      let known = episode.sessions.filter { values[$0].isFinite }
      guard let top = known.max(by: { values[$0] < values[$1] }) else { return nil }
      return "\(episode.label.wide): highest \(text(values[top])) (\(NumberText.long(dates[top])))."
    }
    return ([series] + rules + tinted + spans).joined(separator: " ")
  }

  /// The episodes, cut to the dates.
  var drawnEpisodes: [Episode] {
    episodes.compactMap { episode in
      let first = max(episode.sessions.lowerBound, 0)
      let last = min(episode.sessions.upperBound, dates.count - 1)
      return first <= last ? Episode(sessions: first...last, label: episode.label) : nil
    }
  }

  private func text(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals)
  }
}
