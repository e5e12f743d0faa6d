extension EquityChart {
  /// Every curve by session.
  public var table: FigureTable {
    let lines = drawnCurves
    var table = FigureTable(
      columns: [.init(dateName)]
        + lines.map { .init($0.name.wide, unit: unit, decimals: decimals) })
    for (index, date) in dates.enumerated() {
      table.append([.date(date)] + lines.map { .value($0.values, index) })
    }
    return table
  }

  /// Range, turning points and last value of every curve, then their order at the end.
  public var summary: String {
    let lines = drawnCurves
    let sentences = lines.compactMap { line in
      SeriesSummary(line.values).sentence(
        line.name.wide, format: text, place: { NumberText.long(dates[$0]) }, turningPoints: 2)
    }
    guard lines.count > 1 else { return sentences.joined(separator: " ") }
    let order = lines.sorted { $0.values[$0.last] > $1.values[$1.last] }
      .map { "\($0.name.wide) \(text($0.values[$0.last]))" }
    return (sentences + ["At the end, from the highest: \(order.joined(separator: ", "))."])
      .joined(separator: " ")
  }
}
