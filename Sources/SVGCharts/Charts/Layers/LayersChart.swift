/// Hedge layers as stacked horizontal bars in dollars per VIX point, against their target bands.
///
/// A row without layers shows an explicit 0. Amounts that are not finite or not positive are left
/// out of their bar. With the book's vega given, the axis and a second column count in percent of
/// it. Without rows and without bands the figure says "no data".
public struct LayersChart: Chart {
  /// One layer of a bar.
  public struct Segment: Sendable, Hashable {
    /// Number of the layer, printed inside the segment; 1 to 3 have colours of their own.
    public var layer: Int

    /// Sensitivity of the layer's contracts, in dollars per VIX point.
    public var dollarsPerPoint: Double

    /// Creates a segment.
    public init(layer: Int, dollarsPerPoint: Double) {
      self.layer = layer
      self.dollarsPerPoint = dollarsPerPoint
    }
  }

  /// One bar with its words.
  public struct Row: Sendable, Hashable {
    /// Name of the state, such as "After today".
    public var label: ChartLabel

    /// A muted remark under the name, such as "cap kept"; empty for none.
    public var detail: String

    /// The layers, stacked in this order.
    public var segments: [Segment]

    /// Whether the row is what was decided: its words are bold.
    public var isEmphasised: Bool

    /// Whether the bar was not traded: only outlined, dashed.
    public var isHypothetical: Bool

    /// Creates a row.
    public init(
      label: ChartLabel, detail: String = "", segments: [Segment], isEmphasised: Bool = false,
      isHypothetical: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.segments = segments
      self.isEmphasised = isEmphasised
      self.isHypothetical = isHypothetical
    }
  }

  /// The interval of total sensitivity that a stage aims at.
  public struct Band: Sendable, Hashable {
    /// Number of the layer.
    public var layer: Int

    /// Lower end, in dollars per VIX point.
    public var lower: Double

    /// Upper end, in dollars per VIX point.
    public var upper: Double

    /// Whether the band is the one that applies today.
    public var isActive: Bool

    /// Creates a band.
    public init(layer: Int, lower: Double, upper: Double, isActive: Bool = false) {
      self.layer = layer
      self.lower = lower
      self.upper = upper
      self.isActive = isActive
    }
  }

  /// A line that a row's bar must not pass, such as the drag cap.
  public struct Limit: Sendable, Hashable {
    /// Index of the row.
    public var row: Int

    /// Position, in dollars per VIX point.
    public var dollarsPerPoint: Double

    /// One or two short lines of text, such as "drag cap" and "$225".
    public var lines: [String]

    /// Creates a limit.
    public init(row: Int, dollarsPerPoint: Double, lines: [String]) {
      self.row = row
      self.dollarsPerPoint = dollarsPerPoint
      self.lines = lines
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The bars from top to bottom.
  public var rows: [Row]

  /// The target bands; those that overlap stand one above the other.
  public var bands: [Band]

  /// Limits, at most one a row.
  public var limits: [Limit]

  /// The book's vega in dollars per vol point; `nil` or zero for an axis in dollars.
  ///
  /// Short premium has a negative vega: the axis uses its size, the caption shows its sign.
  public var bookVegaDollarsPerVolPoint: Double?

  /// The caption under the axis; empty for a plain default.
  public var axisCaption = ""

  /// Decimals of the dollar column.
  public var decimals = 0

  /// Creates a chart.
  public init(
    title: String, desc: String = "", rows: [Row], bands: [Band], limits: [Limit] = [],
    bookVegaDollarsPerVolPoint: Double? = nil
  ) {
    self.title = title
    self.desc = desc
    self.rows = rows
    self.bands = bands
    self.limits = limits
    self.bookVegaDollarsPerVolPoint = bookVegaDollarsPerVolPoint
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      guard !rows.isEmpty || !bands.isEmpty else { return nil }
      var layout = LayersDrawing(chart: self, drawing: drawing)
      return layout.draw(in: &drawing)
    }
  }
}
