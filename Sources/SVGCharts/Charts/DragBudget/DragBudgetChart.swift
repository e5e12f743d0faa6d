public import Quant

/// What a hedge has cost in each review period against the most it may cost there.
///
/// A stepped line of the cost since the start of the period, the cap of every period as a rule, and
/// for the last period what is spent, what is left and for how many sessions. Sessions stand at
/// equal distances. The dates may run on to the end of the current period: sessions without a value
/// after the last one are the ones that are left. A value that is not finite or beyond ±10¹² is a
/// gap; without any value or any period the figure says "no data".
public struct DragBudgetChart: Chart {
  /// A span of sessions with a budget of its own.
  public struct Period: Sendable, Hashable {
    /// Indices of its first and last session, both included; parts outside the dates are ignored.
    public var sessions: ClosedRange<Int>

    /// The most that may be spent, in dollars; not finite or negative for no cap.
    public var capDollars: Double

    /// The name, such as "Q4 2015".
    public var label: ChartLabel

    /// What percentages refer to, in dollars, such as the premium received; `nil` for none.
    public var denominatorDollars: Double?

    /// Creates a period.
    public init(
      sessions: ClosedRange<Int>, capDollars: Double, label: ChartLabel,
      denominatorDollars: Double? = nil
    ) {
      self.sessions = sessions
      self.capDollars = capDollars
      self.label = label
      self.denominatorDollars = denominatorDollars
    }
  }

  /// The words of the figure.
  public struct Words: Sendable, Hashable {
    /// Before the amount of a cap.
    public var cap = "cap"
    /// After the amount spent.
    public var spent = "spent"
    /// After the amount or the sessions left.
    public var left = "left"
    /// After the amount by which the cap is exceeded.
    public var over = "over the cap"
    /// Counts more than one session.
    public var sessions = "sessions"
    /// Counts one session.
    public var session = "session"
    /// Between a percentage and what it refers to.
    public var of = "of"
    /// First column of the table.
    public var date = "Session"
    /// Column of the periods.
    public var period = "Period"
    /// Column of the cost.
    public var cost = "Cost in the period"
    /// Column of the caps.
    public var capColumn = "Cap"
    /// Column of the share of the cap.
    public var shareColumn = "Share of the cap"

    /// Creates the English words.
    public init() {}
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The sessions in order, those to come included.
  public var dates: [CalendarDate]

  /// Dollars spent since the start of the period that the session lies in, aligned with the dates;
  /// negative when the hedge has earned.
  public var spentDollars: [Double]

  /// The periods in order, without overlap; the last one with a value is the current one.
  public var periods: [Period]

  /// What the line is, with its unit; stands above it.
  public var valueTitle: ChartLabel = ChartLabel(
    "Cost of the hedge since the start of the period, $", narrow: "Hedge cost in the period, $")

  /// What percentages refer to, such as "premium".
  public var denominatorName = "the denominator"

  /// Decimals of dollars.
  public var decimals = 0

  /// The words, replaceable for another language.
  public var words = Words()

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], spentDollars: [Double],
    periods: [Period], denominatorName: String = "the denominator"
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.spentDollars = spentDollars
    self.periods = periods
    self.denominatorName = denominatorName
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      DragBudgetDrawing(chart: self, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
