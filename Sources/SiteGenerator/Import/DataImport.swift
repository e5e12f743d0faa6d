import DecisionArchive
public import MarketData
public import Quant

/// Brings vendors' and brokers' files into a site.
///
/// An import is planned in memory and then written, so that a fault leaves the site as it was. Files
/// are merged one after the other: later files of one command see what earlier ones added.
public struct DataImport {
  /// What the publisher asked for.
  public struct Options: Sendable {
    /// The source or book to import into; `nil` to go by the content.
    public var id: String?
    /// The book that holdings go into.
    public var book: String?
    /// The kind of the files; `nil` to recognise it.
    public var kind: FileKind?
    /// What to do with values that disagree with stored ones; `nil` to stop at them.
    public var resolution: Resolution?
    /// Net asset value of a new book, dollars.
    public var netAssetValue: Double?
    /// The day of the import, written as the day of retrieval.
    public var today: CalendarDate
    /// What the readers are told beside the bytes.
    public var context: ReadingContext

    /// Creates options.
    public init(
      id: String? = nil, book: String? = nil, kind: FileKind? = nil,
      resolution: Resolution? = nil, netAssetValue: Double? = nil, today: CalendarDate,
      context: ReadingContext = ReadingContext()
    ) {
      self.id = id
      self.book = book
      self.kind = kind
      self.resolution = resolution
      self.netAssetValue = netAssetValue
      self.today = today
      self.context = context
    }
  }

  /// What to do with a new value that disagrees with a stored one.
  public enum Resolution: Sendable {
    /// Store the new value.
    case replace
    /// Keep the stored value.
    case keep
  }

  /// A file to import.
  public struct InputFile: Sendable {
    /// Its name or path as given, used in messages.
    public var name: String
    /// Its content.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  private let source: any FileSystem

  /// Creates an import into the site below a file system's root.
  public init(source: any FileSystem) {
    self.source = source
  }

  /// Reads the files and says what importing them would do.
  ///
  /// - Throws: errors of the file system.
  public func plan(_ files: [InputFile], options: Options) throws -> ImportPlan {
    var run = ImportRun(source: source, options: options)
    try run.readCatalogue()
    for file in files { try run.take(file) }
    try run.combineBreadth()
    return run.finished()
  }
}
