public import Quant

/// What the hedge has cost and may cost, against the cap.
public struct DragState: Sendable, Hashable, Codable {
  /// First session of the running hedge episode; `nil` when no hedge is held or ordered.
  public var episodeStart: CalendarDate?
  /// Premium paid in the episode with commissions, dollars.
  public var paidDollars: Double
  /// Proceeds of sales in the episode less commissions, dollars.
  public var receivedDollars: Double
  /// Value of the holdings at the bid, dollars.
  public var liquidationDollars: Double
  /// Expected cost over the coming review period if nothing changes, dollars.
  public var exAnteDollars: Double
  /// The cap, dollars.
  public var capDollars: Double
  /// Net asset value: the cap's denominator, dollars.
  public var navDollars: Double
  /// SPX notional of the book, dollars.
  public var notionalDollars: Double
  /// Credit received for the open condors, dollars.
  public var creditDollars: Double
  /// Calendar days since the episode began.
  public var episodeDays: Int

  /// Cost so far: paid − received − liquidation value; negative when the hedge has gained.
  public var spentDollars: Double {
    ((paidDollars - receivedDollars).bounded - liquidationDollars).bounded
  }
}

/// A hedge episode that has ended.
public struct HedgeEpisode: Sendable, Hashable, Codable {
  /// First session with a purchase.
  public var start: CalendarDate
  /// Session on which the last contract was sold.
  public var end: CalendarDate
  /// Paid − received, dollars; negative is a gain.
  public var costDollars: Double

  /// Creates an episode.
  public init(start: CalendarDate, end: CalendarDate, costDollars: Double) {
    self.start = start
    self.end = end
    self.costDollars = costDollars
  }
}
