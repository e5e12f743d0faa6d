import Quant

extension PriceVolumeChart {
  /// Close and on-balance volume by session.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init("Session"), .init("Close", decimals: decimals),
      .init("OBV", unit: volumeUnit, decimals: 2, isSigned: true),
    ])
    for (index, date) in dates.enumerated() {
      table.append([.date(date), .value(close, index), .value(onBalanceVolume, index)])
    }
    return table
  }

  /// Ranges, turning points and last values of both panels, and the pairs of swing highs.
  public var summary: String {
    let place = { (index: Int) in NumberText.short(dates[index]) }
    let swings = segments.compactMap { segment -> String? in
      let ends = [segment.price.from, segment.price.to]
      guard ends.allSatisfy({ dates.indices.contains($0) }) else { return nil }
      return "Swing highs of \(place(ends[0])) and \(place(ends[1])) joined in both panels"
        + (segment.emphasis == .invalidated ? ", no longer valid." : ".")
    }
    let marks = known.filter { dates.indices.contains($0.index) && !$0.label.wide.isEmpty }
      .map { "Marked: \($0.label.wide)." }
    let series = [
      SeriesSummary(close.prefix(dates.count)).sentence(
        "Close", format: { NumberText.fixed($0, decimals: decimals) }, place: place),
      SeriesSummary(onBalanceVolume.prefix(dates.count)).sentence(
        "On-balance volume, \(volumeUnit)",
        format: { NumberText.fixed($0, decimals: 2, signed: true) }, place: place),
    ]
    return (series.compactMap { $0 } + swings + marks).joined(separator: " ")
  }
}

extension FigureTable.Cell {
  /// The value of a series at a session; missing beyond its end and where it is not finite.
  static func value(_ series: [Double], _ index: Int) -> FigureTable.Cell {
    series.indices.contains(index) && series[index].isFinite ? .number(series[index]) : .missing
  }
}
