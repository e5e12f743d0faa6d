import Foundation
import MarketData
import Quant
import Testing
import TestSupport

@Suite(
  .enabled(
    if: DownloadedFiles.areThere,
    "no downloaded files: set HEDGEBOOK_DATA to the folder that holds their MANIFEST.csv"))
struct SeriesRealFilesTests {
  private static let kinds: [String: FileKind] = [
    "cboe_indices": .cboeIndex, "yahoo": .yahooBars, "fred": .fred, "fomc": .fomcMeetings,
    "nyse_breadth": .nyseBreadth, "sector_breadth_pe": .yahooBars,
  ]

  /// Files that are of another kind than the rest of their folder.
  private static let otherKinds: [String: FileKind] = [
    "yahoo/arch_vix.csv.gz": .datedColumns,
    "sector_breadth_pe/sector_osc.csv": .datedColumns,
    "sector_breadth_pe/spx_cape.csv": .datedColumns,
    "sector_breadth_pe/spx_pe.csv": .datedColumns,
    "sector_breadth_pe/t10y3m.csv": .datedColumns,
    "sector_breadth_pe/sp500_constituents_financials_2016.csv": .constituents,
  ]

  /// Problems by severity, code and action, of the files that have any.
  private static let problems: [String: [String: Int]] = [
    // Opens and closes outside the day's range: 44 of 1992-2002 and three opens of 2004-2006.
    "cboe_indices/VIX_History.csv": ["warning outside-range kept": 47],
    // 2020-03-03 and 2020-03-15, which nobody knew of in advance.
    "fomc/fomc_meetings_2015_2026.csv": ["warning out-of-time rejected": 2],
    // Holidays, on which FRED writes a point.
    "yahoo/arch_vix.csv.gz": ["warning missing-value skipped": 46],
    // The name tells a year and no date.
    "sector_breadth_pe/sp500_constituents_financials_2016.csv": [
      "error unclear-name rejected": 1
    ],
  ]

  /// Files none of whose rows are read, because of a problem with the file as a whole.
  private static let refused: Set<String> = [
    "sector_breadth_pe/sp500_constituents_financials_2016.csv"
  ]

  @Test func everyFileIsReadAsTheManifestListsIt() throws {
    let files = try DownloadedFiles.listed(in: Set(Self.kinds.keys))
    #expect(files.count >= 50)
    for listed in files {
      let reading = try FileRecogniser.read(
        try DownloadedFiles.bytes(listed.file), file: listed.file)
      let folder = listed.file.split(separator: "/").first.map(String.init) ?? ""
      #expect(
        reading.kind == Self.otherKinds[listed.file] ?? Self.kinds[folder], "\(listed.file)")
      let counts = reading.problems.reduce(into: [String: Int]()) { counts, problem in
        let name = "\(problem.severity) \(problem.code?.rawValue ?? "") "
        counts[name + (problem.action?.rawValue ?? ""), default: 0] += 1
      }
      #expect(counts == Self.problems[listed.file] ?? [:], "\(listed.file)")
      guard !Self.refused.contains(listed.file) else {
        #expect(reading.rowCount == 0, "\(listed.file)")
        continue
      }
      #expect(reading.rowCount + linesLeftOut(reading) == listed.rows, "\(listed.file)")
      #expect(reading.first?.description == listed.first, "\(listed.file)")
      #expect(reading.last?.description == listed.last, "\(listed.file)")
    }
  }

  @Test func constituentsNeedADate() throws {
    let file = "sector_breadth_pe/sp500_constituents_financials_2016.csv"
    let day = try #require(CalendarDate("2016-03-01"))
    let reading = try FileRecogniser.read(
      try DownloadedFiles.bytes(file), file: file, context: ReadingContext(quoteDate: day))
    #expect(reading.rowCount == 504)
    #expect(reading.problems.isEmpty)
    guard case .fundamentals(let rows) = reading.records else {
      Issue.record("no fundamentals")
      return
    }
    #expect(rows.allSatisfy { $0.known == day && $0.price != nil })
    #expect(rows.contains { $0.priceToEarnings == nil })
    #expect(rows.contains { $0.marketCapitalisation != nil })
  }

  @Test func panelOfCashIndices() throws {
    let file = "vx_panels/quantintell_vix_cash.csv"
    let reading = try FileRecogniser.read(try DownloadedFiles.bytes(file), file: file)
    #expect(reading.kind == .datedColumns)
    #expect(reading.rowCount == 3521)
    #expect(reading.symbols == ["SP500", "VIX", "VIX3M", "VIX6M", "VIX9D"])
    #expect(reading.problems.isEmpty)
  }

  /// Values against each other: the exchange's history and the mirror of FRED tell the same closes.
  @Test func sourcesOfOneSeriesAgree() throws {
    let cboe = try DownloadedFiles.bytes("cboe_indices/VIX_History.csv")
    let fred = try DownloadedFiles.bytes("yahoo/arch_vix.csv.gz")
    guard
      case .bars(let bars) = try FileRecogniser.read(cboe, file: "VIX_History.csv").records,
      case .series(let series) = try FileRecogniser.read(fred, file: "vix.csv").records
    else {
      Issue.record("other records")
      return
    }
    let closes = Dictionary(
      uniqueKeysWithValues: try #require(bars.first).rows.map { ($0.date, $0.close) })
    let values = try #require(series.first).rows
    #expect(values.count == 1259)
    let differing = values.filter { abs((closes[$0.date] ?? 0) - $0.value) > 1e-9 }
    #expect(differing.map(\.date.description) == [])
  }
}
