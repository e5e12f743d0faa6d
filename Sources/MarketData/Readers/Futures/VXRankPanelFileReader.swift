import Quant

/// Futures by rank: columns `VX1` to `VX8` or `M1` to `M8`, the nearest contract first.
///
/// Ranks become contracts through the calendar: rank 1 is the next monthly expiration after the
/// date, so that the panel rolls on the day of expiration itself. From 2009 on nine or more months
/// in a row were listed; before, ranks 7 and 8 could be a later month, and are left out. A panel
/// cannot tell whether it holds settlements or closes: that is its maker's word.
enum VXRankPanelFileReader: FileReader {
  static let kind = FileKind.vxRankPanel
  static let shape = "DATE,VX1,VX2,VX3,VX4,VX5,VX6,VX7,VX8"

  /// The highest rank that was surely a month in a row before 2009, and read at all.
  private static let surelyConsecutive = 6
  private static let highest = 8
  /// 2009-01-01, from which on no rank up to 8 skips a month in the exchange's own files.
  private static let consecutiveSince = CalendarDate(dayNumber: 14_245)

  static func recognises(_ sample: FileSample) -> Bool {
    header(of: sample.header()) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let names = FileSample(bytes).cells.first ?? []
    let ranks = header(of: names.map { $0.lowercased() }) ?? []
    let dateName = names.first { $0.lowercased() == "date" } ?? "Date"
    let columns = ranks.map { (name: names[$0.position], rank: $0.rank) }
    let others = names.filter { name in
      name != dateName && !columns.contains { $0.name == name }
    }
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(
        required: [dateName] + columns.map(\.name), optional: others, origin: .vendor))
    let panel = FuturesPanel(
      date: sheet.column(dateName),
      columns: columns.map { item in
        FuturesPanel.Column(column: sheet.column(item.name)) { date in
          expiration(rank: item.rank, after: date, calendar: context.contracts)
        }
      })
    let (settlements, dates) = panel.read(&sheet)
    return OwnFileReaders.reading(
      kind, .futures(settlements), file: file, dates: dates, symbols: columns.map(\.name),
      problems: sheet.problems)
  }

  /// The positions of the rank columns, `nil` when there is no date or no first rank.
  private static func header(of names: [String]) -> [(position: Int, rank: Int)]? {
    guard names.contains("date") else { return nil }
    let ranks = names.enumerated().compactMap { position, name -> (position: Int, rank: Int)? in
      let digits =
        name.hasPrefix("vx") ? name.dropFirst(2) : name.hasPrefix("m") ? name.dropFirst() : ""
      guard digits.utf8.count == 1, let rank = Int(digits), (1...highest).contains(rank) else {
        return nil
      }
      return (position, rank)
    }
    let found = Set(ranks.map(\.rank))
    return found.contains(1) && found.contains(2) && found.count == ranks.count ? ranks : nil
  }

  private static func expiration(
    rank: Int, after date: CalendarDate, calendar: ContractCalendar
  ) -> CalendarDate? {
    guard rank <= surelyConsecutive || date >= consecutiveSince else { return nil }
    let now = calendar.vixExpiration(year: date.year, month: date.month)
    let months = date.year * 12 + date.month - 1 + (now > date ? rank - 1 : rank)
    return calendar.vixExpiration(year: months / 12, month: months % 12 + 1)
  }
}
