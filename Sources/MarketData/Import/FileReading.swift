public import Quant

/// What was read from one file, and everything that was noticed on the way.
public struct FileReading: Sendable, Hashable {
  /// The file's name as used in messages.
  public var file: String
  /// What kind of file it is.
  public var kind: FileKind
  /// The typed rows; sound also when there were errors.
  public var records: FileRecords
  /// The number of data rows of the file that were accepted.
  ///
  /// A row of a chain holds a call and a put and is one row.
  public var rowCount: Int
  /// The earliest date of an accepted row, `nil` when rows have no date.
  public var first: CalendarDate?
  /// The latest date of an accepted row.
  public var last: CalendarDate?
  /// Symbols, roots or series names in the file, sorted, each once.
  public var symbols: [String]
  /// The minute of a chain's quotes, minutes after midnight in New York; `nil` when the file does not
  /// tell it, or was written on another day than the session's, and for files of other kinds.
  public var quoteMinute: Int?
  /// Whether a broker's statement says that its account is a simulated one.
  public var isSimulated = false
  /// Every fault in file order, each with its code and with what became of the row.
  public var problems: [Diagnostic]

  /// Creates a reading; symbols are sorted and freed of repeats, problems sorted by place.
  public init(
    file: String, kind: FileKind, records: FileRecords, rowCount: Int,
    dates: (first: CalendarDate, last: CalendarDate)?, symbols: [String], problems: [Diagnostic]
  ) {
    self.file = file
    self.kind = kind
    self.records = records
    self.rowCount = rowCount
    first = dates?.first
    last = dates?.last
    self.symbols = Set(symbols).sorted()
    self.problems = problems.sorted()
  }

  /// Whether the file has no error: warnings say what was done and the rest can be used.
  public var isSound: Bool { !problems.contains { $0.severity == .error } }
}
