import Quant

/// Futures by contract month: columns `2008_01`, `2008_02` and so on.
///
/// The day of expiration follows from the month by the exchange's rule.
enum VXContractPanelFileReader: FileReader {
  static let kind = FileKind.vxContractPanel
  static let shape = "Trade Date,2008_01,2008_02,2008_03"

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    guard let first = header.first, ["trade date", "date"].contains(first) else { return false }
    let months = header.dropFirst().filter { !$0.isEmpty }
    return months.count > 1 && months.allSatisfy { month(of: $0) != nil }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let names = (FileSample(bytes).cells.first ?? []).filter { !$0.isEmpty }
    let dateName = names.first ?? "Trade Date"
    let contracts = names.dropFirst().compactMap { name in
      month(of: name).map {
        (
          name: name,
          expiration: context.contracts.vixExpiration(year: $0.year, month: $0.month)
        )
      }
    }
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(required: [dateName] + contracts.map(\.name), origin: .vendor))
    let panel = FuturesPanel(
      date: sheet.column(dateName),
      columns: contracts.map { contract in
        FuturesPanel.Column(column: sheet.column(contract.name)) { date in
          // On its last day a contract has a final settlement; after it nothing.
          date <= contract.expiration ? contract.expiration : nil
        }
      })
    let (settlements, dates) = panel.read(&sheet)
    return OwnFileReaders.reading(
      kind, .futures(settlements), file: file, dates: dates, symbols: ["VX"],
      problems: sheet.problems)
  }

  private static func month(of name: String) -> (year: Int, month: Int)? {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), (2004...2099).contains(year),
      (1...12).contains(month)
    else { return nil }
    return (year, month)
  }
}
