/// The rows of a vendor's file that hold no value, gathered into one warning that names them.
struct SkippedRows {
  private var names: [String] = []
  private var first: SourceLocation?
  private static let limit = 10

  /// Remembers a row by its date and line.
  mutating func add(_ name: String, at location: SourceLocation) {
    if first == nil { first = location }
    names.append("\(name) (line \(location.line ?? 0))")
  }

  /// Reports the rows, if any; `lack` says what they are without.
  func report(without lack: String, remedy: String, in sheet: inout CSVSheet) {
    guard let first else { return }
    let rest = names.count - Self.limit
    let list =
      names.prefix(Self.limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    let (rows, verb) = names.count == 1 ? ("row", "is") : ("rows", "are")
    sheet.warn(
      at: first, "\(names.count) \(rows) without \(lack) \(verb) skipped: \(list)", remedy,
      code: .missingValue, action: .skipped)
  }
}
