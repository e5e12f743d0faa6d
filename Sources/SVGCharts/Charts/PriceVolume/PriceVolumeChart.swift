public import Quant

/// Price above, on-balance volume below, with the swing highs that a divergence compares.
///
/// Between them stand the shares traded, when they are given. The price is a line of closes, or
/// candlesticks when open, high and low are given too, in the wide drawing and for at most 55
/// sessions.
///
/// Sessions stand at equal distances. All series are aligned with the dates; a value that is not
/// finite or beyond ±10¹² is a gap. Without dates or without a close the figure says "no data";
/// panels without values are left out. Indices outside the dates are ignored.
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

    /// Session at whose close the later swing high was known, where an arrow leads; `nil` for none.
    public var known: Int?

    /// Label at the arrow, such as "known 4 Jan".
    public var knownLabel: ChartLabel

    private var priceFrom: Int
    private var priceTo: Int
    private var volumeFrom: Int
    private var volumeTo: Int

    /// Creates a pair; empty labels are not drawn.
    public init(
      price: (from: Int, to: Int), volume: (from: Int, to: Int), emphasis: Emphasis,
      fromLabel: ChartLabel = "", toLabel: ChartLabel = "", volumeLabel: ChartLabel = "",
      known: Int? = nil, knownLabel: ChartLabel = ""
    ) {
      (priceFrom, priceTo) = price
      (volumeFrom, volumeTo) = volume
      self.emphasis = emphasis
      self.fromLabel = fromLabel
      self.toLabel = toLabel
      self.volumeLabel = volumeLabel
      self.known = known
      self.knownLabel = knownLabel
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

  /// Opening prices, in the unit of the closes; empty for none.
  public var open: [Double] = []

  /// Highest prices of the sessions; empty for none.
  public var high: [Double] = []

  /// Lowest prices of the sessions; empty for none.
  public var low: [Double] = []

  /// Shares traded in each session, not negative, in the unit that its title names; empty for none.
  public var sharesTraded: [Double] = []

  /// Title of the panel of shares traded, with its unit.
  public var sharesTitle: ChartLabel = "Volume, bn shares"

  /// Unit of the shares traded, for table and summary.
  public var sharesUnit = "bn shares"

  /// Decimals of the shares traded.
  public var sharesDecimals = 2

  /// Names of the series in table and summary.
  public var names = SeriesNames()

  /// What the series are called where they are listed.
  public struct SeriesNames: Sendable, Hashable {
    /// Opening price.
    public var open = "Open"
    /// Highest price.
    public var high = "High"
    /// Lowest price.
    public var low = "Low"
    /// Closing price.
    public var close = "Close"
    /// Shares traded.
    public var shares = "Volume"
    /// On-balance volume.
    public var onBalanceVolume = "OBV"

    /// Creates the English names.
    public init() {}
  }

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
