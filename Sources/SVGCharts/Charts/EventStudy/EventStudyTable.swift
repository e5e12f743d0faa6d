extension EventStudyChart {
  /// Medians, bands, single events and means by session.
  public var table: FigureTable {
    let columns = seriesColumns
    let means = drawnMeans
    var table = FigureTable(
      columns: [.init(words.axis.wide, decimals: 0, isSigned: true)]
        + (columns.map(\.name) + (means.isEmpty ? [] : meanNames)).map {
          .init($0, unit: unit, decimals: decimals, isSigned: true)
        })
    for index in median.indices {
      let session = firstSession + index
      var cells: [FigureTable.Cell] = [.number(Double(session))]
      cells += columns.map { .value($0.values, index) }
      if let mean = means.first(where: { $0.session == session }) {
        cells += [mean.mean, mean.lower, mean.upper].map { .number($0) }
      }
      table.append(cells)
    }
    return table
  }

  private var meanNames: [String] {
    [words.mean.wide, "\(words.mean.wide), from", "\(words.mean.wide), to"]
  }

  /// The series with values, in the order of the columns.
  private var seriesColumns: [(name: String, values: [Double])] {
    func edges(_ name: String, _ band: Band) -> [(name: String, values: [Double])] {
      [("\(name), from", band.lower), ("\(name), to", band.upper)]
    }
    let all =
      [(name: words.median.wide, values: median)] + edges(words.innerBand.wide, innerBand)
      + edges(words.outerBand.wide, outerBand) + [(words.baseMedian.wide, baseMedian)]
      + edges(words.baseBand.wide, baseBand) + drawnEvents.map { ($0.name, $0.values) }
    return all.filter { !$0.values.isEmpty }
  }

  /// The count, the median's range, its end with the bands and the base rate, and the means.
  public var summary: String {
    let series = SeriesSummary(median.plottable(count: median.count)).sentence(
      capitalised(words.median.wide), format: text,
      place: { "session \(NumberText.integer(firstSession + $0, signed: true))" },
      turningPoints: 2)
    guard let series else { return "" }
    let noun = eventCount == 1 ? words.event.wide : words.events.wide
    let base = baseCount.map { ", \(NumberText.integer($0)) \(words.baseCount.wide)" } ?? ""
    let sentences = [
      "\(NumberText.integer(eventCount)) \(noun)\(base).", series, atTheEnd, comparison,
    ]
    let intervals = drawnMeans.map { mean in
      let excludes = mean.lower > 0 || mean.upper < 0
      return "Mean at session \(NumberText.integer(mean.session, signed: true)): "
        + "\(text(mean.mean)), interval \(text(mean.lower)) to \(text(mean.upper)), "
        + (excludes ? "zero outside." : "zero inside.")
    }
    return (sentences.compactMap { $0 } + intervals).joined(separator: " ")
  }

  private func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private var atTheEnd: String? {
    let last = median.count - 1
    let bands = [
      (words.innerBand.wide, innerBand), (words.outerBand.wide, outerBand),
      (words.baseBand.wide, baseBand),
    ].compactMap { name, band -> String? in
      let (lower, upper) = (
        band.lower.plottable(count: median.count)[last],
        band.upper.plottable(count: median.count)[last]
      )
      guard lower.isFinite, upper.isFinite else { return nil }
      return "\(name) between \(text(lower)) and \(text(upper))"
    }
    return bands.isEmpty ? nil : "At the end \(bands.joined(separator: ", "))."
  }

  private var comparison: String? {
    let last = median.count - 1
    let (event, base) = (
      median.plottable(count: median.count)[last], baseMedian.plottable(count: median.count)[last]
    )
    guard event.isFinite, base.isFinite else { return nil }
    return
      "\(capitalised(words.baseMedian.wide)) \(text(base)) there, \(text(event - base)) between the two."
  }
}
