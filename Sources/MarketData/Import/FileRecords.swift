public import Quant

/// What a file held, as typed rows.
public enum FileRecords: Sendable, Hashable {
  /// Daily bars of one or more symbols; a file that names none uses the empty name.
  case bars([NamedSeries<DailyBar>])
  /// Dated values by column or series name.
  case series([NamedSeries<DatedValue>])
  /// VX settlements by contract.
  case futures([FuturesSettlement])
  /// Option quotes with what else the chain tells.
  case quotes([ChainQuote])
  /// Advances and declines.
  case breadth([BreadthCount])
  /// Inflation releases.
  case releases([MacroRelease])
  /// Policy dates.
  case policy([PolicyEvent])
  /// What companies filed.
  case fundamentals([FundamentalRecord])
  /// Holdings of one or more accounts.
  case holdings([BrokerHolding])
  /// Option positions in the project's own form.
  case positions([Position])
}

/// Rows under the name of their symbol, column or series.
public struct NamedSeries<Row: Sendable & Hashable>: Sendable, Hashable {
  /// The symbol, column or series; empty when the file names none.
  public var name: String
  /// The rows, ascending by date.
  public var rows: [Row]

  /// Creates the series.
  public init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}
