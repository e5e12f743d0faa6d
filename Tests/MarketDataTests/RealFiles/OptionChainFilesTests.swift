import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// The chains among the files as vendors publish them, which cannot be distributed.
enum ChainFiles {
  static let areThere = DownloadedFiles.areThere

  static func read(_ path: String) throws -> FileReading {
    try FileRecogniser.read(DownloadedFiles.bytes(path), file: path)
  }

  static func quotes(_ reading: FileReading) -> [ChainQuote] {
    guard case .quotes(let quotes) = reading.records else { return [] }
    return quotes
  }
}

/// What a chain of the MANIFEST holds and what was left out, by the code of the problem.
struct ExpectedChain: Sendable {
  var path: String
  var kind: FileKind
  var manifestRows: Int
  var quotes: Int
  var lost: [ProblemCode: Int]
  var kept: [ProblemCode: Int]
  var first: String
  var last: String
  var symbols: [String]
}

@Suite(.enabled(if: ChainFiles.areThere, "no option_chains folder under HEDGEBOOK_DATA"))
struct OptionChainFilesTests {
  private static let expected = [
    ExpectedChain(
      path: "cboe_delayed/spx_quotedata_2022-06-10_close.csv", kind: .cboeDelayedQuotes,
      manifestRows: 9835, quotes: 19_568, lost: [:], kept: [.notASession: 1, .missingValue: 102],
      first: "2022-06-10", last: "2022-06-10", symbols: ["SPX", "SPXW"]),
    ExpectedChain(
      path: "cboe_delayed/spx_quotedata_2023-06-09_1340.csv", kind: .cboeDelayedQuotes,
      manifestRows: 8894, quotes: 17_778, lost: [.missingValue: 5], kept: [.oddValue: 1],
      first: "2023-06-09", last: "2023-06-09", symbols: ["SPX", "SPXW"]),
    ExpectedChain(
      path: "cboe_datashop/SPX_EODCalcs_2016-01-04_fixture.csv", kind: .dataShopQuotes,
      manifestRows: 6, quotes: 6, lost: [:], kept: [.oddValue: 1], first: "2016-01-04",
      last: "2016-01-06", symbols: ["SPXW"]),
    ExpectedChain(
      path: "cboe_datashop/VIX_EODQuotes_2016-06-01.csv", kind: .dataShopQuotes,
      manifestRows: 882, quotes: 648, lost: [.unsupportedInstrument: 158, .missingValue: 76],
      kept: [:], first: "2016-06-01", last: "2016-06-01", symbols: ["VIX"]),
  ]

  @Test(arguments: expected) func rowsAgreeWithTheManifest(_ expected: ExpectedChain) throws {
    let reading = try ChainFiles.read("option_chains/\(expected.path)")
    #expect(reading.kind == expected.kind)
    #expect(reading.isSound)
    #expect(ChainFiles.quotes(reading).count == expected.quotes)
    #expect(reading.first?.description == expected.first)
    #expect(reading.last?.description == expected.last)
    #expect(reading.symbols == expected.symbols)
    #expect(counts(reading) { $0 != .kept } == expected.lost)
    #expect(counts(reading) { $0 == .kept } == expected.kept)
    #expect(reading.rowCount + expected.lost.values.reduce(0, +) == expected.manifestRows)
  }

  private func counts(
    _ reading: FileReading, _ isCounted: (RowAction?) -> Bool
  ) -> [ProblemCode: Int] {
    reading.problems.reduce(into: [:]) { counts, problem in
      if let code = problem.code, isCounted(problem.action) { counts[code, default: 0] += 1 }
    }
  }

  @Test func everyChainOfTheManifestIsExpected() throws {
    let folder = try #require(DownloadedFiles.folder)
    let manifest = try String(
      contentsOf: folder.appendingPathComponent("MANIFEST.csv"), encoding: .utf8)
    let paths = manifest.split(whereSeparator: \.isNewline).compactMap {
      $0.split(separator: ",").first
    }
    .filter { $0.hasPrefix("option_chains/") }
    #expect(Set(paths) == Set(Self.expected.map { "option_chains/\($0.path)"[...] }))
  }

  private func report(_ path: String, minute: Int = 960) throws -> ChainReport {
    let reading = try ChainFiles.read("option_chains/\(path)")
    return try ChainReport(
      of: ChainFiles.quotes(reading).map(\.quote), on: try #require(reading.first),
      minute: minute)
  }

  @Test func parityForwardsOfVolatilityOptionsAgreeWithTheSettlementsOfTheFutures() throws {
    let report = try report("cboe_datashop/VIX_EODQuotes_2016-06-01.csv")
    let settles = [
      "2016-06-15": 15.275, "2016-07-20": 17.525, "2016-08-17": 18.275, "2016-09-21": 19.075,
      "2016-10-19": 19.625, "2016-11-16": 19.775,
    ]
    let monthly = report.series.filter { settles[$0.expiration.description] != nil }
    #expect(monthly.count == settles.count)
    for series in monthly {
      let settle = try #require(settles[series.expiration.description])
      #expect(abs(series.forward - settle) <= 0.15, "\(series) \(settle)")
    }
    #expect(report.parityViolations.isEmpty)
    #expect(report.unassessed.isEmpty)
  }

  /// Neighbours tell an expiration's forward to 0.05 % and 0.2 % per year between
  /// them; morning and afternoon settlement of one date differ by less than 0.15 points.
  @Test(arguments: [
    ("cboe_delayed/spx_quotedata_2022-06-10_close.csv", 960),
    ("cboe_delayed/spx_quotedata_2023-06-09_1340.csv", 805),
  ])
  func parityForwardsOfTheIndexAreSmooth(path: String, minute: Int) throws {
    let report = try report(path, minute: minute)
    for root in [OptionRoot.spx, .spxw] {
      let series = report.series.filter { $0.root == root && $0.years > 0.002 }
      #expect(series.count >= 15)
      for (before, (middle, after)) in zip(series, zip(series.dropFirst(), series.dropFirst(2))) {
        let gap = after.years - before.years
        let share = (middle.years - before.years) / gap
        let expected = before.forward + share * (after.forward - before.forward)
        let deviation = abs(middle.forward / expected - 1)
        #expect(deviation <= 0.0005 + 0.002 * gap, "\(middle) \(expected)")
      }
    }
    let morning = report.series.filter { $0.root == .spx }
    for series in report.series where series.root == .spxw {
      guard let twin = morning.first(where: { $0.expiration == series.expiration }) else {
        continue
      }
      #expect(abs(twin.forward - series.forward) < 0.15, "\(twin) \(series)")
    }
    #expect(report.series.allSatisfy { $0.discountSource == .implied })
    #expect(report.parityViolations.isEmpty)
    #expect(report.calendarViolations.isEmpty)
  }
}
