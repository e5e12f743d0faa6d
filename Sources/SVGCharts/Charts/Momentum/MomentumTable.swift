import Quant

extension MomentumChart {
  /// Relative strength, MACD and signal line by session.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init("Session"), .init("RSI", decimals: 1), .init("MACD", decimals: 2, isSigned: true),
      .init("Signal", decimals: 2, isSigned: true),
    ])
    let strength = shown.relativeStrength
    for (index, date) in dates.enumerated() {
      table.append([
        .date(date), .value(strength, index), .value(macd, index), .value(signal, index),
      ])
    }
    return table
  }

  /// Ranges and last values, the sessions of crosses and failures.
  public var summary: String {
    let place = { (index: Int) in NumberText.short(dates[index]) }
    func sentence(_ name: String, _ values: [Double], _ decimals: Int, signed: Bool) -> String? {
      SeriesSummary(values.prefix(dates.count).map(\.plottable)).sentence(
        name, format: { NumberText.fixed($0, decimals: decimals, signed: signed) }, place: place,
        turningPoints: 2)
    }
    let crosses = crossUnders.map(\.index).filter { dates.indices.contains($0) }.map(place)
    let failures = failureSwings.map(\.known).filter { dates.indices.contains($0) }.map(place)
    return [
      sentence("RSI", shown.relativeStrength, 1, signed: false),
      sentence("MACD", macd, 2, signed: true),
      sentence("Signal line", signal, 2, signed: true),
      crosses.isEmpty
        ? nil : "MACD crossed under its signal on \(crosses.joined(separator: ", ")).",
      failures.isEmpty
        ? nil : "Failure swing of RSI known on \(failures.joined(separator: ", ")).",
    ].compactMap { $0 }.joined(separator: " ")
  }
}
