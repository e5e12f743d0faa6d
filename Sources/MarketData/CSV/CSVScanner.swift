/// The one pass that finds rows and fields.
struct CSVScanner {
  let bytes: [UInt8]
  let file: String
  private(set) var fields: [CSVTable.Field] = []
  private(set) var rows: [CSVTable.Row] = []
  private(set) var problems: [Diagnostic] = []
  private var position: Int
  private var line = 1
  private var row = CSVTable.Row(firstField: 0, start: 0, line: 1)
  private var reportsInRow = 0
  /// The first fault that is not listed, and how many there are.
  private var unlisted: (first: SourceLocation, count: Int)?

  /// A row with more structural faults than this is garbage; the rest of its faults add nothing.
  private static let reportLimitPerRow = 20

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = TextEncoding.byteOrderMarkLength(of: bytes)
    fields.reserveCapacity(bytes.count / 6)
    rows.reserveCapacity(bytes.count / 32)
  }

  /// Reads every row to the end of the bytes.
  mutating func scan() {
    scanRows()
    reportUnlisted()
  }

  private mutating func scanRows() {
    while position < bytes.count {
      guard rows.count < CSVLimits.rows, fields.count < CSVLimits.fields else {
        reportTooMuch()
        return
      }
      if isLineEnd(bytes[position]) {
        skipLineEnd()
      } else {
        scanRow()
      }
    }
  }

  private mutating func scanRow() {
    row = CSVTable.Row(
      firstField: Int32(fields.count), start: Int32(position), line: Int32(line))
    reportsInRow = 0
    scanField()
    while position < bytes.count, bytes[position] == ASCII.comma {
      guard fields.count - Int(row.firstField) < CSVLimits.fieldsInRow else {
        return skipRow("a row has more than \(CSVLimits.fieldsInRow) fields")
      }
      position += 1
      scanField()
    }
    guard position - Int(row.start) <= CSVLimits.bytesInRow else {
      return skipRow("a row is longer than \(CSVLimits.bytesInRow) bytes")
    }
    if position < bytes.count { skipLineEnd() }
    if fields.count == Int(row.firstField) + 1, let only = fields.last, only.start == only.end,
      !only.isQuoted
    {
      fields.removeLast()
    } else {
      rows.append(row)
    }
  }

  /// Leaves out the row that is being read, and what is left of its line.
  private mutating func skipRow(_ message: String) {
    fields.removeLast(fields.count - Int(row.firstField))
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    if position < bytes.count { skipLineEnd() }
    list(at: SourceLocation(file: file, line: Int(row.line), column: 1)) { place in
      Diagnostic(
        location: place, message: message,
        remedy: "Check that the file is what you meant; a missing quote can join many rows.",
        code: .limitExceeded, action: .rejected)
    }
  }

  private mutating func reportTooMuch() {
    problems.append(
      Diagnostic(
        location: SourceLocation(file: file, line: line, column: 1),
        message: "the file has more than \(CSVLimits.rows) rows or \(CSVLimits.fields) fields; "
          + "the rest is not read",
        remedy: "Split the file.", code: .limitExceeded, action: .rejected))
  }

  /// Reads one field and stops at the comma, line end or end of file after it.
  private mutating func scanField() {
    if position < bytes.count, bytes[position] == ASCII.quote {
      scanQuotedField()
    } else {
      scanUnquotedField()
    }
  }

  private mutating func scanUnquotedField() {
    var start = position
    var strayQuote: Int?
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= ASCII.comma {
        if byte == ASCII.comma || isLineEnd(byte) { break }
        if byte == ASCII.quote, strayQuote == nil { strayQuote = end }
      }
      end += 1
    }
    position = end
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    append(start: start, end: end, isQuoted: false)
    if let strayQuote {
      report(
        at: strayQuote, "a quote stands inside an unquoted field",
        "Quote the whole field and double the quotes inside it.")
    }
  }

  private mutating func scanQuotedField() {
    let opening = position
    let openingLine = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ASCII.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == ASCII.quote else {
          append(start: opening + 1, end: position, isQuoted: true)
          position += 1
          skipToSeparator()
          return
        }
        position += 2
      } else if isLineEnd(byte) {
        skipLineEnd()
      } else {
        position += 1
      }
    }
    // The field swallowed the rest of the file: let it end with its line, so that the rows after
    // it are still checked. This happens at most once, because no single quote follows.
    report(
      at: opening, "the quoted field that starts here never ends",
      "Add the closing quote, or remove the opening one.")
    position = opening + 1
    line = openingLine
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    append(start: opening + 1, end: position, isQuoted: true)
  }

  private mutating func skipToSeparator() {
    let start = position
    while position < bytes.count, bytes[position] != ASCII.comma, !isLineEnd(bytes[position]) {
      position += 1
    }
    if let stray = bytes[start..<position].firstIndex(where: { !isBlank($0) }) {
      report(
        at: stray, "text follows the closing quote of a field",
        "Put a comma or a line end after the closing quote, or double the quotes inside.")
    }
  }

  private mutating func append(start: Int, end: Int, isQuoted: Bool) {
    fields.append(CSVTable.Field(start: Int32(start), end: Int32(end), isQuoted: isQuoted))
  }

  private mutating func report(at offset: Int, _ message: String, _ remedy: String) {
    reportsInRow += 1
    guard reportsInRow <= Self.reportLimitPerRow else { return }
    // The place within a long row takes time to find, which faults that are not listed do without.
    let place =
      problems.count < CSVLimits.structuralProblems
      ? TextPosition.location(
        of: offset, in: bytes, file: file, fromLine: Int(row.line), at: Int(row.start))
      : SourceLocation(file: file, line: Int(row.line), column: 1)
    list(at: place) { place in
      Diagnostic(
        location: place, message: message, remedy: remedy, code: .malformed, action: .rejected)
    }
  }

  /// Lists a fault, or counts it when enough are listed.
  private mutating func list(
    at place: SourceLocation, _ diagnostic: (SourceLocation) -> Diagnostic
  ) {
    guard problems.count >= CSVLimits.structuralProblems else {
      return problems.append(diagnostic(place))
    }
    unlisted = (unlisted?.first ?? place, (unlisted?.count ?? 0) + 1)
  }

  private mutating func reportUnlisted() {
    guard let unlisted else { return }
    let faults = unlisted.count == 1 ? "1 more fault" : "\(unlisted.count) more faults"
    problems.append(
      Diagnostic(
        location: unlisted.first,
        message: "\(faults) of quotes and of the size of rows, from here on, "
          + "\(unlisted.count == 1 ? "is" : "are") not listed",
        remedy: "Check that the file is what you meant.", code: .limitExceeded, action: .rejected))
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab
  }

  private mutating func skipLineEnd() {
    let isReturn = bytes[position] == ASCII.carriageReturn
    position += 1
    if isReturn, position < bytes.count, bytes[position] == ASCII.lineFeed { position += 1 }
    line += 1
  }
}
