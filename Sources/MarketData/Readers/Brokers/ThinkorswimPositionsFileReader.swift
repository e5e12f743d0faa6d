import Quant

/// A thinkorswim position statement: groups of an underlying with its legs.
///
/// The columns are the user's choice; `Instrument` and `Qty` must be among them. A leg reads
/// `100 (Weeklys) 31 MAY 22 4650 PUT`: the multiplier, the class, expiration, strike and right. Under
/// SPX, `(Weeklys)` and `(Quarterlys)` are the afternoon-settled class SPXW. The statement does not
/// tell when a leg was opened.
enum ThinkorswimPositionsFileReader: FileReader {
  static let kind = FileKind.thinkorswimPositions
  static let shape = "Instrument,Qty,Days,Trade Price,Mark,Mrk Chng,P/L Open,P/L Day,BP Effect"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["instrument", "qty"]) != nil
      && sample.lines.contains { $0.contains("Position Statement for") }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    var title: (account: String, date: CalendarDate)?
    var columns: StatementColumns?
    var group = ""
    var holdings: [BrokerHolding] = []
    for row in sheet.rows {
      let cells = sheet.cells(row)
      if columns == nil || title == nil {
        if let found = Self.title(cells.joined(separator: ",")) { title = found }
        let names = StatementColumns(cells)
        if names.has("instrument", "qty") {
          columns = names
        } else {
          sheet.skip(row, "a title")
        }
        continue
      }
      guard let columns, let title else { continue }
      let leg = Leg(row: row, cells: cells, columns: columns, group: group, title: title)
      switch leg.read(&sheet) {
      case .group(let symbol): group = symbol
      case .holding(let holding): holdings.append(holding)
      case .nothing: break
      }
    }
    if title == nil, sheet.problems.allSatisfy({ $0.severity == .warning }) {
      sheet.refuse(
        "the statement has no line \"Position Statement for … on …\" with a date",
        "Export the statement again with its title.", code: .invalidDate)
    }
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: sheet.problems)
  }

  /// `Position Statement for 123456 (margin) on 12/29/21 11:49:04`.
  private static func title(_ line: String) -> (account: String, date: CalendarDate)? {
    let words = line.split(separator: " ").map(String.init)
    guard let start = words.firstIndex(of: "for"), start >= 2,
      words[start - 1] == "Statement", words[start - 2].hasSuffix("Position"),
      start + 1 < words.count, let on = words[start...].lastIndex(of: "on"),
      on + 1 < words.count, let date = BrokerText.date(words[on + 1])
    else { return nil }
    return (BrokerText.masked(words[start + 1]), date)
  }
}

/// One row of the table.
private struct Leg {
  enum Outcome {
    case group(String)
    case holding(BrokerHolding)
    case nothing
  }

  let row: Int
  let cells: [String]
  let columns: StatementColumns
  let group: String
  let title: (account: String, date: CalendarDate)

  private var name: String { cells.cell(columns.position("instrument")) }

  func read(_ sheet: inout StatementSheet) -> Outcome {
    let quantityPosition = columns.position("qty")
    let quantityText = cells.cell(quantityPosition)
    // Groups of futures repeat the quantity of their one row.
    if name.hasPrefix("/") || (quantityText.isEmpty && cells.count > 2) {
      sheet.skip(row, "the heading of \(ShownText.quoted(name))")
      return .group(name)
    }
    guard cells.count > 2 else {
      sheet.skip(row, "a total")
      return .nothing
    }
    guard let parsed = BrokerText.number(quantityText), let quantity = parsed else {
      sheet.reject(
        row, field: quantityPosition ?? 0, "Qty is not a number: \(ShownText.quoted(quantityText))",
        "Export the statement again, or correct the row.", code: .invalidNumber)
      return .nothing
    }
    guard quantity != 0 else {
      sheet.skip(row, "a quote without a quantity")
      return .nothing
    }
    guard let instrument = instrument(&sheet) else { return .nothing }
    return .holding(
      BrokerHolding(
        account: title.account, date: title.date, instrument: instrument, quantity: quantity,
        entryPrice: price("trade price"), entryDate: nil, mark: price("mark")))
  }

  private func price(_ column: String) -> Double? {
    BrokerText.number(cells.cell(columns.position(column))) ?? nil
  }

  private func instrument(_ sheet: inout StatementSheet) -> BrokerHolding.Instrument? {
    let words = name.split(separator: " ").map(String.init)
    guard let last = words.last, let right = BrokerText.right(last), words.count >= 6,
      let multiplier = Double(words[0])
    else {
      return group.hasPrefix("/")
        ? .future(symbol: group, expiration: nil, multiplier: 1)
        : .equity(symbol: group.isEmpty ? name : group)
    }
    let tag = words[1].hasPrefix("(") ? words[1] : ""
    let terms = words.dropFirst(tag.isEmpty ? 1 : 2).dropLast()
    guard terms.count == 4, let strike = Double(terms[terms.endIndex - 1]), strike > 0,
      let expiration = BrokerText.date(terms.prefix(3).joined(separator: " "))
    else {
      sheet.reject(
        row, field: 0, "the option is not understood: \(ShownText.quoted(name))",
        "It should read like 100 (Weeklys) 31 MAY 22 4650 PUT.")
      return nil
    }
    let isAfternoon = ["(Weeklys)", "(Quarterlys)"].contains(tag)
    return .option(
      root: group == "SPX" && isAfternoon ? "SPXW" : group, expiration: expiration,
      strike: strike, right: right, multiplier: multiplier)
  }
}
