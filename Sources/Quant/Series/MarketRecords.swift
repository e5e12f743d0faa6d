/// One session's open, high, low, close and volume.
public struct DailyBar: Hashable, Sendable, Codable {
  /// The session.
  public var date: CalendarDate
  /// Opening price, index points.
  public var open: Double
  /// Highest price; vendor index highs are sometimes inconsistent with the close.
  public var high: Double
  /// Lowest price.
  public var low: Double
  /// Closing price.
  public var close: Double
  /// Volume in the vendor's unit; `nil` when the file has none.
  public var volume: Double?

  /// Creates a bar.
  public init(
    date: CalendarDate, open: Double, high: Double, low: Double, close: Double, volume: Double?
  ) {
    self.date = date
    self.open = open
    self.high = high
    self.low = low
    self.close = close
    self.volume = volume
  }
}

/// One value of a series: the date it refers to and the date it became known.
public struct DatedValue: Hashable, Sendable, Codable {
  /// The date the value refers to.
  public var date: CalendarDate
  /// The first date on which it could be used.
  public var known: CalendarDate
  /// The value, in the series' own unit.
  public var value: Double

  /// Creates a value; `known` defaults to the date it refers to.
  public init(date: CalendarDate, value: Double, known: CalendarDate? = nil) {
    self.date = date
    self.value = value
    self.known = known ?? date
  }
}

/// One futures contract's settlement price on one session.
public struct FuturesSettlement: Hashable, Sendable, Codable {
  /// The session.
  public var date: CalendarDate
  /// The contract's expiration date.
  public var expiration: CalendarDate
  /// Settlement price in VIX points.
  public var settle: Double

  /// Creates a settlement.
  public init(date: CalendarDate, expiration: CalendarDate, settle: Double) {
    self.date = date
    self.expiration = expiration
    self.settle = settle
  }
}

/// One option's closing bid and ask on one session, in index points.
public struct OptionQuote: Hashable, Sendable, Codable {
  /// The session.
  public var date: CalendarDate
  /// The contract quoted.
  public var contract: OptionContract
  /// Best bid; 0 means no bid.
  public var bid: Double
  /// Best ask.
  public var ask: Double

  /// Creates a quote.
  public init(date: CalendarDate, contract: OptionContract, bid: Double, ask: Double) {
    self.date = date
    self.contract = contract
    self.bid = bid
    self.ask = ask
  }

  /// The midpoint of bid and ask.
  public var mid: Double { ((bid + ask) / 2).bounded }
}

/// Advancing and declining issues of one session.
public struct BreadthCount: Hashable, Sendable, Codable {
  /// The session.
  public var date: CalendarDate
  /// Issues that closed higher.
  public var advances: Int
  /// Issues that closed lower.
  public var declines: Int

  /// Creates a count.
  public init(date: CalendarDate, advances: Int, declines: Int) {
    self.date = date
    self.advances = advances
    self.declines = declines
  }
}

/// A price index whose releases the calendar carries.
public enum InflationSeries: String, Sendable, Codable, CaseIterable {
  /// Consumer price index, all items.
  case cpi = "CPI"
  /// Consumer price index, all items less food and energy.
  case coreCPI = "CPI core"
  /// Producer price index, final demand.
  case ppi = "PPI"
  /// Producer price index, final demand less foods and energy.
  case corePPI = "PPI core"
}

/// A scheduled macro release: first print and the consensus published before it.
///
/// The date is known in advance; `actual` only from `releaseDate` on. Values are percent month on
/// month, seasonally adjusted.
public struct MacroRelease: Hashable, Sendable, Codable {
  /// The day the number came out (08:30 New York).
  public var releaseDate: CalendarDate
  /// Release time, New York wall clock, `HH:MM`.
  public var releaseTime: String
  /// The series.
  public var series: InflationSeries
  /// The month it describes, `YYYY-MM`.
  public var period: String
  /// First print, percent.
  public var actual: Double?
  /// Published consensus, percent; `nil` when none was found.
  public var consensus: Double?

  /// Creates a release.
  public init(
    releaseDate: CalendarDate, releaseTime: String, series: InflationSeries, period: String,
    actual: Double?, consensus: Double?
  ) {
    self.releaseDate = releaseDate
    self.releaseTime = releaseTime
    self.series = series
    self.period = period
    self.actual = actual
    self.consensus = consensus
  }
}

/// A scheduled event of the Federal Open Market Committee.
public struct PolicyEvent: Hashable, Sendable, Codable {
  /// What happens on the date.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The post-meeting statement, 14:00 New York.
    case statement
    /// The minutes of the previous meeting, normally three weeks after the decision.
    case minutes
    /// The Summary of Economic Projections, released with a statement.
    case projections = "sep"
  }

  /// The day of the event.
  public var date: CalendarDate
  /// What happens.
  public var kind: Kind

  /// Creates an event.
  public init(date: CalendarDate, kind: Kind) {
    self.date = date
    self.kind = kind
  }
}
