/// Outcomes on all days and on the days that fulfil a condition, as shares in the same bins.
///
/// The base rate is an outlined histogram, the conditional sample filled bars. Both counts are
/// printed, and a sample below `leastCount` is called too small. Under the axis stand the 5 %, 50 %
/// and 95 % quantiles of both. Values that are not finite are left out; without any the figure says
/// "no data".
public struct DistributionChart: Chart {
  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// Outcomes on all days, in `unit`, in any order.
  public var all: [Double]

  /// Outcomes on the days that fulfil the condition, usually a part of `all`; empty for none.
  public var sample: [Double]

  /// The value of today, marked; `nil` for none.
  public var current: Double?

  /// What the outcomes are, under the axis.
  public var valueName: ChartLabel = "return over the next 20 sessions"

  /// What the outcomes count.
  public var unit = "%"

  /// What the shares are; stands above the scale.
  public var shareCaption: ChartLabel = "% of days"

  /// Name of the base rate.
  public var allName: ChartLabel = "all days"

  /// Name of the conditional sample.
  public var sampleName: ChartLabel = "days like this"

  /// What the current value is called.
  public var currentName: ChartLabel = "now"

  /// What the count is called before its number.
  public var countName = "n"

  /// What the middle quantile is called.
  public var medianName = "median"

  /// Said of a sample that is too small to be read as a distribution.
  public var smallName: ChartLabel = ChartLabel(
    "too few to conclude from", narrow: "too few to conclude from")

  /// The count below which a sample is too small.
  public var leastCount = 30

  /// The number of bins aimed at; their width is 1, 2 or 5 times a power of ten.
  public var binLimit = 24

  /// Decimals of the outcomes.
  public var decimals = 1

  /// Creates a chart.
  public init(
    title: String, desc: String = "", all: [Double], sample: [Double] = [],
    current: Double? = nil
  ) {
    self.title = title
    self.desc = desc
    self.all = all
    self.sample = sample
    self.current = current
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let bins = DistributionBins(self)
    return .drawn(self, idPrefix: idPrefix) { drawing in
      guard let bins else { return nil }
      return DistributionDrawing(chart: self, bins: bins, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
