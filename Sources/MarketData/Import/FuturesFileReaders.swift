import Quant

/// Readers of VX futures files.
enum FuturesFileReaders {
  static let all: [any FileReader.Type] = [
    CFEContractFileReader.self, VXRankPanelReader.self, VXContractPanelReader.self,
    CFESettlementListReader.self, CFEFinalSettlementReader.self, CFEVolumeReader.self,
  ]

  /// The report of a file of VX settlements, weekly contracts among them.
  static func reading(
    _ kind: FileKind, _ rows: [FuturesSettlement], rowCount: Int, file: String,
    problems: [Diagnostic]
  ) -> FileReading {
    var span: (first: CalendarDate, last: CalendarDate)?
    if let first = rows.lazy.map(\.date).min(), let last = rows.lazy.map(\.date).max() {
      span = (first, last)
    }
    return FileReading(
      file: file, kind: kind, records: .futures(rows), rowCount: rowCount, dates: span,
      symbols: rows.isEmpty ? [] : ["VX"], problems: problems)
  }

  /// The report of a file whose name does not tell what its content leaves open; no row is used.
  static func unreadable(
    _ kind: FileKind, file: String, message: String, remedy: String
  ) -> FileReading {
    let problem = Diagnostic(
      location: SourceLocation(file: file),
      message: "the name \(ShownText.quoted(file)) \(message)", remedy: remedy, code: .unclearName,
      action: .rejected)
    return reading(kind, [], rowCount: 0, file: file, problems: [problem])
  }
}
