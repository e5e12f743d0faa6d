extension CalendarHeatMap {
  /// Value and tint, counted from the lowest, by session.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init(words.date), .init(valueTitle.wide, decimals: decimals),
      .init(words.tint, decimals: 0),
    ])
    for cell in CalendarHeatData(self).cells {
      table.append([.date(cell.date), .number(cell.value), .number(Double(cell.tint))])
    }
    return table
  }

  /// Range, turning points and last value, then how many sessions have each tint.
  public var summary: String {
    let data = CalendarHeatData(self)
    let series = SeriesSummary(data.cells.map(\.value)).sentence(
      valueTitle.wide, format: text, place: { NumberText.long(data.cells[$0].date) })
    guard let series else { return "" }
    guard !data.breaks.isEmpty else { return series }
    let total = NumberText.integer(data.cells.count)
    let counts = (1...data.tintCount).map { tint -> String in
      let count = NumberText.integer(data.cells.count { $0.tint == tint })
      let range =
        tint == 1
        ? "below \(text(data.breaks[0]))"
        : tint == data.tintCount
          ? "\(text(data.breaks[tint - 2])) and above"
          : "from \(text(data.breaks[tint - 2])) to below \(text(data.breaks[tint - 1]))"
      return "\(count) \(range)"
    }
    return "\(series) Of \(total) sessions \(counts.joined(separator: ", "))."
  }

  private func text(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals)
  }
}
