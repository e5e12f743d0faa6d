import Quant

/// Reads the daily files of historicaloptiondata.com: one option a row, the quotes of the close.
///
/// The names in the header may have blanks before them (` exchange`). `optionroot` holds the class
/// or the whole option symbol, which must then agree with the other columns. Dates are American,
/// `impliedvol` is a decimal, and 0 is missing.
enum HistoricalOptionDataReader: FileReader {
  static let kind = FileKind.historicalOptionData
  static let shape =
    "underlying,underlying_last,exchange,optionroot,optionext,type,expiration,quotedate,strike,"
    + "last,bid,ask,volume,openinterest,impliedvol,delta,gamma,theta,vega,optionalias"

  private static let names = OptionRowColumns.Names(
    date: "quotedate", root: "optionroot", right: "type", bid: "bid", ask: "ask",
    underlyingLevel: "underlying_last", volatility: "impliedvol", volume: "volume",
    openInterest: "openinterest")
  private static let unread = [
    "underlying", "exchange", "optionext", "last", "delta", "gamma", "theta", "vega",
    "optionalias", "IVBid", "IVAsk",
  ]

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    return ["optionroot", "type", "expiration", "quotedate", "strike"].allSatisfy(header.contains)
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &problems)
    return OptionRows.reading(
      kind, table, names: names, unread: unread, file: file, problems: problems)
  }
}
