import MarketData
import Quant

extension ImportReport {
  /// Adds what the quotes of a chain say together, which no single row tells; nothing for other files.
  ///
  /// - Throws: `SeriesError`, as `ChainFindings`.
  mutating func addChainFindings(of reading: FileReading) throws(SeriesError) {
    guard case .quotes(let quotes) = reading.records else { return }
    let sessions = Dictionary(grouping: quotes.map(\.quote), by: \.date)
    let findings = try ChainFindings(of: sessions, minute: reading.quoteMinute ?? 960)
    for problem in findings.diagnostics(file: reading.file) { add(problem) }
  }
}
