/// The header line of a file matched against the columns its format knows.
struct CSVHeader {
  /// The row the header was found in, or the last of the rows before the first; -1 without any.
  private(set) var row = 0
  /// The number of named columns; 0 when the header cannot be used.
  private(set) var width = 0
  /// The position of each known column that was found.
  private(set) var positions: [String: Int] = [:]

  private static let widthLimit = 512

  /// Matches names without regard to case and reports what does not fit.
  init(of table: CSVTable, layout: CSVLayout, into problems: inout [Diagnostic]) {
    guard table.rowCount > 0 else { return }
    guard layout.hasHeader else {
      row = layout.rowsBefore - 1
      width = layout.known.count
      for (position, column) in layout.known.enumerated() { positions[column] = position }
      return
    }
    row = Self.headerRow(of: table, marker: layout.headerMarker)
    width = table.fieldCount(ofRow: row)
    guard width <= Self.widthLimit else {
      problems.append(
        Diagnostic(
          location: table.location(row: row, field: 0),
          message: "the header has \(width) columns; at most \(Self.widthLimit) are read",
          remedy: "Write the header \(layout.header).", code: .limitExceeded, action: .rejected))
      width = 0
      return
    }
    var names = (0..<width).map { table.text(row: row, field: $0) }
    while layout.origin == .vendor, names.last == "" { names.removeLast() }
    width = names.count
    match(names, table: table, layout: layout, into: &problems)
    reportMissing(names, table: table, layout: layout, into: &problems)
  }

  private static func headerRow(of table: CSVTable, marker: String?) -> Int {
    guard let marker else { return 0 }
    let candidates = 0..<min(5, table.rowCount)
    return candidates.first { row in
      (0..<min(widthLimit, table.fieldCount(ofRow: row))).contains {
        table.text(row: row, field: $0).lowercased() == marker.lowercased()
      }
    } ?? 0
  }

  private mutating func match(
    _ names: [String], table: CSVTable, layout: CSVLayout, into problems: inout [Diagnostic]
  ) {
    var ignored: [String] = []
    for (position, name) in names.enumerated() {
      guard let column = layout.known.first(where: { $0.lowercased() == name.lowercased() }) else {
        switch layout.origin {
        case .vendor: ignored.append(ShownText.quoted(name))
        case .own:
          problems.append(
            Self.unknownColumn(
              name, at: table.location(row: row, field: position), layout: layout))
        }
        continue
      }
      if positions[column] == nil {
        positions[column] = position
      } else {
        problems.append(
          Diagnostic(
            location: table.location(row: row, field: position),
            message: "the column \"\(column)\" appears twice", remedy: "Remove one of the two.",
            code: .repeatedColumn, action: .rejected))
      }
    }
    guard !ignored.isEmpty else { return }
    problems.append(
      Diagnostic(
        severity: .warning, location: table.location(row: row, field: 0),
        message: "columns that this format does not know are ignored: "
          + ignored.joined(separator: ", "),
        remedy: "Check that the file is the one you meant.", code: .unknownColumn, action: .kept))
  }

  private static func unknownColumn(
    _ name: String, at location: SourceLocation, layout: CSVLayout
  ) -> Diagnostic {
    let remedy =
      NearestName.find(name, among: layout.known).map { "Did you mean \"\($0)\"?" }
      ?? "Known columns are \(layout.known.joined(separator: ", "))."
    return Diagnostic(
      location: location, message: "unknown column \(ShownText.quoted(name))", remedy: remedy,
      code: .unknownColumn, action: .rejected)
  }

  private func reportMissing(
    _ names: [String], table: CSVTable, layout: CSVLayout, into problems: inout [Diagnostic]
  ) {
    let missing = layout.required.filter { positions[$0] == nil }.map { "\"\($0)\"" }
    guard !missing.isEmpty else { return }
    let found = names.prefix(20).map { $0.isEmpty ? "\"\"" : ShownText.quoted($0) }
    problems.append(
      Diagnostic(
        location: table.location(row: row, field: 0),
        message: "the header lacks \(missing.joined(separator: ", ")); "
          + "found \(found.joined(separator: ", "))",
        remedy: "Write the header \(layout.header).", code: .missingColumn, action: .rejected))
  }
}
