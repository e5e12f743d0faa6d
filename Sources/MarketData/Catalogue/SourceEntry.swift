public import Quant

/// The layout of a data file.
public enum SourceFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// Yahoo-style bars, read by `YahooBarsReader`.
  case yahooBars = "yahoo-ohlcv"
  /// A Cboe index history, read by `CboeIndexReader`.
  case cboeIndex = "cboe-index"
  /// One VX contract as published by the exchange, read by `CFEContractReader`.
  case cfeContract = "cfe-contract"
  /// Dated values, read by `DatedSeriesReader`.
  case series
  /// VX settlements of all contracts, read by `FuturesSettlementReader`.
  case futuresSettlements = "vx-settlements"
  /// Option quotes, read by `OptionQuoteReader`.
  case optionQuotes = "option-quotes"
  /// Advances and declines, read by `BreadthReader`.
  case breadth
  /// Inflation releases, read by `MacroReleaseReader`.
  case releases
  /// The policy calendar, read by `PolicyEventReader`.
  case policyEvents = "fomc"
  /// Fundamentals as filed, `known_date,ticker,sector,price,shares,operating_cash_flow,price_to_earnings`.
  case fundamentals
}

/// How the values of a source came about.
public enum SourceKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Bids and asks of a market.
  case quoted
  /// Settlement prices of an exchange.
  case settled
  /// Figures published by a vendor or an agency.
  case published
  /// Output of a model.
  case modelled

  /// The provenance the numbers of the source carry.
  public var provenance: Provenance {
    self == .modelled ? .modelled : .quoted
  }
}

/// One declared source: what it is, where it comes from and which file holds it.
public struct SourceEntry: Sendable, Hashable, Codable {
  /// The name the source is known by on the site, unique in the catalogue.
  public var id: String
  /// The file, relative to the data folder; `nil` declares that the source is missing.
  public var file: String?
  /// The layout of the file; needed when there is one.
  public var format: SourceFormat?
  /// How its values came about.
  public var kind: SourceKind
  /// The unit of its values, as shown to readers.
  public var units: String
  /// What it is.
  public var title: String
  /// Who publishes it.
  public var publisher: String
  /// The terms it is used under.
  public var licence: String
  /// Where it was taken from.
  public var url: String?
  /// When it was taken.
  public var retrieved: CalendarDate?
  /// What readers should know about it.
  public var note: String?
  /// Whether it is kept without feeding a computation; then no input needs to know its id.
  public var isReference: Bool
  /// The imports that filled its file, oldest first; empty for a file that was put there by hand.
  public var imports: [ImportRecord]
  /// Where the catalogue declares it.
  public var location: SourceLocation

  /// Creates an entry.
  public init(
    id: String, file: String?, format: SourceFormat?, kind: SourceKind, units: String = "",
    title: String = "", publisher: String = "", licence: String = "", url: String? = nil,
    retrieved: CalendarDate? = nil, note: String? = nil, isReference: Bool = false,
    imports: [ImportRecord] = [], location: SourceLocation
  ) {
    self.imports = imports
    self.isReference = isReference
    self.id = id
    self.file = file
    self.format = format
    self.kind = kind
    self.units = units
    self.title = title
    self.publisher = publisher
    self.licence = licence
    self.url = url
    self.retrieved = retrieved
    self.note = note
    self.location = location
  }
}
