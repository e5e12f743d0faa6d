import ALVH
import MarketData
import Quant

/// How real a book is; shown as the badge of every write-up.
enum PositionMode: String, Sendable, CaseIterable {
  case example, paper, actual
}

/// A book of `Content/books/<id>/`: its terms and its positions by date.
struct BookFile: Sendable {
  var id: String
  var title: String
  var mode: PositionMode
  /// Net asset value, dollars: the denominator of drag.
  var netAssetValue: Double
  /// Provenance of the positions' prices.
  var isModelled: Bool
  /// Continuously compounded rate assumed in pricing, per year.
  var rate: Double
  /// Continuous dividend yield assumed in pricing, per year.
  var dividendYield: Double
  var note: String
  /// Snapshots, ascending by date.
  var snapshots: [BookSnapshot]
  /// The files of the book as they were read, its terms first.
  var files: [DataFile]
  /// Holdings that the method does not work with, by the date of their statement.
  var otherHoldings: [CalendarDate: [OtherHolding]]

  init?(
    id: String, fileSystem: any FileSystem, into problems: inout [Diagnostic]
  ) throws {
    let folder = "Content/books/\(id)"
    let path = "\(folder)/book.yml"
    guard fileSystem.exists(path) else {
      problems.append(
        .error(
          SourceLocation(file: SiteConfiguration.path, line: 1, column: 1),
          "the book `\(id)` has no file \(path)",
          "Create it, or name another book with `book:`."))
      return nil
    }
    guard
      var fields = YAMLFields(
        file: path, bytes: try fileSystem.read(path), into: &problems)
    else { return nil }
    self.id = fields.requiredText("id", example: id, into: &problems)
    title = fields.requiredText("title", example: "Four iron condors", into: &problems)
    mode =
      fields.requiredValue(
        "mode", "one of example, paper, actual", example: "example", into: &problems
      ) { PositionMode(rawValue: $0) } ?? .example
    netAssetValue =
      fields.requiredValue(
        "nav", "an amount in dollars above zero", example: "150000", into: &problems,
        Self.positiveAmount) ?? 1
    _ = fields.text("currency", into: &problems)
    isModelled =
      fields.value(
        "kind", "one of quoted, settled, published, modelled", into: &problems
      ) { ["quoted", "settled", "published", "modelled"].contains($0) ? $0 : nil } == "modelled"
    rate =
      fields.value("rate", "a rate between -0.1 and 0.5", into: &problems, Self.plausibleRate)
      ?? 0
    dividendYield =
      fields.value(
        "dividendYield", "a rate between -0.1 and 0.5", into: &problems, Self.plausibleRate) ?? 0
    note = fields.text("note", into: &problems) ?? ""
    fields.finish(into: &problems)
    snapshots = try Self.readSnapshots(folder, fileSystem: fileSystem, into: &problems)
    let tables = try fileSystem.files(under: folder).filter { $0.hasSuffix(".csv") }.sorted()
    files = try ([path] + tables).map { DataFile(path: $0, bytes: try fileSystem.read($0)) }
    otherHoldings = try Self.readOthers(
      folder + "/holdings", fileSystem: fileSystem, into: &problems)
  }

  /// The account that the analytics watch.
  var account: BookAccount {
    BookAccount(
      navDollars: netAssetValue, rate: rate, dividendYield: dividendYield, snapshots: snapshots,
      outside: optionsOutsideBook)
  }

  private static func positiveAmount(_ text: String) -> Double? {
    guard let value = Double(text), value > 0, value.isFinite else { return nil }
    return value
  }

  private static func plausibleRate(_ text: String) -> Double? {
    guard let value = Double(text), (-0.1...0.5).contains(value) else { return nil }
    return value
  }

  private static func readSnapshots(
    _ folder: String, fileSystem: any FileSystem, into problems: inout [Diagnostic]
  ) throws -> [BookSnapshot] {
    var snapshots: [BookSnapshot] = []
    for path in try fileSystem.files(under: folder)
    where path.hasSuffix(".csv") && !path.hasPrefix(folder + "/holdings/") {
      guard let date = Self.date(of: path, in: folder, into: &problems) else { continue }
      let positions = PositionReader.read(
        try fileSystem.read(path), file: path, asOf: date, into: &problems)
      snapshots.append(BookSnapshot(date: date, positions: positions))
    }
    return snapshots.sorted { $0.date < $1.date }
  }

  private static func readOthers(
    _ folder: String, fileSystem: any FileSystem, into problems: inout [Diagnostic]
  ) throws -> [CalendarDate: [OtherHolding]] {
    var holdings: [CalendarDate: [OtherHolding]] = [:]
    for path in try fileSystem.files(under: folder) where path.hasSuffix(".csv") {
      guard let date = date(of: path, in: folder, into: &problems) else { continue }
      holdings[date] = OtherHoldingReader.read(
        try fileSystem.read(path), file: path, into: &problems)
    }
    return holdings
  }

  private static func date(
    of path: String, in folder: String, into problems: inout [Diagnostic]
  ) -> CalendarDate? {
    let name = String(path.dropFirst(folder.count + 1).dropLast(".csv".count))
    if let date = CalendarDate(name) { return date }
    problems.append(
      .error(
        SourceLocation(file: path, line: 1, column: 1),
        "the positions file is named `\(name)`, which is not a date",
        "Name it YYYY-MM-DD.csv after the session whose close it describes."))
    return nil
  }
}
