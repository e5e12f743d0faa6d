public import Quant

/// Price above, on-balance volume below, with the swing highs that a divergence compares.
///
/// Sessions stand at equal distances. Close and volume are aligned with the dates; a value that is
/// not finite is a gap. Without dates or without a finite close the figure says "no data"; without
/// a finite volume only the price is drawn. Indices outside the dates are ignored.
public struct PriceVolumeChart: Chart {
  /// How a pair of swing highs is drawn.
  public enum Emphasis: Sendable, Hashable {
    /// The divergence of the day: bold.
    case current
    /// Another one that was or is active: thin, dashed.
    case earlier
    /// One that has been invalidated or has expired: muted, dotted.
    case invalidated
  }

  /// Two swing highs joined by a line, in both panels.
  public struct SwingSegment: Sendable, Hashable {
    /// Indices of the two closes; the first is the earlier.
    public var price: (from: Int, to: Int) {
      get { (priceFrom, priceTo) }
      set { (priceFrom, priceTo) = newValue }
    }

    /// Indices of the two volume maxima; the first is the earlier.
    public var volume: (from: Int, to: Int) {
      get { (volumeFrom, volumeTo) }
      set { (volumeFrom, volumeTo) = newValue }
    }

    /// How the pair is drawn.
    public var emphasis: Emphasis

    /// Label at the earlier close, such as "16 Dec 2 073.07".
    public var fromLabel: ChartLabel

    /// Label at the later close.
    public var toLabel: ChartLabel

    /// Label at the volume line, such as "16 to 29 Dec: −1.61 bn".
    public var volumeLabel: ChartLabel

    private var priceFrom: Int
    private var priceTo: Int
    private var volumeFrom: Int
    private var volumeTo: Int

    /// Creates a pair; empty labels are not drawn.
    public init(
      price: (from: Int, to: Int), volume: (from: Int, to: Int), emphasis: Emphasis,
      fromLabel: ChartLabel = "", toLabel: ChartLabel = "", volumeLabel: ChartLabel = ""
    ) {
      (priceFrom, priceTo) = price
      (volumeFrom, volumeTo) = volume
      self.emphasis = emphasis
      self.fromLabel = fromLabel
      self.toLabel = toLabel
      self.volumeLabel = volumeLabel
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// The sessions in order.
  public var dates: [CalendarDate]

  /// Closes in index points, aligned with `dates`.
  public var close: [Double]

  /// On-balance volume, already in the unit and from the base that its title names.
  public var onBalanceVolume: [Double]

  /// Title of the upper panel.
  public var priceTitle: ChartLabel

  /// Title of the lower panel.
  public var volumeTitle: ChartLabel

  /// Pairs of swing highs.
  public var segments: [SwingSegment]

  /// Vertical lines where something became known.
  public var known: [KnownMarker]

  /// Unit of the on-balance volume, for table and summary.
  public var volumeUnit = "bn shares"

  /// Decimals of the label at the last close.
  public var decimals = 2

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], close: [Double],
    onBalanceVolume: [Double], priceTitle: ChartLabel = "S&P 500, close",
    volumeTitle: ChartLabel, segments: [SwingSegment] = [], known: [KnownMarker] = []
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.close = close
    self.onBalanceVolume = onBalanceVolume
    self.priceTitle = priceTitle
    self.volumeTitle = volumeTitle
    self.segments = segments
    self.known = known
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      PriceVolumeDrawing(chart: self).draw(in: &drawing)
    }
  }
}
