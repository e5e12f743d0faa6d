/// Sensitivity of VIX futures to the spot index by days to expiration, with its uncertainty.
///
/// A dot for every contract with a bar from the low to the high end of its interval, and a fitted
/// curve, dashed. Values that are not finite are left out, as are days that are not positive on a
/// logarithmic axis; without any estimate and curve the figure says "no data".
public struct BetaTenorChart: Chart {
  /// The estimate for one contract.
  public struct Estimate: Sendable, Hashable {
    /// Name of the contract, such as "VX1".
    public var label: ChartLabel

    /// Calendar days to expiration, on average over the observations.
    public var days: Double

    /// Points of the future for one point of the spot index.
    public var beta: Double

    /// Lower end of the interval; NaN for none.
    public var low: Double

    /// Upper end of the interval; NaN for none.
    public var high: Double

    /// How many observations it rests on.
    public var observations: Int

    /// Creates an estimate.
    public init(
      label: ChartLabel, days: Double, beta: Double, low: Double = .nan, high: Double = .nan,
      observations: Int
    ) {
      self.label = label
      self.days = days
      self.beta = beta
      self.low = low
      self.high = high
      self.observations = observations
    }
  }

  /// One point of the fitted curve.
  public struct CurvePoint: Sendable, Hashable {
    /// Calendar days to expiration.
    public var days: Double

    /// The fitted value.
    public var beta: Double

    /// Creates a point.
    public init(days: Double, beta: Double) {
      self.days = days
      self.beta = beta
    }
  }

  /// How days are laid out.
  public enum DaysAxis: Sendable, Hashable {
    /// Equal differences at equal distances, from 0 on.
    case linear
    /// Equal ratios at equal distances.
    case logarithmic
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The estimates, in any order.
  public var estimates: [Estimate]

  /// The fitted curve, in any order; empty for none.
  public var curve: [CurvePoint]

  /// How days are laid out.
  public var daysAxis = DaysAxis.linear

  /// What the values are, with their unit; stands above the scale.
  public var valueCaption: ChartLabel = ChartLabel(
    "Points of the future per point of spot VIX", narrow: "Points per point of spot VIX")

  /// What the bars are, after the caption.
  public var intervalName: ChartLabel = ChartLabel("; bars: 95\u{202F}% interval", narrow: "")

  /// The name of the fitted curve, at its right end.
  public var curveName: ChartLabel = "fit"

  /// The caption under the axis.
  public var axisCaption: ChartLabel = "calendar days to expiration"

  /// Added to the caption of a logarithmic axis.
  public var logarithmicCaption = ", log scale"

  /// What observations are called, for the table.
  public var observationsName = "Observations"

  /// Decimals of the values.
  public var decimals = 2

  /// Creates a chart.
  public init(
    title: String, desc: String = "", estimates: [Estimate], curve: [CurvePoint] = []
  ) {
    self.title = title
    self.desc = desc
    self.estimates = estimates
    self.curve = curve
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      BetaTenorDrawing(chart: self, drawing: drawing)?.draw(in: &drawing)
    }
  }
}
