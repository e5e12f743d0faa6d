extension TermStructureChart {
  /// One row for spot and one for each contract by its rank, with days and value on every curve.
  public var table: FigureTable {
    let drawn = curves.map(Self.drawable)
    var table = FigureTable(
      columns: [.init("Contract")]
        + curves.flatMap {
          [
            .init($0.label, unit: "days", decimals: 0), .init($0.label, unit: unit, decimals: 3),
          ]
        })
    if curves.contains(where: { $0.spot?.isPlottable ?? false }) {
      let values = curves.map { curve -> [FigureTable.Cell] in
        guard let spot = curve.spot, spot.isPlottable else { return [.missing, .missing] }
        return [.number(0), .number(spot)]
      }
      table.append([.text(spotName)] + values.flatMap { $0 })
    }
    for rank in 0..<(drawn.map(\.count).max() ?? 0) {
      let values = drawn.flatMap { points -> [FigureTable.Cell] in
        guard rank < points.count else { return [.missing, .missing] }
        return [.number(points[rank].days), .number(points[rank].value)]
      }
      let name = "\(futureName)\(rank + 1)"
      table.append(
        [.text(futureQualifier.isEmpty ? name : "\(name), \(futureQualifier)")] + values)
    }
    return table
  }

  /// Every curve in words, with its shape: contango where later contracts stand higher.
  public var summary: String {
    curves.compactMap { curve -> String? in
      let points = Self.drawable(curve)
      let spot = curve.spot.flatMap { $0.isPlottable ? $0 : nil }
      guard spot != nil || !points.isEmpty else { return nil }
      let start = spot.map { "\(spotName) \(text($0))" }
      let listed = points.map {
        "\(text($0.value)) at \(NumberText.fixed($0.days, decimals: 0)) days"
      }
      let shape = Self.shape(points.map(\.value)).map { "; futures \($0)" } ?? ""
      return "\(curve.label): " + ([start].compactMap { $0 } + listed).joined(separator: ", ")
        + shape + "."
    }.joined(separator: " ")
  }

  private func text(_ value: Double) -> String {
    NumberText.fixed(value, decimals: decimals)
  }

  /// The points that are drawn, in order of days.
  private static func drawable(_ curve: Curve) -> [Point] {
    curve.points.filter { $0.days.isPlottable && $0.value.isPlottable && $0.days >= 0 }
      .sorted { $0.days < $1.days }
  }

  /// What the market calls the order of prices from near to far; `nil` with fewer than two.
  private static func shape(_ values: [Double]) -> String? {
    guard values.count > 1 else { return nil }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    if steps.allSatisfy({ $0 >= 0 }) {
      return steps.contains { $0 > 0 } ? "in contango" : "level"
    }
    if steps.allSatisfy({ $0 <= 0 }) { return "in backwardation" }
    return steps[0] < 0
      ? "in backwardation at the front, not throughout" : "in contango at the front, not throughout"
  }
}
