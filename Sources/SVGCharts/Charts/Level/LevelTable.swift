import Quant

extension LevelChart {
  /// The level by session.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init("Session"), .init(valueTitle.wide, decimals: decimals),
    ])
    for (index, date) in dates.enumerated() { table.append([.date(date), .value(values, index)]) }
    return table
  }

  /// Range, turning points and last value.
  public var summary: String {
    SeriesSummary(values.prefix(dates.count)).sentence(
      valueTitle.wide, format: { NumberText.fixed($0, decimals: decimals) },
      place: { NumberText.long(dates[$0]) }) ?? ""
  }
}
