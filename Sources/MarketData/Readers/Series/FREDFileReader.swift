import Quant

/// FRED's series: `observation_date,<SERIES>`, older downloads `DATE,<SERIES>`, mirrors `Date,Value`,
/// vintages by column `observation_date,<SERIES>_YYYYMMDD`, and observations as the API gives them,
/// `realtime_start,realtime_end,date,value`.
///
/// Dates are ISO; a monthly value has the date of the month's first day. `.` and nothing are missing
/// values; a row without any is skipped. Several series may stand side by side. A file of vintages
/// tells when a value became known (`realtime_start`, or the date in the column's name), and several
/// values of one date coexist; otherwise a value has its own date as the known date, because the
/// file tells no other, and a default for the series applies where it is used (methodology 5).
///
/// `Date,Value` and `date,value` differ by their capitals only: the latter is the project's own.
/// Where the columns do not name the series the file's name may.
enum FREDFileReader: FileReader {
  static let kind = FileKind.fred
  static let shape = "observation_date,SERIES"

  static func recognises(_ sample: FileSample) -> Bool {
    let header = SeriesHeader(names: sample.cells.first ?? [], precedingLines: 0)
    if FREDObservations.isHeader(header) { return true }
    guard header.names.count >= 2, !header.names.contains("") else { return false }
    let values = header.names.dropFirst()
    switch header.names[0] {
    case "observation_date": return true
    case "DATE": return values.allSatisfy(FREDSeriesName.isIdentifier)
    case "Date": return values == ["Value"] || values.allSatisfy(FREDSeriesName.used.contains)
    default: return false
    }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let header =
      SeriesHeader(bytes, where: { $0.precedingLines == 0 })
      ?? SeriesHeader(names: [], precedingLines: 0)
    if FREDObservations.isHeader(header) { return FREDObservations.read(bytes, file: file) }
    let vintages = header.names.dropFirst().map(FREDVintage.init)
    let isVintages = !vintages.isEmpty && vintages.allSatisfy { $0 != nil }
    return isVintages
      ? FREDVintage.read(
        bytes, file: file, names: header.names, vintages: vintages.compactMap(\.self))
      : readSeries(bytes, file: file, names: header.names)
  }

  private static func readSeries(_ bytes: [UInt8], file: String, names: [String]) -> FileReading {
    let date = names.first ?? "observation_date"
    var sheet = CSVSheet(
      bytes, file: file, layout: .values(date: date, names: Array(names.dropFirst())))
    var problems: [Diagnostic] = []
    var columns: [ValueRows.Column] = []
    for name in names.dropFirst() {
      let column = sheet.column(name)
      // A name that the header could not place has been reported with the header.
      guard column.position != nil else { continue }
      columns.append(
        ValueRows.Column(column, name: seriesName(name, file: file, into: &problems)))
    }
    let (series, dates) = ValueRows(date: sheet.column(date), columns: columns).read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates,
      symbols: series.map(\.name).filter { !$0.isEmpty }, problems: problems + sheet.problems)
  }

  /// The series a column holds; a column that does not say leaves it to the file's name.
  static func seriesName(
    _ column: String, file: String, into problems: inout [Diagnostic]
  ) -> String {
    guard FREDSeriesName.generic.contains(column.uppercased()) else { return column }
    if let name = FREDSeriesName.named(file) { return name }
    problems.append(
      Diagnostic(
        severity: .warning, location: SourceLocation(file: file),
        message: "neither the columns nor the file's name tell the series",
        remedy: "Name the file after it, such as CPIAUCSL.csv.", code: .unclearName, action: .kept))
    return ""
  }
}

extension CSVLayout {
  /// A vendor's file with a date and columns of values.
  static func values(date: String, names: [String]) -> CSVLayout {
    // A header that is too wide is reported by what the file needs, not by all it has.
    let isTooWide = names.count >= 512
    return CSVLayout(
      required: [date], optional: isTooWide ? [] : names, origin: .vendor, headerMarker: date)
  }
}
