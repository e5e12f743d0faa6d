import Quant

/// Whether the hedge carries its share where the book starts to lose (methodology 4.5).
///
/// The index falls to the book's lower break-even at the horizon and VIX answers by the response. The
/// net result must be shown against the book's alone; a gain of the hedge below a quarter of the
/// loss is said plainly. Modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct ConvexPayoffCheck: Sendable, Hashable, Codable {
  /// The outcome.
  public enum Status: String, Sendable, Codable, CaseIterable {
    /// The book does not lose there at this horizon, so nothing is to be covered.
    case bookDoesNotLose
    /// The hedge gains at least a quarter of the loss.
    case sufficient
    /// The hedge gains less than a quarter of the loss.
    case insufficient
  }

  /// Least share of the loss the hedge should gain.
  public static let leastShare = 0.25

  /// The lower break-even and the series it belongs to.
  public let breakEven: LowerBreakEven
  /// The market there.
  public let scenario: MarketScenario
  /// Change of the book from today, dollars.
  public let bookDollars: Double
  /// Change of the hedge from today, dollars.
  public let hedgeDollars: Double

  /// Change of both, dollars.
  public var netDollars: Double { (bookDollars + hedgeDollars).bounded }

  /// Gain of the hedge over the loss of the book; `nil` when the book does not lose.
  public var hedgeShareOfLoss: Double? {
    bookDollars < 0 ? (hedgeDollars / -bookDollars).bounded : nil
  }

  /// The outcome; compares dollars, so a tiny loss divides nothing.
  public var status: Status {
    guard bookDollars < 0 else { return .bookDoesNotLose }
    return hedgeDollars >= Self.leastShare * -bookDollars ? .sufficient : .insufficient
  }

  /// Values book and hedge at the break-even, `horizonDays` ahead.
  init(
    breakEven: LowerBreakEven, horizonDays: Int, book: BookScenario, hedge: HedgeScenario,
    market: ScenarioMarket
  ) {
    self.breakEven = breakEven
    scenario = market.scenario(spot: breakEven.level, daysForward: horizonDays)
    bookDollars = book.changeDollars(in: scenario)
    hedgeDollars = hedge.changeDollars(in: scenario)
  }
}
