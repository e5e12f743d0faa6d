/// The kinds of fault that data can have; the raw values are stable names.
public enum ProblemCode: String, Hashable, Sendable, Codable, CaseIterable {
  // The file as a whole.
  /// No reader knows the file.
  case unknownFormat = "unknown-format"
  /// The file has no content, or only a header.
  case emptyFile = "empty-file"
  /// NUL bytes, invalid UTF-8 or another encoding.
  case encoding
  /// A web page saved under another name.
  case notData = "not-data"
  /// A file, line, row or document is larger than what is read.
  case limitExceeded = "limit-exceeded"
  /// Quotes or fields that do not add up.
  case malformed
  /// XML that is not well-formed, or has a DOCTYPE.
  case refusedMarkup = "refused-markup"
  /// The name of the file does not tell what its content leaves open.
  case unclearName = "unclear-name"

  // The header.
  /// A column that the format needs is absent.
  case missingColumn = "missing-column"
  /// A column that the format does not know.
  case unknownColumn = "unknown-column"
  /// A column that appears twice.
  case repeatedColumn = "repeated-column"

  // A row.
  /// More or fewer fields than the header.
  case fieldCount = "field-count"
  /// Not a date, or one that cannot be.
  case invalidDate = "invalid-date"
  /// Not a number, or one outside what the column can hold.
  case invalidNumber = "invalid-number"
  /// Another value that cannot be.
  case invalidValue = "invalid-value"
  /// A value that is kept and looks odd.
  case oddValue = "odd-value"
  /// No value where one could be.
  case missingValue = "missing-value"
  /// A row that repeats an earlier one exactly.
  case duplicateRow = "duplicate-row"
  /// A row for the same date or contract as an earlier one with other values.
  case conflictingRow = "conflicting-row"
  /// Rows that are not in the order of their dates.
  case unsorted
  /// A high below the low.
  case highBelowLow = "high-below-low"
  /// An open or close outside the day's range.
  case outsideRange = "outside-range"
  /// A bid above the ask.
  case crossedQuote = "crossed-quote"
  /// An instrument the product does not work with.
  case unsupportedInstrument = "unsupported-instrument"
  /// A row that repeats in detail what a summary row says.
  case detailRow = "detail-row"
  /// Prices quoted in another scale, which were converted.
  case rescaled
  /// A row that is not data: a title, a total, a note.
  case notARow = "not-a-row"
  /// A row after the contract's expiration, or otherwise out of its time.
  case outOfTime = "out-of-time"

  // Quality gates, over the values that were read.
  /// A session of the exchange without a value.
  case missingSession = "missing-session"
  /// A value on a day that was no session.
  case notASession = "not-a-session"
  /// A value no market has had.
  case outOfBounds = "out-of-bounds"
  /// A value far from both its neighbours.
  case outlier
  /// A step by a factor of ten or a hundred that stays.
  case unitJump = "unit-jump"
  /// A series whose last value is older than its limit.
  case stale
  /// Call and put of one strike that are off parity by more than their spreads.
  case parityResidual = "parity-residual"
  /// A nearer option bid above what the farther one is offered at.
  case calendarViolation = "calendar-violation"
}

/// What became of a row with a fault.
public enum RowAction: String, Hashable, Sendable, Codable, CaseIterable {
  /// The row is used.
  case kept
  /// The row is left out and nothing is lost: it repeats another or holds no value.
  case skipped
  /// The row cannot be used.
  case rejected
}
