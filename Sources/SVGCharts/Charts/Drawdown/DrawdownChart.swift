public import Quant

/// Equity with and without a hedge above, the fall of each from its running peak below.
///
/// Both series are aligned with the dates, which stand at equal distances. The worst fall of each is
/// labelled with the dates of its peak and its trough. A value that is not finite or beyond ±10¹² is
/// a gap; a series without values is left out, and without any the figure says "no data".
public struct DrawdownChart: Chart {
  /// What a fall is measured in.
  public enum Measure: Sendable, Hashable {
    /// Percent of the running peak; a gap while the peak is not positive.
    case percentOfPeak
    /// The unit of the equity, for sums of profit that may start at zero.
    case amount
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// Sessions in order.
  public var dates: [CalendarDate]

  /// Equity of the book with its hedge.
  public var hedged: [Double]

  /// Equity of the book alone; empty for one series.
  public var unhedged: [Double]

  /// Unit of the equity, such as "$" or "index".
  public var unit: String

  /// What a fall is measured in.
  public var measure = Measure.percentOfPeak

  /// Name of the series with the hedge.
  public var hedgedName: ChartLabel = "with hedge"

  /// Name of the series without it.
  public var unhedgedName: ChartLabel = "book alone"

  /// Title of the upper panel; the unit follows it.
  public var equityTitle: ChartLabel = "Equity"

  /// Title of the lower panel; its unit follows it.
  public var drawdownTitle: ChartLabel = ChartLabel(
    "Drawdown from the running peak", narrow: "Drawdown from peak")

  /// Head of the column of dates.
  public var dateName = "Session"

  /// Decimals of the equity.
  public var decimals = 0

  /// Decimals of the falls.
  public var drawdownDecimals = 1

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], hedged: [Double],
    unhedged: [Double] = [], unit: String = "$"
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.hedged = hedged
    self.unhedged = unhedged
    self.unit = unit
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let series = drawnSeries
    return .drawn(self, idPrefix: idPrefix) { drawing in
      DrawdownDrawing(chart: self, series: series, drawing: drawing)?.draw(in: &drawing)
    }
  }

  /// One line of the figure with its falls.
  struct Series {
    let name: ChartLabel
    let values: [Double]
    let falls: Drawdown
    let isHedged: Bool
    /// Index of the last value.
    let last: Int
  }

  /// The series with values, the book alone first, so that the other lies on top.
  var drawnSeries: [Series] {
    [(unhedgedName, unhedged, false), (hedgedName, hedged, true)].compactMap {
      name, all, isHedged in
      let values = all.plottable(count: dates.count)
      guard let last = values.lastIndex(where: \.isFinite) else { return nil }
      return Series(
        name: name, values: values,
        falls: Drawdown(values, inPercent: measure == .percentOfPeak), isHedged: isHedged,
        last: last)
    }
  }

  /// Unit of the falls.
  var fallUnit: String { measure == .percentOfPeak ? "%" : unit }

  /// A fall with its unit.
  func fallText(_ value: Double) -> String {
    switch measure {
    case .percentOfPeak: NumberText.percentPoints(value, decimals: drawdownDecimals)
    case .amount where unit == "$": NumberText.dollars(value, decimals: decimals)
    case .amount: NumberText.fixed(value, decimals: decimals)
    }
  }

  /// Equity as the labels show it.
  func equityText(_ value: Double) -> String {
    unit == "$"
      ? NumberText.dollars(value, decimals: decimals) : NumberText.fixed(value, decimals: decimals)
  }
}
