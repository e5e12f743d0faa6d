extension LayersChart {
  /// The rows by layer with totals and limits, then the ends of the target bands.
  public var table: FigureTable {
    let layers = Set(rows.flatMap(\.segments).map(\.layer)).sorted()
    var table = FigureTable(
      columns: [.init("State")]
        + layers.map { .init("Layer \($0)", unit: "$/point", decimals: decimals) }
        + [
          .init("Total", unit: "$/point", decimals: decimals),
          .init("Limit", unit: "$/point", decimals: decimals),
        ])
    for (index, row) in rows.enumerated() {
      let amounts = layers.map { layer -> FigureTable.Cell in
        let held = row.segments.filter { $0.layer == layer }.map(\.dollarsPerPoint).filter(
          \.isPlottable)
        return .number(held.reduce(0, +))
      }
      let limit = limits.first { $0.row == index && $0.isDrawn }
      table.append(
        [.text(row.name)] + amounts
          + [.number(row.total), limit.map { .number($0.dollarsPerPoint) } ?? .missing])
    }
    for band in bands where band.isDrawn {
      for (end, value) in [("from", band.lower), ("to", band.upper)] {
        table.append(
          [.text("Target band of layer \(band.layer), \(end)")]
            + layers.map { _ in .missing } + [.number(value)])
      }
    }
    return table
  }

  /// What every row holds by layer, the active band, and which limit binds.
  public var summary: String {
    var sentences = rows.map { row -> String in
      let held = row.segments.filter { $0.dollarsPerPoint.isPlottable && $0.dollarsPerPoint > 0 }
        .map { "layer \($0.layer) \(text($0.dollarsPerPoint))" }
      let words = held.isEmpty ? "nothing" : held.joined(separator: ", ")
      return "\(row.name): \(words)" + (held.count > 1 ? ", together \(text(row.total))" : "") + "."
    }
    for band in bands where band.isActive && band.isDrawn {
      sentences.append(
        "The band of layer \(band.layer) applies: \(text(band.lower)) to \(text(band.upper)).")
    }
    for limit in limits where rows.indices.contains(limit.row) && limit.isDrawn {
      let name = limit.lines.joined(separator: " ")
      let isReached = rows[limit.row].total >= limit.dollarsPerPoint
      sentences.append(
        "Limit of \(rows[limit.row].label.wide.lowercased()): \(name), \(text(limit.dollarsPerPoint))"
          + (isReached ? "; it is reached." : "."))
    }
    return sentences.isEmpty ? "" : "In dollars per VIX point. " + sentences.joined(separator: " ")
  }

  private func text(_ value: Double) -> String {
    NumberText.dollars(value, decimals: decimals)
  }
}

extension LayersChart.Row {
  /// Name and remark in one.
  var name: String { detail.isEmpty ? label.wide : "\(label.wide), \(detail)" }

  /// What the bar shows in all.
  var total: Double {
    segments.map(\.dollarsPerPoint).filter { $0.isPlottable && $0 > 0 }.reduce(0, +)
  }
}

extension LayersChart.Band {
  /// Whether the band is an interval that a bar can reach.
  var isDrawn: Bool {
    lower.isPlottable && upper.isPlottable && lower >= 0 && lower < upper
  }
}

extension LayersChart.Limit {
  /// Whether the limit stands where a bar can meet it.
  var isDrawn: Bool { dollarsPerPoint.isPlottable && dollarsPerPoint >= 0 }
}
