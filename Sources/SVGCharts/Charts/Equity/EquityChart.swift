public import Quant

/// Up to five curves over the same sessions, such as one rule under several profiles, and a
/// benchmark.
///
/// Every curve has a dash pattern of its own, so that they differ in black and white, and is named
/// with its last value where it ends, or in a legend when the names find no room there. Sessions
/// stand at equal distances. A value that is not finite, beyond ±10¹² or, on a logarithmic scale,
/// not positive is a gap; a curve without values is left out, and without any the figure says
/// "no data".
public struct EquityChart: Chart {
  /// How values become heights.
  public enum Scaling: Sendable, Hashable {
    /// Equal differences have equal heights.
    case linear
    /// Equal ratios have equal heights.
    case logarithmic
  }

  /// One curve.
  public struct Curve: Sendable, Hashable {
    /// The name.
    public var name: ChartLabel

    /// Values, aligned with the dates of the chart.
    public var values: [Double]

    /// Whether it is what the others are measured against: drawn muted, below them.
    public var isBenchmark: Bool

    /// Creates a curve.
    public init(name: ChartLabel, values: [Double], isBenchmark: Bool = false) {
      self.name = name
      self.values = values
      self.isBenchmark = isBenchmark
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// Sessions in order.
  public var dates: [CalendarDate]

  /// The curves, the most important first; those after the fifth are left out, and benchmarks
  /// after the first are drawn as curves.
  public var curves: [Curve]

  /// Unit of the values, such as "$" or "start = 100".
  public var unit: String

  /// How values become heights.
  public var scaling = Scaling.linear

  /// What the values are; the unit follows it, and a logarithmic scale is named.
  public var valueTitle: ChartLabel = "Equity"

  /// What is added to the title of a logarithmic scale.
  public var logarithmicName: ChartLabel = ChartLabel("logarithmic scale", narrow: "log scale")

  /// A level marked by an axis line, such as 0 or 100; `nil` for none.
  public var baseline: Double?

  /// Head of the column of dates.
  public var dateName = "Session"

  /// Decimals of the values.
  public var decimals = 0

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], curves: [Curve], unit: String = "$"
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.curves = curves
    self.unit = unit
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let lines = drawnCurves
    return .drawn(self, idPrefix: idPrefix) { drawing in
      EquityDrawing(chart: self, lines: lines, drawing: drawing)?.draw(in: &drawing)
    }
  }

  /// A curve with its drawable values and its place among the patterns.
  struct Line {
    let name: ChartLabel
    let values: [Double]
    /// 1...5, or 0 for the benchmark.
    let pattern: Int
    /// Index of the last value.
    let last: Int
    var className: String { pattern == 0 ? "s eb" : "s e\(pattern)" }
    var textClass: String { pattern == 0 ? "mu" : pattern == 1 ? "b e1" : "e\(pattern)" }
  }

  /// The first five curves, as far as they have values.
  var drawnCurves: [Line] {
    let benchmark = curves.prefix(5).firstIndex(where: \.isBenchmark)
    var pattern = 0
    return curves.prefix(5).enumerated().compactMap { index, curve in
      if index != benchmark { pattern += 1 }
      let values = curve.values.plottable(count: dates.count).map {
        scaling == .logarithmic && $0 <= 0 ? .nan : $0
      }
      guard let last = values.lastIndex(where: \.isFinite) else { return nil }
      return Line(
        name: curve.name, values: values, pattern: index == benchmark ? 0 : pattern, last: last)
    }
  }

  /// A value as the labels show it.
  func text(_ value: Double) -> String {
    unit == "$"
      ? NumberText.dollars(value, decimals: decimals) : NumberText.fixed(value, decimals: decimals)
  }
}
