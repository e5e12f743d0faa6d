import Quant

/// Cboe's index histories: `DATE,OPEN,HIGH,LOW,CLOSE`, `DATE,VVIX`, and the old files that put a
/// title before `Date,VIX Open,VIX High,VIX Low,VIX Close`.
///
/// Dates are American, in mirrors ISO. Early rows repeat the close in all four prices, and a few
/// opens lie outside the day's range; such bars are kept with a warning. The old files name the
/// index in their columns, a file with one value does in its heading, and `DATE,OPEN,HIGH,LOW,CLOSE`
/// does not, so its series has no name. Titles before the header are not rows.
enum CboeIndexFileReader: FileReader {
  static let kind = FileKind.cboeIndex
  static let shape = "DATE,OPEN,HIGH,LOW,CLOSE"

  /// Indices that Cboe publishes with one value a day; mirrors write their dates as FRED does.
  private static let singleValueIndices: Set<String> = [
    "VVIX", "SKEW", "VIX", "VIX1D", "VIX9D", "VIX3M", "VIX6M", "VIX1Y", "VXN", "VXO", "VXD", "RVX",
    "VXV", "VXMT", "VXST", "OVX", "GVZ", "VXEEM", "VXTH", "BXM", "PUT", "COR1M", "COR3M", "DSPX",
  ]

  private enum Form {
    /// Five columns in the order date, open, high, low, close; the index, if they tell it.
    case bars(names: [String], index: String)
    /// Date and value.
    case values(names: [String])
  }

  static func recognises(_ sample: FileSample) -> Bool {
    guard let header = SeriesHeader(sample, where: { form(of: $0) != nil }) else { return false }
    guard case .values(let names) = form(of: header) else { return true }
    let date = sample.cells.dropFirst(header.precedingLines + 1).first?.first ?? ""
    return date.contains("/") || singleValueIndices.contains(names[1])
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let header = SeriesHeader(bytes, where: { form(of: $0) != nil })
    switch header.flatMap(form(of:)) {
    case .values(let names): return readValues(bytes, file: file, names: names)
    case .bars(let names, let index): return readBars(bytes, file: file, names: names, index: index)
    case nil:
      return readBars(
        bytes, file: file, names: ["DATE", "OPEN", "HIGH", "LOW", "CLOSE"], index: "")
    }
  }

  private static func form(of header: SeriesHeader) -> Form? {
    let names = header.names
    if names.count == 2, names[0] == "DATE", !names[1].isEmpty, isIndexName(names[1]) {
      return .values(names: names)
    }
    let prices = ["open", "high", "low", "close"]
    guard names.count == 5, names[0].lowercased() == "date" else { return nil }
    let prefix = names[1].lowercased().hasSuffix("open") ? names[1].dropLast(4) : ""
    guard
      zip(names.dropFirst(), prices).allSatisfy({
        $0.lowercased() == prefix.lowercased() + $1
      })
    else { return nil }
    let index = prefix.split(separator: " ").joined(separator: " ")
    guard header.precedingLines > 0 || !index.isEmpty || names == names.map({ $0.uppercased() })
    else { return nil }
    return .bars(names: names, index: index)
  }

  private static func isIndexName(_ name: String) -> Bool {
    name.utf8.allSatisfy { ASCII.isDigit($0) || ASCII.lowercased($0) != $0 }
  }

  private static func readBars(
    _ bytes: [UInt8], file: String, names: [String], index: String
  ) -> FileReading {
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(required: names, origin: .vendor, headerMarker: names[0]))
    let bars = BarRows.read(&sheet, columns: BarColumns(sheet, named: names))
    return OwnFileReaders.reading(
      kind, .bars([NamedSeries(name: index, rows: bars)]), file: file, dates: bars.map(\.date),
      symbols: index.isEmpty ? [] : [index], problems: sheet.problems)
  }

  private static func readValues(_ bytes: [UInt8], file: String, names: [String]) -> FileReading {
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(required: names, origin: .vendor, headerMarker: names[0]))
    let rows = ValueRows(
      date: sheet.column(names[0]), columns: [ValueRows.Column(sheet.column(names[1]), .price)])
    let (series, dates) = rows.read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates, symbols: [names[1]],
      problems: sheet.problems)
  }
}
