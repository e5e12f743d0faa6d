import Quant

extension PriceVolumeChart {
  /// Prices, shares traded and on-balance volume by session; series that are not given have no
  /// column.
  public var table: FigureTable {
    let priceColumns =
      [(names.open, open), (names.high, high), (names.low, low)]
      .filter { !$0.1.isEmpty } + [(names.close, close)]
    var table = FigureTable(
      columns: [.init("Session")] + priceColumns.map { .init($0.0, decimals: decimals) }
        + (sharesTraded.isEmpty
          ? [] : [.init(names.shares, unit: sharesUnit, decimals: sharesDecimals)])
        + [.init(names.onBalanceVolume, unit: volumeUnit, decimals: 2, isSigned: true)])
    let series =
      priceColumns.map(\.1) + (sharesTraded.isEmpty ? [] : [sharesTraded]) + [onBalanceVolume]
    for (index, date) in dates.enumerated() {
      table.append([.date(date)] + series.map { .value($0, index) })
    }
    return table
  }

  /// Ranges, turning points and last values of both panels, and the pairs of swing highs.
  public var summary: String {
    let place = { (index: Int) in NumberText.short(dates[index]) }
    let swings = segments.compactMap { segment -> String? in
      let ends = [segment.price.from, segment.price.to]
      guard ends.allSatisfy({ dates.indices.contains($0) }) else { return nil }
      let known = segment.known.flatMap { dates.indices.contains($0) ? place($0) : nil }
      return "Swing highs of \(place(ends[0])) and \(place(ends[1])) joined in both panels"
        + (known.map { ", known at the close of \($0)" } ?? "")
        + (segment.emphasis == .invalidated ? ", no longer valid." : ".")
    }
    let marks = known.filter { dates.indices.contains($0.index) && !$0.label.wide.isEmpty }
      .map { "Marked: \($0.label.wide)." }
    let series = [
      SeriesSummary(close.plottable(count: dates.count)).sentence(
        names.close, format: { NumberText.fixed($0, decimals: decimals) }, place: place),
      SeriesSummary(sharesTraded.plottable(count: dates.count)).sentence(
        "\(names.shares), \(sharesUnit)",
        format: { NumberText.fixed($0, decimals: sharesDecimals) }, place: place,
        turningPoints: 0),
      SeriesSummary(onBalanceVolume.plottable(count: dates.count)).sentence(
        "On-balance volume, \(volumeUnit)",
        format: { NumberText.fixed($0, decimals: 2, signed: true) }, place: place),
    ]
    return (series.compactMap { $0 } + swings + marks).joined(separator: " ")
  }
}

extension FigureTable.Cell {
  /// The value of a series at a session; missing beyond its end and where it is not finite.
  static func value(_ series: [Double], _ index: Int) -> FigureTable.Cell {
    series.indices.contains(index) && series[index].isPlottable ? .number(series[index]) : .missing
  }
}
