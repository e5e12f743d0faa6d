public import MarketData
public import Quant

/// What an import says about one file; its JSON form is part of the command's interface.
public struct ImportReport: Sendable, Encodable, Equatable {
  /// One thing that was noticed.
  ///
  /// In JSON line and column are always numbers; a problem of the file as a whole is at its start, line
  /// 1, column 1, and one of a whole line at column 1, as editors and other tools expect it.
  public struct Problem: Sendable, Encodable, Equatable {
    /// The line, from 1; `nil` when the problem is with the file as a whole.
    public var line: Int?
    /// The column in characters, from 1; `nil` when the problem is with the whole line or file.
    public var column: Int?
    /// The stable name of the kind of problem.
    public var code: String
    /// What is wrong and what to do about it.
    public var message: String
    /// `kept`, `skipped` or `rejected`.
    public var action: String

    private enum CodingKeys: String, CodingKey {
      case line, column, code, message, action
    }

    /// Encodes every key, with the start of the file or line for a place that is not known.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(line ?? 1, forKey: .line)
      try container.encode(column ?? 1, forKey: .column)
      try container.encode(code, forKey: .code)
      try container.encode(message, forKey: .message)
      try container.encode(action, forKey: .action)
    }
  }

  /// The file's name as it was given.
  public var file: String
  /// The kind of file; `nil` when no reader knows it.
  public var kind: FileKind?
  /// Data rows accepted.
  public var rows: Int
  /// The earliest date of an accepted row.
  public var first: CalendarDate?
  /// The latest date of an accepted row.
  public var last: CalendarDate?
  /// Symbols, roots or series names, sorted.
  public var symbols: [String]
  /// Every problem in file order; what a chain's quotes say together comes last.
  public var problems: [Problem]
  /// What is done with the rows, one sentence each; for people, not part of the JSON.
  public var actions: [String] = []
  /// Whether nothing of the file can be stored.
  public var isRefused = false

  private enum CodingKeys: String, CodingKey {
    case file, kind, rows, first, last, symbols, problems
  }

  /// Encodes every key, with `null` for what is not known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(kind?.rawValue, forKey: .kind)
    try container.encode(rows, forKey: .rows)
    try container.encode(first?.description, forKey: .first)
    try container.encode(last?.description, forKey: .last)
    try container.encode(symbols, forKey: .symbols)
    try container.encode(problems, forKey: .problems)
  }

  /// The report of a file that was read.
  init(_ reading: FileReading) {
    file = reading.file
    kind = reading.kind
    rows = reading.rowCount
    first = reading.first
    last = reading.last
    symbols = reading.symbols
    problems = reading.problems.map(Problem.init)
  }

  /// The report of a file that could not be read at all.
  init(file: String, problem: Diagnostic) {
    self.file = file
    rows = 0
    symbols = []
    problems = [Problem(problem)]
    isRefused = true
  }

  /// Adds a problem at the end.
  mutating func add(_ diagnostic: Diagnostic) {
    problems.append(Problem(diagnostic))
  }
}

extension ImportReport.Problem {
  init(_ diagnostic: Diagnostic) {
    line = diagnostic.location.line
    column = diagnostic.location.column
    code = (diagnostic.code ?? .invalidValue).rawValue
    message =
      diagnostic.remedy.isEmpty
      ? "\(diagnostic.message)." : "\(diagnostic.message). \(diagnostic.remedy)"
    action = (diagnostic.action ?? (diagnostic.severity == .error ? .rejected : .kept)).rawValue
  }
}
