public import Quant

/// A cell for every session of one or more years: weeks as columns, weekdays as rows, the value as
/// one of five tints.
///
/// The wide drawing has a strip for every year, the narrow one a strip for every half-year. Months
/// are named above and separated by a line. Weekdays between the first and the last date without a
/// value are hollow: holidays and gaps. Dates on weekends and values that are not finite or beyond
/// ±10¹² have no cell; without any value the figure says "no data". The highest value and the latest
/// one are ringed and labelled under their strip.
public struct CalendarHeatMap: Chart {
  /// Where one tint ends and the next begins.
  public enum Breaks: Sendable, Hashable {
    /// At the quintiles of the values, rounded to the decimals shown.
    case quintiles
    /// At up to four values, ascending; a value at a break has the higher tint.
    case fixed([Double])
  }

  /// The words of the figure.
  public struct Words: Sendable, Hashable {
    /// Before the highest value.
    public var highest = "highest"
    /// Before the last value.
    public var latest = "latest"
    /// Name of a hollow cell in the legend.
    public var noSession = "no session"
    /// Monday to Friday.
    public var weekdays: [ChartLabel] = ["Mon", "Tue", "Wed", "Thu", "Fri"].map {
      ChartLabel($0, narrow: String($0.prefix(1)))
    }
    /// January to December.
    public var months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// Head of the column of dates.
    public var date = "Session"
    /// Head of the column of tints.
    public var tint = "Tint"

    /// Creates the English words.
    public init() {}
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// Sessions in order.
  public var dates: [CalendarDate]

  /// One value a session, aligned with the dates.
  public var values: [Double]

  /// What the values are, such as "VIX, close".
  public var valueTitle: ChartLabel

  /// Where the tints change.
  public var breaks: Breaks

  /// Decimals of the values and of the breaks.
  public var decimals: Int

  /// The words, replaceable for another language.
  public var words = Words()

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], values: [Double],
    valueTitle: ChartLabel, breaks: Breaks = .quintiles, decimals: Int = 2
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.values = values
    self.valueTitle = valueTitle
    self.breaks = breaks
    self.decimals = decimals
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let data = CalendarHeatData(self)
    return .drawn(self, idPrefix: idPrefix) { drawing in
      CalendarHeatDrawing(chart: self, data: data, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
