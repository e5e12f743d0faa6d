/// What a format expects of its columns.
struct CSVLayout {
  /// Columns that must be there, in the order the format is documented in.
  var required: [String]
  /// Columns that may be there.
  var optional: [String] = []
  /// Whose file it is: strict rules for the project's own formats, tolerant ones for vendors.
  var origin: Origin = .own
  /// A column name that tells the header line from the notes before it.
  var headerMarker: String?
  /// Whether the file names its columns; without a header they are `known`, in that order.
  var hasHeader = true
  /// Rows before the first, which the reader has read itself; without a header only.
  var rowsBefore = 0
  /// Whether a file with only a header is complete.
  var allowsNoRows = false

  /// Who defines the format.
  enum Origin {
    /// This project: unknown columns and decorated numbers are faults.
    case own
    /// A vendor: unknown columns are listed and ignored, dates may be American, numbers may be
    /// decorated, and empty fields may follow the last column.
    case vendor
  }

  /// Every known column.
  var known: [String] { required + optional }

  /// The header as a publisher would type it.
  var header: String {
    required.joined(separator: ",") + optional.map { "[,\($0)]" }.joined()
  }
}

/// A column of an open sheet.
struct CSVColumn {
  /// The name used in messages.
  let name: String
  /// Its position in the file, `nil` when the header lacks it.
  let position: Int?
}
