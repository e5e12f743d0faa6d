extension BetaTenorChart {
  private func hasPlace(_ days: Double, _ beta: Double) -> Bool {
    days.isFinite && beta.isFinite && (daysAxis == .linear ? days >= 0 : days > 0)
  }

  /// The estimates that are drawn, by days.
  var drawnEstimates: [Estimate] {
    estimates.filter { hasPlace($0.days, $0.beta) }.sorted { $0.days < $1.days }
  }

  /// The points of the curve that are drawn, by days.
  var drawnCurve: [CurvePoint] {
    curve.filter { hasPlace($0.days, $0.beta) }.sorted { $0.days < $1.days }
  }

  /// One row for every estimate, then one for every point of the curve.
  public var table: FigureTable {
    let allDays = estimates.map(\.days) + curve.map(\.days)
    var table = FigureTable(columns: [
      .init("Contract"), .init("Days", decimals: DecimalsNeeded.of(allDays, atMost: 1)),
      .init("Beta", decimals: decimals), .init("Low", decimals: decimals),
      .init("High", decimals: decimals), .init(observationsName, decimals: 0),
    ])
    for one in drawnEstimates {
      table.append([
        .text(one.label.wide), .number(one.days), .number(one.beta), .number(one.low),
        .number(one.high), .number(Double(one.observations)),
      ])
    }
    for point in drawnCurve {
      table.append([.text(curveName.wide), .number(point.days), .number(point.beta)])
    }
    return table
  }

  /// Every estimate with its interval, and the ends of the curve.
  public var summary: String {
    var sentences = drawnEstimates.map { one in
      let interval =
        one.low.isFinite && one.high.isFinite ? " (\(text(one.low)) to \(text(one.high)))" : ""
      let days = ValueUnit.text(one.days, decimals: 0)
      let count = NumberText.integer(one.observations)
      return "\(one.label.wide) at \(days) days: \(text(one.beta))\(interval), n \(count)."
    }
    if let first = drawnCurve.first, let last = drawnCurve.last {
      sentences.append(
        "\(curveName.wide): from \(text(first.beta)) at \(ValueUnit.text(first.days, decimals: 0))"
          + " to \(text(last.beta)) at \(ValueUnit.text(last.days, decimals: 0)) days.")
    }
    return sentences.joined(separator: " ")
  }

  private func text(_ value: Double) -> String { ValueUnit.text(value, decimals: decimals) }
}
