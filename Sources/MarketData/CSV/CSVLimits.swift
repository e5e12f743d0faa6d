/// How much of a CSV file is read: far more than any real file, and little enough for memory.
enum CSVLimits {
  /// Bytes of a file, 256 MB.
  static let bytes = 256 << 20
  /// Bytes of a row, 64 KB.
  static let bytesInRow = 64 << 10
  /// Fields of a row.
  static let fieldsInRow = 4_096
  /// Rows of a file.
  static let rows = 4_000_000
  /// Fields of a file.
  static let fields = 40_000_000
  /// Faults of quotes and of the size of rows that are listed; the rest are counted.
  static let structuralProblems = 1_000
  /// Faults of a file after which reading stops.
  static let problems = 100_000
}
