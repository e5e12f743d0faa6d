import Quant

/// Readers of the project's own formats.
enum OwnFileReaders {
  static let all: [any FileReader.Type] = [
    SeriesFileReader.self, SettlementsFileReader.self, OptionQuotesFileReader.self,
    BreadthFileReader.self, ReleasesFileReader.self, PolicyFileReader.self,
    PositionsFileReader.self,
  ]

  /// Whether the first line holds exactly these names and at most the optional ones beside.
  static func isHeader(_ sample: FileSample, _ required: [String], optional: [String] = []) -> Bool
  {
    let header = sample.header()
    return required.allSatisfy(header.contains)
      && header.allSatisfy { required.contains($0) || optional.contains($0) }
  }

  /// The report of a file of the project's own.
  static func reading(
    _ kind: FileKind, _ records: FileRecords, file: String, dates: [CalendarDate],
    symbols: [String], problems: [Diagnostic]
  ) -> FileReading {
    var span: (first: CalendarDate, last: CalendarDate)?
    if let first = dates.min(), let last = dates.max() { span = (first, last) }
    return FileReading(
      file: file, kind: kind, records: records, rowCount: dates.count, dates: span,
      symbols: symbols, problems: problems)
  }
}

/// `date,value[,known_date]`.
enum SeriesFileReader: FileReader {
  static let kind = FileKind.series
  static let shape = "date,value,known_date"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(sample, ["date", "value"], optional: ["known_date"])
      && sample.lines.first?.lowercased() == sample.lines.first
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = DatedSeriesReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .series([NamedSeries(name: "", rows: rows)]), file: file, dates: rows.map(\.date),
      symbols: [], problems: problems)
  }
}

/// `date,expiration,settle`.
enum SettlementsFileReader: FileReader {
  static let kind = FileKind.futuresSettlements
  static let shape = "date,expiration,settle"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(sample, ["date", "expiration", "settle"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = FuturesSettlementReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .futures(rows), file: file, dates: rows.map(\.date), symbols: ["VX"],
      problems: problems)
  }
}

/// `date,root,expiration,strike,right,bid,ask`.
enum OptionQuotesFileReader: FileReader {
  static let kind = FileKind.optionQuotes
  static let shape = "date,root,expiration,strike,right,bid,ask"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(
      sample, ["date", "root", "expiration", "strike", "right", "bid", "ask"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = OptionQuoteReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .quotes(rows.map { ChainQuote(quote: $0) }), file: file, dates: rows.map(\.date),
      symbols: Set(rows.map(\.contract.root)).map(\.rawValue), problems: problems)
  }
}

/// `date,advances,declines[,unchanged]`.
enum BreadthFileReader: FileReader {
  static let kind = FileKind.breadth
  static let shape = "date,advances,declines,unchanged"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(sample, ["date", "advances", "declines"], optional: ["unchanged"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = BreadthReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .breadth(rows), file: file, dates: rows.map(\.date), symbols: [], problems: problems)
  }
}

/// Inflation releases.
enum ReleasesFileReader: FileReader {
  static let kind = FileKind.releases
  static let shape = "release_date,release_time_et,series,period,actual,consensus,previous,source"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(
      sample,
      ["release_date", "release_time_et", "series", "period", "actual", "consensus", "previous"],
      optional: ["source"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = MacroReleaseReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .releases(rows), file: file, dates: rows.map(\.releaseDate),
      symbols: Set(rows.map(\.series)).map(\.rawValue), problems: problems)
  }
}

/// `date,event[,source]`.
enum PolicyFileReader: FileReader {
  static let kind = FileKind.policyEvents
  static let shape = "date,event,source"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(sample, ["date", "event"], optional: ["source"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = PolicyEventReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .policy(rows), file: file, dates: rows.map(\.date), symbols: [], problems: problems)
  }
}

/// `symbol,quantity,entry_price,entry_date`.
enum PositionsFileReader: FileReader {
  static let kind = FileKind.positions
  static let shape = "symbol,quantity,entry_price,entry_date"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(sample, ["symbol", "quantity", "entry_price", "entry_date"])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = PositionReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .positions(rows), file: file, dates: rows.map(\.entryDate),
      symbols: Set(rows.map(\.contract.root)).map(\.rawValue), problems: problems)
  }
}
