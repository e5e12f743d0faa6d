/// Spot VIX and VIX futures by days to expiration, on up to a few dates.
///
/// Each curve is labelled at its start with its name and its first value. Values that are not
/// finite and negative days are left out; a curve without any value is not drawn, and without any
/// curve the figure says "no data".
public struct TermStructureChart: Chart {
  /// A futures settlement: calendar days to expiration and volatility points.
  public struct Point: Sendable, Hashable {
    /// Calendar days to expiration, 0 or more.
    public var days: Double

    /// Settlement in volatility points.
    public var value: Double

    /// Creates a point.
    public init(days: Double, value: Double) {
      self.days = days
      self.value = value
    }
  }

  /// How strongly a curve is drawn.
  public enum Emphasis: Sendable, Hashable {
    /// The day of the write-up: heavy, accent colour.
    case current
    /// The previous session: thin, ink.
    case previous
    /// An older day: dashed, muted.
    case older
  }

  /// One day's curve.
  public struct Curve: Sendable, Hashable {
    /// Name of the curve, usually its date.
    public var label: String

    /// Spot VIX, drawn at day 0; `nil` when missing.
    public var spot: Double?

    /// Futures, in any order.
    public var points: [Point]

    /// How strongly the curve is drawn.
    public var emphasis: Emphasis

    /// Creates a curve.
    public init(label: String, spot: Double?, points: [Point], emphasis: Emphasis) {
      self.label = label
      self.spot = spot
      self.points = points
      self.emphasis = emphasis
    }
  }

  /// A remark joined to a point by a leader line.
  public struct Annotation: Sendable, Hashable {
    /// The words.
    public var label: ChartLabel

    /// The point that the remark is about.
    public var at: Point

    /// Creates a remark.
    public init(_ label: ChartLabel, at point: Point) {
      self.label = label
      self.at = point
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The curves; equal emphasis is allowed.
  public var curves: [Curve]

  /// An optional remark; left out of a drawing in which it finds no room.
  public var annotation: Annotation?

  /// What the values count, for the table.
  public var unit = "points"

  /// What stands at day 0, for the table.
  public var spotName = "Spot VIX"

  /// What a contract is called before its rank, for the table.
  public var futureName = "VX"

  /// A word on where the futures come from, for the table, such as "modelled"; empty for none.
  public var futureQualifier = ""

  /// Decimals of the values at the starts of the curves.
  public var decimals = 2

  /// The caption under the horizontal axis.
  public var axisCaption = "calendar days to expiration"

  /// Creates a chart.
  public init(title: String, desc: String = "", curves: [Curve], annotation: Annotation? = nil) {
    self.title = title
    self.desc = desc
    self.curves = curves
    self.annotation = annotation
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    let curves = curves.compactMap { TermStructureDrawing.Line($0, decimals: decimals) }
    return .drawn(self, idPrefix: idPrefix) { drawing in
      guard !curves.isEmpty else { return nil }
      return TermStructureDrawing(chart: self, lines: curves, width: drawing.width)
        .draw(in: &drawing)
    }
  }
}
