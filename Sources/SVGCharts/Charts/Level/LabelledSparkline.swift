import Quant

extension Sparkline {
  /// The `<svg class="sl">` element, 200 by 40 units for text at 1:1, with dots at the lowest, the
  /// highest and the last value, and the last value beside it; `nil` without a value.
  ///
  /// Its description is the summary. `idPrefix` makes the ids unique in the page; a value beyond
  /// ±10¹² is a gap.
  public func labelledSVG(idPrefix: String) -> String? {
    var line = self
    line.values = values.map(\.plottable)
    guard let y = LinearScale(fitting: line.values, padding: 0, start: 34, end: 6),
      let last = line.values.lastIndex(where: \.isFinite),
      let ends = line.extremes
    else { return nil }
    let drawing = Drawing(.narrow)
    let text = NumberText.fixed(line.values[last], decimals: decimals)
    let plot = max(196 - drawing.measure(text, bold: true), 40)
    let points = line.points(y, width: plot)
    var out = Drawing(.narrow)
    out.path("s bl", PathData(points: points))
    if ends.low != ends.high {
      out.dots(
        "p3", [points[ends.low], points[ends.high]].filter { $0 != points[last] }, isSmall: true)
    }
    out.dots("p1", [points[last]])
    out.text(
      out.fitted(text, to: 196 - plot + 1, bold: true), x: 200,
      y: min(max(points[last].y + 4.5, 13), 36), className: "b bl", anchor: .end)
    return out.svg(
      className: "sl", size: (200, 40), idPrefix: idPrefix, title: title, desc: summary)
  }

  /// The values by session, or by their number without dates.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init(columnNames.row, decimals: 0), .init(columnNames.value, decimals: decimals),
    ])
    for index in values.indices {
      let row: FigureTable.Cell =
        index < dates.count ? .date(dates[index]) : .number(Double(index + 1))
      table.append([row, .value(values, index)])
    }
    return table
  }

  /// Range, turning points and last value; empty without a value.
  public var summary: String {
    SeriesSummary(values.map(\.plottable)).sentence(
      title.isEmpty ? columnNames.value : title,
      format: { NumberText.fixed($0, decimals: decimals) },
      place: { $0 < dates.count ? NumberText.short(dates[$0]) : NumberText.integer($0 + 1) },
      turningPoints: 2) ?? ""
  }

  /// Indices of the lowest and the highest value.
  private var extremes: (low: Int, high: Int)? {
    let known = values.indices.filter { values[$0].isFinite }
    guard let low = known.min(by: { values[$0] < values[$1] }),
      let high = known.max(by: { values[$0] < values[$1] })
    else { return nil }
    return (low, high)
  }
}
