/// Profit and loss against the index, with and without the hedge, at up to four dates.
///
/// The panels share both scales. The book is a thin solid line, the hedge dashed, their sum heavy;
/// the zero line separates gains above, with plus signs, from losses below. Break-evens are open
/// dots on the zero line, the spot a vertical dotted line. Intervals of the index level, such as the
/// central 68 % and 95 % under a stated assumption, are bars under each panel. Values that are not finite are gaps;
/// without any finite value the figure says "no data". Panels after the fourth are not drawn.
public struct PayoffChart: Chart {
  /// Where the index is likely to stand at a date.
  public struct Interval: Sendable, Hashable {
    /// The probability of the interval, such as 0.68.
    public var probability: Double

    /// Lower end, an index level.
    public var lower: Double

    /// Upper end, an index level.
    public var upper: Double

    /// Creates an interval.
    public init(probability: Double, lower: Double, upper: Double) {
      self.probability = probability
      self.lower = lower
      self.upper = upper
    }
  }

  /// One date.
  public struct Panel: Sendable, Hashable {
    /// Name of the panel, such as "18 Jan, in 14 days".
    public var title: ChartLabel

    /// Index levels in ascending order, including the corners of the pay-off.
    public var levels: [Double]

    /// Value of the book in dollars, aligned with `levels`.
    public var book: [Double]

    /// Value of the hedge in dollars, aligned with `levels`; empty for none.
    public var hedge: [Double]

    /// Value of both in dollars, aligned with `levels`; empty for none.
    public var net: [Double]

    /// Index levels at which the value with hedge is zero.
    public var breakEvens: [Double]

    /// Central intervals of the index level at the date, at most two: the wider one is drawn thin.
    ///
    /// Ends beyond the levels of the chart are cut off there; intervals that are not finite are left
    /// out.
    public var intervals: [Interval]

    /// Creates a panel.
    public init(
      title: ChartLabel, levels: [Double], book: [Double], hedge: [Double], net: [Double],
      breakEvens: [Double] = [], intervals: [Interval] = []
    ) {
      self.title = title
      self.levels = levels
      self.book = book
      self.hedge = hedge
      self.net = net
      self.breakEvens = breakEvens
      self.intervals = intervals
    }
  }

  /// What the horizontal axis counts.
  public enum LevelAxis: Sendable, Hashable {
    /// Index levels.
    case level
    /// Percent of change from the spot; needs a positive spot, else levels are shown.
    case percentFromSpot
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The dates, in order.
  public var panels: [Panel]

  /// The index level of the write-up, marked in every panel; `nil` for none.
  public var spot: Double?

  /// What the horizontal axis counts.
  public var levelAxis = LevelAxis.level

  /// What the index is called.
  public var indexName = "S&P 500"

  /// What the dollars count from, after the unit: "$ since entry".
  public var valueCaption = "since entry"

  /// Name of the thin solid line.
  public var bookName: ChartLabel = "book alone"

  /// Name of the dashed line.
  public var hedgeName: ChartLabel = "hedge"

  /// Name of the heavy line.
  public var netName: ChartLabel = "with hedge"

  /// What the intervals are called before their probabilities.
  public var intervalName: ChartLabel = "central"

  /// What the intervals rest on, after their probabilities.
  public var intervalAssumption: ChartLabel = ChartLabel(
    "of outcomes, lognormal at the implied volatility", narrow: "at implied volatility")

  /// Creates a chart.
  public init(title: String, desc: String = "", panels: [Panel], spot: Double?) {
    self.title = title
    self.desc = desc
    self.panels = panels
    self.spot = spot
  }

  /// The chart with gaps for what no figure can show.
  var shown: Self {
    var chart = self
    chart.panels = panels.map { panel in
      var panel = panel
      panel.levels = panel.levels.map(\.plottable)
      panel.book = panel.book.map(\.plottable)
      panel.hedge = panel.hedge.map(\.plottable)
      panel.net = panel.net.map(\.plottable)
      return panel
    }
    chart.spot = spot.map(\.plottable)
    return chart
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      guard let layout = PayoffDrawing(chart: shown, drawing: drawing) else { return nil }
      return layout.draw(in: &drawing)
    }
  }
}
