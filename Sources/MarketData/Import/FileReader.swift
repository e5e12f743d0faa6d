public import Quant

/// A reader of one kind of file: bytes and a name in, typed rows and a report out.
///
/// A reader never stops at a fault, never repairs a value in silence, and opens nothing.
public protocol FileReader: Sendable {
  /// The kind of file it reads.
  static var kind: FileKind { get }
  /// The header or first line that marks the kind, as messages show it.
  static var shape: String { get }
  /// Whether the sample is of this kind, judged by content alone.
  ///
  /// Kinds are told apart by what they need, so that at most one reader accepts a file; the order of
  /// `FileRecogniser.readers` decides between a special and a general kind.
  static func recognises(_ sample: FileSample) -> Bool
  /// The file's rows and faults.
  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading
}

/// What a reader may be told beside the bytes.
public struct ReadingContext: Sendable, Hashable {
  /// The calendar that dates contracts named only by their month.
  public var contracts: ContractCalendar
  /// The moment of a delayed quote file whose own date line cannot be read; `nil` to trust the file.
  public var quoteDate: CalendarDate?

  /// Creates the context.
  public init(contracts: ContractCalendar = .cboe, quoteDate: CalendarDate? = nil) {
    self.contracts = contracts
    self.quoteDate = quoteDate
  }
}
