public import Quant

/// How a hedge episode ended, for telling drag from a hedge that was needed (methodology 4.4).
public struct EpisodeOutcome: Sendable, Hashable, Codable {
  /// Rise of VIX from the entry, points, from which an episode counts as realised.
  public static let realisedRise = 3.0

  /// The episode with its cost.
  public let episode: HedgeEpisode
  /// Whether the index touched the book's lower break-even in the episode.
  public let touchedLowerBreakEven: Bool
  /// Greatest VIX close of the episode less VIX at the entry, points.
  public let greatestRise: Double

  /// Records an outcome.
  ///
  /// - Parameters:
  ///   - episode: the episode.
  ///   - touchedLowerBreakEven: whether the lower break-even was touched between start and end.
  ///   - vixCloses: VIX closes from the entry to the end, ascending by date, the entry's first; not
  ///     empty and finite.
  public init(episode: HedgeEpisode, touchedLowerBreakEven: Bool, vixCloses: [Double]) {
    precondition(!vixCloses.isEmpty, "an episode has at least its entry")
    precondition(vixCloses.allSatisfy(\.isFinite), "closes must be finite")
    self.episode = episode
    self.touchedLowerBreakEven = touchedLowerBreakEven
    greatestRise = ((vixCloses.max() ?? 0) - vixCloses[0]).bounded
  }

  /// Whether what the hedge was for came about: neither a touch nor a rise of 3 points is "non-realised".
  public var isRealised: Bool { touchedLowerBreakEven || greatestRise >= Self.realisedRise }
}

/// Drag of the last twelve months over the episodes in which nothing happened (methodology 4.4).
///
/// The cost of non-realised episodes that ended in the window, over the average net asset value of its
/// sessions. Compared with the drag limit it is a warning, not a cap: the limit itself is judged ahead
/// of each episode. A figure beyond the range of a double is the greatest finite number of its sign.
public struct RealisedDrag: Sendable, Hashable, Codable {
  /// Calendar days of the window.
  public static let windowDays = 365

  /// Non-realised episodes that ended in the window.
  public let episodes: Int
  /// Their cost, dollars; negative when they gained on balance.
  public let costDollars: Double
  /// Average net asset value over the window, dollars.
  public let averageNAVDollars: Double

  /// Adds up a window that ends at a date.
  ///
  /// - Parameters:
  ///   - outcomes: episodes in any order; those that ended after `date` or more than 365 days before
  ///     it do not count.
  ///   - navDollars: net asset value by session, any order; only the window's sessions count.
  ///   - date: the end of the window, itself included.
  /// - Throws: `missingInput("netAssetValue")` without a session in the window,
  ///   `nonPositivePrice(index:)` or `nonFinite(index:)` with the position of a bad value.
  public init(
    _ outcomes: [EpisodeOutcome], navDollars: [DatedValue], at date: CalendarDate
  ) throws(SeriesError) {
    let window = date.adding(days: -Self.windowDays + 1)...date
    var (sum, count) = (0.0, 0.0)
    for (index, nav) in navDollars.enumerated() where window.contains(nav.date) {
      guard nav.value.isFinite else { throw .nonFinite(index: index) }
      guard nav.value > 0 else { throw .nonPositivePrice(index: index) }
      count += 1
      // A running mean, so that the sum of large values cannot overflow.
      sum += (nav.value - sum) / count
    }
    guard count > 0 else { throw .missingInput(name: "netAssetValue") }
    let counted = outcomes.filter { window.contains($0.episode.end) && !$0.isRealised }
    episodes = counted.count
    costDollars = counted.boundedSum(\.episode.costDollars)
    averageNAVDollars = sum
  }

  /// Cost over the average net asset value, a fraction; negative when the hedges gained.
  public var fraction: Double { (costDollars / averageNAVDollars).bounded }

  /// Whether the fraction exceeds a limit, for example 0.0015.
  public func exceeds(_ limit: Double) -> Bool { fraction > limit + 1e-12 }
}
