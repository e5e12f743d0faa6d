import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// What the gates find in the downloaded files: every rejection is named, so that none is a real day.
@Suite(
  .enabled(
    if: DownloadedFiles.areThere,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct QualityGateFilesTests {
  private let gate = QualityGate()

  @Test(arguments: [
    (
      "cboe_indices/VIX_History.csv", SeriesBounds.volatilityIndex,
      ["missing-session: 1", "not-a-session: 33"]
    ),
    ("yahoo/GSPC_ohlc_1927_2026.csv", .equityIndex, []),
    ("yahoo/RSP_ohlcv_adj_2003_2026.csv", .equityIndex, []),
  ])
  func barsHaveNoValueThatIsRejected(
    file: String, bounds: SeriesBounds, counts: [String]
  ) throws {
    let name = file.hasPrefix("cboe") ? "CLOSE" : "Close"
    let values = try DownloadedFiles.values(file, columns: ["Date", name])
    let found = gate.check(values, name: file, bounds: bounds, isDaily: true)
    #expect(found.records.count == values.count)
    #expect(Self.counts(found.findings) == counts)
  }

  @Test func onlySlipsOfVVIXAreRejected() throws {
    let values = try DownloadedFiles.values(
      "cboe_indices/VVIX_History.csv", columns: ["DATE", "VVIX"])
    let found = gate.check(
      values, name: "VVIX", bounds: .volatilityOfVolatility, isDaily: true)
    #expect(
      found.findings.filter { $0.action == .rejected }.map(\.date.description) == [
        "2006-03-15", "2006-03-16", "2006-03-17", "2006-03-20", "2006-03-21", "2006-11-13",
      ])
  }

  @Test func ninedayIndexKeepsItsSpike() throws {
    let values = try DownloadedFiles.values(
      "cboe_indices/VIX9D_History.csv", columns: ["DATE", "CLOSE"])
    let found = gate.check(values, name: "VIX9D", bounds: .shortVolatilityIndex, isDaily: true)
    #expect(found.records.count == values.count)
  }

  @Test func onlySlipsOfVXSettlementsAreNamed() throws {
    var settlements: [FuturesSettlement] = []
    for file in try DownloadedFiles.contractFiles() {
      let reading = try FileRecogniser.read(try DownloadedFiles.bytes(file), file: file)
      if case .futures(let rows) = reading.records { settlements += rows }
    }
    let sorted = settlements.sorted { ($0.date, $0.expiration) < ($1.date, $1.expiration) }
    let found = gate.check(sorted, name: "VX")
    #expect(
      found.findings.filter { [.outOfBounds, .outlier].contains($0.code) }
        .map { "\($0.code.rawValue) \($0.date) \($0.expiration?.description ?? "")" } == [
          "out-of-bounds 2008-04-21 2009-01-21", "out-of-bounds 2008-04-21 2009-02-18",
          "outlier 2008-10-30 2009-08-19",
        ])
  }

  private static func counts(_ findings: [QualityFinding]) -> [String] {
    Dictionary(grouping: findings, by: \.code).map { "\($0.key.rawValue): \($0.value.count)" }
      .sorted()
  }
}

extension DownloadedFiles {
  fileprivate static func contractFiles() throws -> [String] {
    try ["cfe_vx_old_format", "cfe_vx_new_format"].flatMap { name in
      try FileManager.default.contentsOfDirectory(
        atPath: try #require(folder).appendingPathComponent(name).path
      ).filter { $0.hasSuffix(".csv") }.sorted().map { "\(name)/\($0)" }
    }
  }

  /// Two columns of a file, cut by their names alone.
  fileprivate static func values(_ path: String, columns: [String]) throws -> [DatedValue] {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: try bytes(path), file: path, into: &problems)
    let names = (0..<table.fieldCount(ofRow: 0)).map { table.text(row: 0, field: $0) }
    let date = try #require(names.firstIndex { $0.lowercased() == columns[0].lowercased() })
    let value = try #require(names.firstIndex(of: columns[1]))
    return try (1..<table.rowCount).map { row in
      let parts = table.text(row: row, field: date).split(separator: "/").compactMap { Int($0) }
      let day =
        parts.count == 3
        ? CalendarDate(year: parts[2], month: parts[0], day: parts[1])
        : CalendarDate(table.text(row: row, field: date))
      return DatedValue(
        date: try #require(day), value: try #require(Double(table.text(row: row, field: value))))
    }
  }
}
