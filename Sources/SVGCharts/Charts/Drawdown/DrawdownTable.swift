extension DrawdownChart {
  /// Equity and fall of every series by session.
  public var table: FigureTable {
    let series = drawnSeries.reversed()
    var table = FigureTable(
      columns: [.init(dateName)]
        + series.map { .init(capitalised($0.name.wide), unit: unit, decimals: decimals) }
        + series.map {
          .init(
            "\(drawdownTitle.narrow), \($0.name.wide)", unit: fallUnit,
            decimals: measure == .percentOfPeak ? drawdownDecimals : decimals)
        })
    for (index, date) in dates.enumerated() {
      table.append(
        [.date(date)] + series.map { .value($0.values, index) }
          + series.map { .value($0.falls.values, index) })
    }
    return table
  }

  /// Range, turning points and last value of every series with its worst fall, and by how much the
  /// worst falls differ.
  public var summary: String {
    let series = drawnSeries.reversed()
    let sentences = series.compactMap { line -> String? in
      SeriesSummary(line.values).sentence(
        capitalised(line.name.wide), format: equityText, place: { NumberText.long(dates[$0]) }
      )
      .map { "\($0) \(worst(line))" }
    }
    let depths = series.map { line in line.falls.worst.map { line.falls.values[$0.trough] } ?? 0 }
    guard depths.count == 2 else { return sentences.joined(separator: " ") }
    let difference = fallText((depths[0] - depths[1]).magnitude)
    let unit = measure == .percentOfPeak ? " of the peak" : ""
    let verdict =
      depths[0] == depths[1]
      ? "The worst drawdowns are equal."
      : "The worst drawdown \(hedgedName.wide) is \(difference)\(unit) "
        + "\(depths[0] > depths[1] ? "smaller" : "larger") than that of \(unhedgedName.wide)."
    return (sentences + [verdict]).joined(separator: " ")
  }

  private func worst(_ line: Series) -> String {
    guard let worst = line.falls.worst else { return "It never stands below its peak." }
    let (peak, trough) = (NumberText.long(dates[worst.peak]), NumberText.long(dates[worst.trough]))
    let end =
      worst.recovery.map { "regained on \(NumberText.long(dates[$0]))" } ?? "not regained since"
    return
      "Worst drawdown \(fallText(line.falls.values[worst.trough])), from \(peak) to \(trough), \(end)."
  }

  private func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
