import Quant

/// Reads VX settlements by rank: `,DATE,VIX,VX1,…,VX8,SP500` or `Date,M1,…,M8`.
///
/// Ranks become contracts by `VXRankCalendar`; a value whose contract it does not tell is not used
/// and its row says so. Whether the values are settlements or closes cannot be seen in such a file:
/// at least one that is passed around as settlements holds closes, so compare a few days with the
/// exchange's contract files before relying on one. Columns that are no ranks are listed and
/// ignored.
enum VXRankPanelReader: FileReader {
  static let kind = FileKind.vxRankPanel
  static let shape = "Date,M1,M2,M3,M4,M5,M6,M7,M8"

  static func recognises(_ sample: FileSample) -> Bool {
    prefix(of: sample) != nil
  }

  /// How the file names ranks: `VX1` or `M1`.
  private static func prefix(of sample: FileSample) -> String? {
    ["VX", "M"].first {
      sample.headerLine(with: ["Date", "\($0)1", "\($0)2"], within: 1) != nil
    }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let prefix = prefix(of: FileSample(bytes)) ?? "M"
    let ranks = (1...VXRankCalendar.rankLimit).map { "\(prefix)\($0)" }
    let layout = CSVLayout(
      required: ["Date", ranks[0], ranks[1]], optional: ranks.dropFirst(2) + [""], origin: .vendor)
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let date = sheet.column("Date")
    let columns = ranks.map { sheet.column($0) }
    guard date.position != nil else {
      return FuturesFileReaders.reading(
        kind, [], rowCount: 0, file: file, problems: sheet.problems)
    }
    var panel = PanelRows(capacity: sheet.capacity)
    var ranking = VXRankCalendar(context.contracts)
    while sheet.advance() {
      guard let day = sheet.date(date), let told = toldColumns(columns, on: day, date, in: &sheet)
      else { continue }
      let expirations = ranking.expirations(on: day)
      panel.add(zip(told, expirations), on: day, column: date, in: &sheet)
    }
    return panel.reading(kind, file: file, sheet: &sheet)
  }

  /// The columns whose contracts the calendar tells on the day, `nil` when there are none; values
  /// in the columns beyond are reported.
  private static func toldColumns(
    _ columns: [CSVColumn], on day: CalendarDate, _ date: CSVColumn, in sheet: inout CSVSheet
  ) -> ArraySlice<CSVColumn>? {
    let last = VXRankCalendar.lastToldRank(on: day)
    guard last > 0 else {
      sheet.report(
        date, "ranks do not tell the contracts on \(day), when not every month was listed",
        "Use the exchange's contract files before \(VXRankCalendar.steps[0].from).",
        code: .outOfTime)
      return nil
    }
    let beyond = columns.dropFirst(last).filter { !sheet.isMissing($0) }
    if let first = beyond.first {
      let names = beyond.map(\.name).joined(separator: ", ")
      sheet.warn(
        at: sheet.location(first),
        "\(names) of \(day) \(beyond.count == 1 ? "is" : "are") not used: not every month was "
          + "listed then, so a rank above \(last) does not tell the contract",
        "Use the exchange's contract files for the later months.", code: .outOfTime)
    }
    return columns.prefix(last)
  }
}

extension CSVSheet {
  /// Whether the current row's field is absent, empty or a mark for a missing value.
  func isMissing(_ column: CSVColumn) -> Bool {
    field(column).map(isMissing) ?? true
  }
}
