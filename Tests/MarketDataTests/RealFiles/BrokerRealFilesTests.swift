import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// Where the downloaded statements are; they are never part of this project.
private enum DownloadedStatements {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["HEDGEBOOK_DATA"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return (try? Repository.root())?.appendingPathComponent("../shared/data").standardizedFileURL
  }()

  static let areThere =
    folder.map {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("MANIFEST.csv").path)
    } ?? false

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: #require(folder).appendingPathComponent(path)))
  }

  /// The files of `brokers/` with the rows the MANIFEST gives them.
  static func listed() throws -> [(file: String, rows: Int)] {
    var problems: [Diagnostic] = []
    let table = CSVTable(
      parsing: try bytes("MANIFEST.csv"), file: "MANIFEST.csv", into: &problems)
    #expect(problems.isEmpty)
    return (1..<table.rowCount).compactMap { row in
      let file = table.text(row: row, field: 0)
      guard file.hasPrefix("brokers/") else { return nil }
      return (file, Int(table.text(row: row, field: 7)) ?? -1)
    }
  }
}

/// Every downloaded statement, recognised by content, against the MANIFEST.
@Suite(
  .enabled(
    if: DownloadedStatements.areThere,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct BrokerRealFilesTests {
  /// Lines that are neither accepted nor have a problem: the header of a table.
  private static let headers = ["brokers/thinkorswim/2021-12-29-PositionStatement.csv": 1]

  @Test func everyRowIsAcceptedOrExplained() throws {
    let files = try DownloadedStatements.listed()
    #expect(files.count == 5)
    for (file, rows) in files {
      let reading = try FileRecogniser.read(DownloadedStatements.bytes(file), file: file)
      let left = reading.problems.filter { $0.action != .kept }.count
      #expect(reading.rowCount + left + (Self.headers[file] ?? 0) == rows, "\(file)")
      #expect(reading.isSound, "\(file): \(reading.problems)")
    }
  }

  @Test func flexStatementsAgreeWithTheManifestRowForRow() throws {
    for (file, rows) in try DownloadedStatements.listed() where file.contains("ibkr_flex") {
      let reading = try FileRecogniser.read(DownloadedStatements.bytes(file), file: file)
      #expect(reading.kind == .ibkrFlex)
      #expect(reading.rowCount == rows, "\(file)")
      #expect(reading.problems.filter { $0.action != .kept }.isEmpty, "\(file)")
    }
  }

  @Test func thePositionStatementIsABookOfSPXOptions() throws {
    let file = "brokers/thinkorswim/2021-12-29-PositionStatement.csv"
    let reading = try FileRecogniser.read(DownloadedStatements.bytes(file), file: file)
    #expect(reading.kind == .thinkorswimPositions)
    #expect(reading.first?.description == "2021-12-29")
    #expect(reading.symbols == ["/MESH2", "SPX", "SPXW", "SPY"])
    guard case .holdings(let holdings) = reading.records else { return }
    #expect(holdings.count == 9)
    #expect(holdings.compactMap(\.contract).count == 6)
    #expect(Set(holdings.map(\.account)) == ["…0000"])
    #expect(holdings.allSatisfy { $0.entryPrice != nil && $0.mark != nil })
  }
}
