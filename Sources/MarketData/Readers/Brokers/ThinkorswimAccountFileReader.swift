import Quant

/// A thinkorswim account statement: its sections `Options`, `Futures Options`, `Futures` and
/// `Equities` (methodology 6, row 9).
///
/// A section of holdings is told by its header: `Symbol`, `Qty` and a mark or value. Older
/// statements say `Close Price` for `Mark`. The option code (`SPXW260317P6660`) tells the class and
/// must agree with expiration, strike and type. Rows of other sections (cash, orders, trades) are
/// skipped, each with a warning. The day is the last of the statement's title; the day of opening is
/// not told.
enum ThinkorswimAccountFileReader: FileReader {
  static let kind = FileKind.thinkorswimAccount
  static let shape = "Symbol,Option Code,Exp,Strike,Type,Qty,Trade Price,Mark,Mark Value"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.lines.contains { $0.drop { $0 == "\u{FEFF}" }.hasPrefix("Account Statement for ") }
      || sample.headerLine(with: ["symbol", "option code", "qty"]) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    let day = StatementDay("Account", in: sheet, context: context)
    guard let date = day.date else {
      if sheet.rows.count > 0 { sheet.reportFile(StatementDay.unclear) }
      return sheet.reading(kind, [])
    }
    var section = AccountSection()
    var holdings: [BrokerHolding] = []
    for row in sheet.rows {
      let cells = sheet.cells(row)
      switch section.take(cells) {
      case .header: continue
      case .nothing(let what): sheet.skip(row, what)
      case .holding(let columns):
        let entry = AccountRow(
          row: row, cells: cells, columns: columns, section: section.name, account: day.account,
          date: date, contracts: context.contracts)
        guard let holding = entry.read(&sheet) else { continue }
        sheet.noteRepeat(holding, row: row)
        holdings.append(holding)
      }
    }
    var reading = sheet.reading(kind, holdings)
    reading.isSimulated = day.isSimulated
    return reading
  }
}

/// The section of an account statement that is being read.
struct AccountSection {
  /// What a row is.
  enum Row {
    case header
    case holding(StatementColumns)
    /// Not a holding; the words of the report.
    case nothing(String)
  }

  /// The heading, empty before the first.
  private(set) var name = ""
  private var columns: StatementColumns?

  /// Says what the next row is.
  mutating func take(_ cells: [String]) -> Row {
    if cells.dropFirst().allSatisfy(\.isEmpty) || cells.cell(0).contains(" Statement for ") {
      return .nothing(open(cells.cell(0)))
    }
    if cells.contains("OVERALL TOTALS") {
      columns = nil
      return .nothing("a total")
    }
    if let columns { return .holding(columns) }
    let names = StatementColumns(cells)
    let hasValue =
      names.position("mark", "mark value", "close price", "close value") != nil
    if names.has("symbol", "qty"), hasValue, !names.has("side") {
      columns = names
      return .header
    }
    return .nothing(
      name.isEmpty ? "of no section" : "of the section \(ShownText.quoted(name))")
  }

  private mutating func open(_ heading: String) -> String {
    columns = nil
    guard heading.utf8.count <= 40, heading.allSatisfy({ $0.isLetter || " &/-".contains($0) })
    else { return "a title" }
    name = heading
    return "the heading of a section"
  }
}
