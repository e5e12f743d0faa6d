import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// Every downloaded statement, recognised by content, against the MANIFEST.
@Suite(
  .enabled(
    if: DownloadedFiles.areThere,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct BrokerRealFilesTests {
  /// Lines that are neither accepted nor have a problem: the header of a table.
  private static let headers = ["brokers/thinkorswim/2021-12-29-PositionStatement.csv": 1]

  @Test func everyRowIsAcceptedOrExplained() throws {
    let files = try DownloadedFiles.listed(in: ["brokers"])
    #expect(files.count == 5)
    for item in files {
      let (file, rows) = (item.file, item.rows)
      let reading = try FileRecogniser.read(DownloadedFiles.bytes(file), file: file)
      let left = reading.problems.filter { $0.action != .kept }.count
      #expect(reading.rowCount + left + (Self.headers[file] ?? 0) == rows, "\(file)")
      #expect(reading.isSound, "\(file): \(reading.problems)")
    }
  }

  @Test func flexStatementsAgreeWithTheManifestRowForRow() throws {
    for item in try DownloadedFiles.listed(in: ["brokers"]) where item.file.contains("ibkr_flex") {
      let (file, rows) = (item.file, item.rows)
      let reading = try FileRecogniser.read(DownloadedFiles.bytes(file), file: file)
      #expect(reading.kind == .ibkrFlex)
      #expect(reading.rowCount == rows, "\(file)")
      #expect(reading.problems.filter { $0.action != .kept }.isEmpty, "\(file)")
    }
  }

  @Test func thePositionStatementIsABookOfSPXOptions() throws {
    let file = "brokers/thinkorswim/2021-12-29-PositionStatement.csv"
    let reading = try FileRecogniser.read(DownloadedFiles.bytes(file), file: file)
    #expect(reading.kind == .thinkorswimPositions)
    #expect(reading.first?.description == "2021-12-29")
    #expect(reading.symbols == ["/MESH2", "SPX", "SPXW", "SPY"])
    guard case .holdings(let holdings) = reading.records else {
      Issue.record("the statement was read as \(reading.kind.rawValue)")
      return
    }
    #expect(holdings.count == 9)
    #expect(holdings.compactMap(\.contract).count == 6)
    #expect(Set(holdings.map(\.account)) == ["…0000"])
    #expect(holdings.allSatisfy { $0.entryPrice != nil && $0.mark != nil })
  }
}
