import Quant

/// Unicorn Research's NYSE breadth: lines `YYYYMMDD, value` without a header, one figure a file.
///
/// The content does not tell which figure it is; the file's name does, such as `NYSE_advn.csv`:
/// `advn`, `decln` and `unchn` count issues that advanced, declined and did not change, `advv`,
/// `declv` and `unchv` their volume in shares, `newhi` and `newlo` new highs and lows. Rows on days
/// without a session are kept here; the quality gates find them.
enum NYSEBreadthFileReader: FileReader {
  static let kind = FileKind.nyseBreadth
  static let shape = "YYYYMMDD, value"

  /// The figures, as the files are named.
  static let figures = ["advn", "decln", "unchn", "advv", "declv", "unchv", "newhi", "newlo"]

  private static let layout = CSVLayout(
    required: ["date", "value"], origin: .vendor, hasHeader: false, allowsNoRows: true)

  static func recognises(_ sample: FileSample) -> Bool {
    // The last line of the sample may be cut short by the sample's own limits.
    !sample.cells.isEmpty
      && sample.cells.prefix(2).allSatisfy { cells in
        cells.count == 2 && VendorDate.compact(Array(cells[0].utf8)[...]) != nil
          && !cells[1].isEmpty
          && cells[1].utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.point }
      }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    var problems: [Diagnostic] = []
    let name = figure(named: file) ?? ""
    if name.isEmpty { problems.append(unclearName(file)) }
    let value = ValueRows.Column(sheet.column("value"), .count, name: name)
    let (series, dates) = ValueRows(date: sheet.column("date"), columns: [value]).read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates, symbols: name.isEmpty ? [] : [name],
      problems: problems + sheet.problems)
  }

  /// The one figure that the file's name tells, `nil` when it tells none or several.
  static func figure(named path: String) -> String? {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    let words = name.split { !($0.isASCII && $0.isLetter) }.map(String.init)
    let found = Set(words.filter(figures.contains))
    return found.count == 1 ? found.first : nil
  }

  private static func unclearName(_ file: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, location: SourceLocation(file: file),
      message: "the file's name does not tell which figure of breadth it holds",
      remedy: "Name the file after it, such as NYSE_advn.csv; the figures are "
        + figures.joined(separator: ", ") + ".",
      code: .unclearName, action: .kept)
  }
}
