extension DistributionChart {
  private func valueUnit(_ bins: DistributionBins?) -> String { bins?.unit.name(unit) ?? unit }

  /// One row for every bin with counts and shares of both samples, then the quantiles.
  public var table: FigureTable {
    let bins = DistributionBins(self)
    let outcome = valueUnit(bins)
    var table = FigureTable(columns: [
      .init("Row"),
      .init("From", unit: outcome, decimals: max(bins?.decimals ?? 0, decimals), isSigned: true),
      .init("To", unit: outcome, decimals: max(bins?.decimals ?? 0, decimals), isSigned: true),
      .init("\(allName.wide), count", decimals: 0), .init(allName.wide, unit: "%", decimals: 1),
      .init("\(sampleName.wide), count", decimals: 0),
      .init(sampleName.wide, unit: "%", decimals: 1),
    ])
    guard let bins else { return table }
    let (all, sample) = (bins.all.shares, bins.sample.shares)
    for index in bins.all.counts.indices {
      table.append([
        .text("bin"), .number(bins.edges[index]), .number(bins.edges[index + 1]),
        .number(Double(bins.all.counts[index])), .value(all, index),
        .number(Double(bins.sample.counts[index])), .value(sample, index),
      ])
    }
    for (name, sample) in [(allName, bins.all), (sampleName, bins.sample)] {
      for share in [0.05, 0.5, 0.95] {
        guard let value = sample.quantile(share) else { continue }
        table.append([
          .text("\(name.wide), \(NumberText.percent(share, decimals: 0)) quantile"),
          .number(value), .number(value),
        ])
      }
    }
    if let current = bins.current {
      table.append([.text(currentName.wide), .number(current), .number(current)])
    }
    return table
  }

  /// Counts, extremes and quantiles of both samples, and where the current value stands.
  public var summary: String {
    guard let bins = DistributionBins(self) else { return "" }
    var sentences = [(allName, bins.all), (sampleName, bins.sample)].compactMap {
      name, sample -> String? in
      guard let low = sample.sorted.first, let high = sample.sorted.last,
        let five = sample.quantile(0.05), let half = sample.quantile(0.5),
        let most = sample.quantile(0.95)
      else { return nil }
      let count = sample.sorted.count
      let few = count < leastCount ? ", \(smallName.wide)" : ""
      return "\(name.wide), \(countName) \(NumberText.integer(count))\(few): "
        + "\(medianName) \(text(half, bins)), 5 % below \(text(five, bins)), "
        + "95 % below \(text(most, bins)), from \(text(low, bins)) to \(text(high, bins))."
    }
    if let current = bins.current {
      let below = bins.all.percentBelow(current).map {
        ", above \(NumberText.percentPoints($0, decimals: 0)) of \(allName.wide)"
      }
      sentences.append("\(currentName.wide) \(text(current, bins))\(below ?? "").")
    }
    return sentences.joined(separator: " ")
  }

  private func text(_ value: Double, _ bins: DistributionBins) -> String {
    NumberText.fixed(value, decimals: decimals, signed: true) + "\u{202F}" + valueUnit(bins)
  }
}
