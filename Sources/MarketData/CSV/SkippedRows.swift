/// The rows of a vendor's file that hold no value.
struct SkippedRows {
  /// How the rows are reported.
  enum Report: Sendable {
    /// In one warning that names them: for a build.
    case together
    /// Each in a warning of its own: for an import, whose report accounts for every row.
    case oneByOne
  }

  private let style: Report
  private var names: [String] = []
  private var first: SourceLocation?
  private var places: [SourceLocation] = []
  private static let limit = 10

  init(_ style: Report = .together) {
    self.style = style
  }

  /// Remembers a row by its date and line.
  mutating func add(_ name: String, at location: SourceLocation) {
    if first == nil { first = location }
    places.append(location)
    names.append(style == .together ? "\(name) (line \(location.line ?? 0))" : name)
  }

  /// Reports the rows, if any; `lack` says what they are without.
  func report(without lack: String, remedy: String, in sheet: inout CSVSheet) {
    guard let first else { return }
    guard style == .together else {
      for (name, place) in zip(names, places) {
        sheet.warn(
          at: place, "the row for \(name) is without \(lack) and is skipped", remedy,
          code: .missingValue, action: .skipped)
      }
      return
    }
    let rest = names.count - Self.limit
    let list =
      names.prefix(Self.limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    let (rows, verb) = names.count == 1 ? ("row", "is") : ("rows", "are")
    sheet.warn(
      at: first, "\(names.count) \(rows) without \(lack) \(verb) skipped: \(list)", remedy,
      code: .missingValue, action: .skipped)
  }
}
