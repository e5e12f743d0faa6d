import Quant

/// One VX contract, as `CFEContractReader` reads it; the file's name tells the expiration.
enum CFEContractFileReader: FileReader {
  static let kind = FileKind.cfeContract
  static let shape =
    "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["Trade Date", "Futures", "Settle"], within: 5) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    guard
      let expiration = CFEContractReader.expiration(named: file, calendar: context.contracts)
    else {
      return FuturesFileReaders.unreadable(
        kind, file: file, message: "does not tell the contract's expiration",
        remedy: "Keep the exchange's file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv.")
    }
    var problems: [Diagnostic] = []
    let rows = CFEContractReader.read(
      bytes, file: file, expiration: expiration, report: .import, into: &problems)
    return FuturesFileReaders.reading(
      kind, rows, rowCount: rows.count, file: file, problems: problems)
  }
}
