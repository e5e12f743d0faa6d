public import Quant

/// The relative strength index above, MACD with its signal line below.
///
/// All series are aligned with the dates; a value that is not finite is a gap. Without dates or
/// without any finite value the figure says "no data"; a panel without values is left out. Indices
/// outside the dates are ignored.
public struct MomentumChart: Chart {
  /// A session marked on the MACD line, with its words.
  public struct Mark: Sendable, Hashable {
    /// Index of the session.
    public var index: Int

    /// The words; empty for a mark alone.
    public var label: ChartLabel

    /// Creates a mark.
    public init(index: Int, label: ChartLabel = "") {
      self.index = index
      self.label = label
    }
  }

  /// A failure swing of the index: a lower high, then a fall below the low between the highs.
  public struct FailureSwing: Sendable, Hashable {
    /// Session of the first high; `nil` when it lies before the figure.
    public var firstHigh: Int?

    /// Session of the second, lower high.
    public var secondHigh: Int

    /// Session at whose close the low was broken.
    public var known: Int

    /// The words at the second high.
    public var highLabel: ChartLabel

    /// The words at the break.
    public var knownLabel: ChartLabel

    /// Creates a failure swing.
    public init(
      firstHigh: Int?, secondHigh: Int, known: Int, highLabel: ChartLabel = "",
      knownLabel: ChartLabel = ""
    ) {
      self.firstHigh = firstHigh
      self.secondHigh = secondHigh
      self.known = known
      self.highLabel = highLabel
      self.knownLabel = knownLabel
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The sessions in order.
  public var dates: [CalendarDate]

  /// Relative strength index, 0 to 100.
  public var relativeStrength: [Double]

  /// MACD line, in index points.
  public var macd: [Double]

  /// Signal line, in index points.
  public var signal: [Double]

  /// Title of the upper panel.
  public var relativeStrengthTitle: ChartLabel = "RSI, 14 sessions"

  /// Title of the lower panel, in the colour of the MACD line.
  public var macdTitle: ChartLabel = "MACD 12/26"

  /// The rest of that title, which names the signal line.
  public var signalTitle: ChartLabel = "and its signal 9, dashed"

  /// Level of the dotted threshold line.
  public var threshold = 60.0

  /// Sessions at which MACD crossed under its signal line.
  public var crossUnders: [Mark]

  /// Failure swings of the relative strength index.
  public var failureSwings: [FailureSwing]

  /// Vertical lines where something became known.
  public var known: [KnownMarker]

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], relativeStrength: [Double],
    macd: [Double], signal: [Double], crossUnders: [Mark] = [],
    failureSwings: [FailureSwing] = [], known: [KnownMarker] = []
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.relativeStrength = relativeStrength
    self.macd = macd
    self.signal = signal
    self.crossUnders = crossUnders
    self.failureSwings = failureSwings
    self.known = known
  }

  /// The chart with gaps for what no figure can show; the index is between 0 and 100 by definition.
  var shown: Self {
    var chart = self
    chart.relativeStrength = relativeStrength.map { (0...100).contains($0) ? $0 : .nan }
    chart.macd = macd.map(\.plottable)
    chart.signal = signal.map(\.plottable)
    return chart
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      MomentumDrawing(chart: shown).draw(in: &drawing)
    }
  }
}
