public import Quant

/// One series of daily levels over time, with its highest and last value labelled.
///
/// Optional rules mark thresholds, tints mark ranges of levels and spans of sessions. Values that are
/// not finite or beyond ±10¹² leave gaps; without any value the figure says "no data".
public struct LevelChart: Chart {
  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String
  /// Words in front of the generated summary, such as the finding.
  public var desc: String
  /// Sessions, ascending.
  public var dates: [CalendarDate]
  /// Levels, aligned with the sessions.
  public var values: [Double]
  /// What the line is, with its unit; stands above it.
  public var valueTitle: ChartLabel
  /// Decimals of the labelled values.
  public var decimals = 2
  /// Levels marked by a rule, such as a median; the axis is extended to show them.
  public var thresholds: [Threshold] = []
  /// Ranges of levels that are tinted, such as those above 20; drawn as far as the axis reaches.
  public var ranges: [LevelRange] = []
  /// Spans of sessions that are tinted and named above.
  public var episodes: [Episode] = []
  /// Head of the column of dates.
  public var dateName = "Session"

  /// A level marked by a rule.
  public struct Threshold: Sendable, Hashable {
    /// The level.
    public var value: Double
    /// The words at the rule, such as "median 16.2".
    public var label: ChartLabel

    /// Creates a threshold.
    public init(value: Double, label: ChartLabel) {
      self.value = value
      self.label = label
    }
  }

  /// A tinted range of levels.
  public struct LevelRange: Sendable, Hashable {
    /// Lower end; `nil` for the foot of the axis.
    public var lower: Double?
    /// Upper end; `nil` for the head of the axis.
    public var upper: Double?
    /// The words in it, such as "above 20".
    public var label: ChartLabel

    /// Creates a range.
    public init(lower: Double?, upper: Double?, label: ChartLabel) {
      self.lower = lower
      self.upper = upper
      self.label = label
    }
  }

  /// A tinted span of sessions.
  public struct Episode: Sendable, Hashable {
    /// Indices of the first and last session, both included; parts outside the dates are ignored.
    public var sessions: ClosedRange<Int>
    /// The name, such as "Aug 2015".
    public var label: ChartLabel

    /// Creates an episode.
    public init(sessions: ClosedRange<Int>, label: ChartLabel) {
      self.sessions = sessions
      self.label = label
    }
  }

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], values: [Double],
    valueTitle: ChartLabel
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.values = values
    self.valueTitle = valueTitle
  }

  /// Draws both widths; ids begin with the prefix.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      LevelDrawing(chart: self, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
