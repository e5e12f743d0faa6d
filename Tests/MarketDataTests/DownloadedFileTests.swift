import Foundation
import MarketData
import Quant
import Testing

/// Files as vendors publish them, which cannot be distributed with this project.
///
/// They are read from the folder named by the environment variable `HEDGEBOOK_DATA`, else from
/// `../shared/data` beside the package. Without the folder every test here is skipped, and the test
/// run says so.
private enum Downloads {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["HEDGEBOOK_DATA"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.appendingPathComponent("../shared/data", isDirectory: true).standardizedFileURL
  }()

  static let areThere = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("cboe_indices/VIX_History.csv").path)

  static let gzip = "/usr/bin/gzip"
  static let canUnzip = FileManager.default.isExecutableFile(atPath: gzip)

  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(path)))
  }

  static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(path).path
    ).filter { $0.hasSuffix(".csv") }.sorted().map { "\(path)/\($0)" }
  }

  static func unzipped(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: gzip)
    process.arguments = ["-dc", folder.appendingPathComponent(path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](data)
  }
}

// Skipped, and reported as skipped, when the folder of downloaded files is absent.
@Suite(.enabled(if: Downloads.areThere, "HEDGEBOOK_DATA names no folder with downloaded files"))
struct DownloadedFileTests {
  @Test func volatilityIndexHistory() throws {
    var problems: [Diagnostic] = []
    let bars = CboeIndexReader.read(
      try Downloads.bytes("cboe_indices/VIX_History.csv"), file: "VIX_History.csv",
      into: &problems)
    #expect(bars.count == 9234)
    #expect(bars.first?.date.description == "1990-01-02")
    #expect(bars.first?.close == 17.24)
    #expect(bars.last?.close == 16.64)
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(
      problems.last?.description
        == "VIX_History.csv:4060:12: warning: OPEN 41.600000 is above HIGH 13.610000; the bar is "
        + "kept. Check the row against its source if the range of the bar is used.")
  }

  @Test func otherIndexHistories() throws {
    for (name, count) in [("VIX3M", 4235), ("VIX9D", 3909)] {
      var problems: [Diagnostic] = []
      let bars = CboeIndexReader.read(
        try Downloads.bytes("cboe_indices/\(name)_History.csv"), file: name, into: &problems)
      #expect(bars.count == count)
      #expect(problems.allSatisfy { $0.severity == .warning })
    }
  }

  @Test(.enabled(if: Downloads.canUnzip)) func yahooIndexBars() throws {
    var problems: [Diagnostic] = []
    let bars = YahooBarsReader.read(
      try Downloads.unzipped("yahoo/arch_sp500.csv.gz"), file: "sp500.csv", into: &problems)
    #expect(bars.count == 5031)
    #expect(bars.first?.date.description == "1999-01-04")
    #expect(bars.first?.volume == 877_000_000)
    #expect(bars.last?.date.description == "2018-12-31")
    #expect(bars.last?.close == 2506.850098)
    #expect(problems.map(\.description) == [])
  }

  @Test func barsWithoutVolume() throws {
    var problems: [Diagnostic] = []
    let bars = YahooBarsReader.read(
      try Downloads.bytes("yahoo/GSPC_ohlc_1927_2026.csv"), file: "gspc.csv", into: &problems)
    #expect(bars.count == 24748)
    #expect(bars.first?.close == 17.65999984741211)
    #expect(bars.allSatisfy { $0.volume == nil })
    #expect(problems.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: ["cfe_vx_old_format", "cfe_vx_new_format"])
  func futuresContracts(folder: String) throws {
    let names = try Downloads.names(in: folder)
    #expect(!names.isEmpty)
    for name in names {
      var problems: [Diagnostic] = []
      let expiration = try #require(CFEContractReader.expiration(named: name))
      let file = try Downloads.bytes(name)
      let settlements = CFEContractReader.read(
        file, file: name, expiration: expiration, into: &problems)
      #expect(problems.filter { $0.severity == .error }.map(\.description) == [])
      let settled = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .filter { $0.count > 6 && Double($0[6]) ?? 0 > 0 }
      #expect(settlements.count == Set(settled.map { $0[0] }).count, "\(name)")
      #expect(settlements.allSatisfy { $0.settle >= 1 && $0.settle < 90 }, "\(name)")
      #expect(settlements.allSatisfy { $0.date <= expiration }, "\(name)")
    }
  }

  @Test func rescaledContract() throws {
    var problems: [Diagnostic] = []
    let settlements = CFEContractReader.read(
      try Downloads.bytes("cfe_vx_old_format/CFE_F05_VX.csv"), file: "CFE_F05_VX.csv",
      expiration: try #require(CalendarDate("2005-01-19")), into: &problems)
    #expect(settlements.first?.settle == 16.7)
    #expect(settlements.last?.settle == 12.772)
    #expect(settlements.last?.date == settlements.last?.expiration)
    #expect(problems.isEmpty)
  }

  @Test func everyFileReadByTheWrongReaderIsAnErrorNotACrash() throws {
    let files = try ["fomc", "nyse_breadth", "vx_panels", "cboe_indices"].flatMap {
      try Downloads.names(in: $0)
    }
    for name in files {
      var problems: [Diagnostic] = []
      _ = OptionQuoteReader.read(try Downloads.bytes(name), file: name, into: &problems)
      #expect(problems.contains { $0.severity == .error }, "\(name)")
    }
  }
}
