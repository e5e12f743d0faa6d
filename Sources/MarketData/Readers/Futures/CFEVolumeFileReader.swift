import Quant

/// The exchange's volume and open interest by product; the two columns of VX are read.
enum CFEVolumeFileReader: FileReader {
  static let kind = FileKind.cfeVolume
  static let shape = "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI"

  private static let names = ["VOLATILITY INDEX VOLUME", "VOLATILITY INDEX OI"]

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["date"] + names, within: 5) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let sample = FileSample(bytes)
    let header = sample.headerLine(with: ["date"] + names, within: 5).map { sample.cells[$0] } ?? []
    // The other products' columns are known: naming them keeps them from being listed as unknown.
    var others: [String] = []
    for name in header where !name.isEmpty && name != "Date" && !names.contains(name) {
      if !others.contains(where: { $0.lowercased() == name.lowercased() }) { others.append(name) }
    }
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(
        required: ["Date"] + names, optional: others, origin: .vendor,
        headerMarker: names[0], allowsRepeatedColumns: true, allowsShortRows: true))
    let columns = [
      ValueRows.Column(sheet.column(names[0]), .count, name: "vx-volume"),
      ValueRows.Column(sheet.column(names[1]), .count, name: "vx-open-interest"),
    ]
    let (series, dates) = ValueRows(date: sheet.column("Date"), columns: columns).read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates, symbols: series.map(\.name),
      problems: sheet.problems)
  }
}
