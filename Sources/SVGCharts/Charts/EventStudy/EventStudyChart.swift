/// What followed a kind of event: the median path with bands around it, against any other session.
///
/// All series are aligned with sessions before and after the event, the first one being
/// `firstSession`. The events' median is a heavy line in two bands, the base rate (the same measure
/// from every session) a dashed line in an outlined band. With at most twelve events each is a
/// hairline too in the wide drawing. A value that is not finite or beyond ±10¹² is a gap; without any the figure says
/// "no data".
public struct EventStudyChart: Chart {
  /// A band around a median: values at its lower and upper edge.
  public struct Band: Sendable, Hashable {
    /// Lower edge, aligned with the sessions.
    public var lower: [Double]
    /// Upper edge, aligned with the sessions.
    public var upper: [Double]

    /// Creates a band.
    public init(lower: [Double] = [], upper: [Double] = []) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// One event's own path.
  public struct Event: Sendable, Hashable {
    /// The name, usually its date, for the table.
    public var name: String
    /// Values, aligned with the sessions.
    public var values: [Double]

    /// Creates an event.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The mean of the events some sessions after them, with its confidence interval.
  public struct MeanInterval: Sendable, Hashable {
    /// Sessions after the event; negative before it.
    public var session: Int
    /// The mean.
    public var mean: Double
    /// Lower end of the interval.
    public var lower: Double
    /// Upper end of the interval.
    public var upper: Double

    /// Creates an interval.
    public init(session: Int, mean: Double, lower: Double, upper: Double) {
      self.session = session
      self.mean = mean
      self.lower = lower
      self.upper = upper
    }
  }

  /// The words of the figure.
  public struct Words: Sendable, Hashable {
    /// Counts events.
    public var events: ChartLabel = "events"
    /// Counts one event.
    public var event: ChartLabel = "event"
    /// Names the base rate and counts its sessions.
    public var baseCount: ChartLabel = ChartLabel(
      "sessions in the base rate", narrow: "in the base rate")
    /// Name of the events' median.
    public var median: ChartLabel = ChartLabel("median of events", narrow: "median")
    /// Name of the base rate's median.
    public var baseMedian: ChartLabel = ChartLabel("any session, median", narrow: "any session")
    /// Name of the inner band.
    public var innerBand: ChartLabel = ChartLabel("50\u{202F}% of events", narrow: "50\u{202F}%")
    /// Name of the outer band.
    public var outerBand: ChartLabel = ChartLabel("90\u{202F}% of events", narrow: "90\u{202F}%")
    /// Name of the base rate's band.
    public var baseBand: ChartLabel = ChartLabel(
      "any session, 90\u{202F}%", narrow: "any, 90\u{202F}%")
    /// Name of the single lines.
    public var single: ChartLabel = "each event"
    /// Name of the means with their intervals.
    public var mean: ChartLabel = ChartLabel(
      "mean with 95\u{202F}% interval", narrow: "mean, 95\u{202F}% interval")
    /// Caption of the horizontal axis, and head of the first column.
    public var axis: ChartLabel = ChartLabel(
      "sessions from the event", narrow: "sessions from the event")

    /// Creates the English words.
    public init() {}
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// What the values are, with their unit; stands above the figure.
  public var valueTitle: ChartLabel

  /// The session of the first value, such as −20; 0 is the event.
  public var firstSession: Int

  /// Median of the events by session; its length is that of the axis.
  public var median: [Double]

  /// Band of the middle half of the events.
  public var innerBand: Band

  /// Band of nine tenths of the events.
  public var outerBand: Band

  /// How many events there are.
  public var eventCount: Int

  /// Median from any session; empty for no base rate.
  public var baseMedian: [Double]

  /// Band of nine tenths of all sessions.
  public var baseBand: Band

  /// How many sessions the base rate counts; `nil` when it is not said.
  public var baseCount: Int?

  /// The single events; drawn when there are at most twelve.
  public var events: [Event] = []

  /// Means with intervals at a few horizons.
  public var means: [MeanInterval] = []

  /// Unit of the values, for table and labels, such as "%" or "vol points".
  public var unit = "%"

  /// Decimals of the values.
  public var decimals = 1

  /// The words, replaceable for another language.
  public var words = Words()

  /// Creates a chart.
  public init(
    title: String, desc: String = "", valueTitle: ChartLabel, firstSession: Int,
    median: [Double], innerBand: Band = Band(), outerBand: Band = Band(), eventCount: Int,
    baseMedian: [Double] = [], baseBand: Band = Band(), baseCount: Int? = nil
  ) {
    self.title = title
    self.desc = desc
    self.valueTitle = valueTitle
    self.firstSession = firstSession
    self.median = median
    self.innerBand = innerBand
    self.outerBand = outerBand
    self.eventCount = eventCount
    self.baseMedian = baseMedian
    self.baseBand = baseBand
    self.baseCount = baseCount
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      EventStudyDrawing(chart: self, drawing: drawing)?.draw(in: &drawing)
    }
  }

  /// The single events that are drawn: all of at most twelve.
  var drawnEvents: [Event] { events.count <= 12 ? events : [] }

  /// The means inside the axis whose three numbers can be plotted.
  var drawnMeans: [MeanInterval] {
    means.filter { mean in
      mean.session >= firstSession && mean.session - firstSession < median.count
        && [mean.mean, mean.lower, mean.upper].allSatisfy(\.plottable.isFinite)
    }.sorted { $0.session < $1.session }
  }

  /// A value with sign and unit.
  func text(_ value: Double) -> String {
    let number = NumberText.fixed(value, decimals: decimals, signed: true)
    return unit.isEmpty ? number : "\(number)\u{202F}\(unit)"
  }
}
