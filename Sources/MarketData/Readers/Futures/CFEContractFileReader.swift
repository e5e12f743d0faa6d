import Quant

/// One VX contract as the exchange publishes it, old layout or new (`CFEContractReader`).
///
/// Weekly and monthly contracts carry the same label, so only the file's name tells the expiration:
/// `VX_2016-02-17.csv` or, for monthly contracts of the archive, `CFE_G16_VX.csv`.
enum CFEContractFileReader: FileReader {
  static let kind = FileKind.cfeContract
  static let shape =
    "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["trade date", "futures", "settle"], within: 5) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    guard
      let expiration = CFEContractReader.expiration(named: file, calendar: context.contracts)
    else { return refused(file) }
    var problems: [Diagnostic] = []
    let rows = CFEContractReader.read(
      bytes, file: file, expiration: expiration, skipping: .oneByOne, into: &problems)
    return OwnFileReaders.reading(
      kind, .futures(rows), file: file, dates: rows.map(\.date), symbols: ["VX \(expiration)"],
      problems: problems)
  }

  private static func refused(_ file: String) -> FileReading {
    OwnFileReaders.reading(
      kind, .futures([]), file: file, dates: [], symbols: [],
      problems: [
        Diagnostic(
          location: SourceLocation(file: file),
          message: "the file's name does not tell the contract's expiration, and its content "
            + "cannot: weekly and monthly contracts carry the same label",
          remedy: "Keep the exchange's file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv.",
          code: .unclearName, action: .rejected)
      ])
  }
}
