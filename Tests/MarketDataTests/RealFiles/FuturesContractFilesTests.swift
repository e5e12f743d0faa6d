import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// The downloaded VX files against the MANIFEST beside them.
@Suite(
  .enabled(
    if: DownloadedFiles.areThere,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct FuturesContractFilesTests {
  @Test func everyRowOfEveryFileIsAcceptedOrReported() throws {
    var counts: [String: Int] = [:]
    for item in try DownloadedFiles.futures() {
      let reading = try FileRecogniser.read(try DownloadedFiles.bytes(item.file), file: item.file)
      let left = Set(
        reading.problems.filter { $0.action == .skipped || $0.action == .rejected }.compactMap(
          \.location.line)
      ).count
      // Cut at 2019-12-31 after it was listed (PROVENANCE).
      let isCut = item.file.hasSuffix("VX1_VX8.csv")
      #expect(
        reading.rowCount + left == (isCut ? 3211 : item.rows),
        "\(item.file): \(reading.rowCount) + \(left)")
      if left == 0, !isCut, let first = item.first {
        #expect(reading.first?.description == first, "\(item.file)")
        #expect(reading.last?.description == item.last, "\(item.file)")
      }
      for problem in reading.problems {
        let key = [
          reading.kind.rawValue, problem.code?.rawValue ?? "-", problem.action?.rawValue ?? "-",
        ].joined(separator: " ")
        counts[key, default: 0] += 1
      }
    }
    #expect(
      counts.map { "\($0.key): \($0.value)" }.sorted() == [
        "cfe-contract missing-value skipped: 992", "cfe-contract rescaled kept: 39",
        "cfe-final-settlements rescaled kept: 1",
        "cfe-final-settlements unsupported-instrument skipped: 592",
        "cfe-volume repeated-column kept: 2", "vx-rank-panel out-of-time kept: 1128",
        "vx-rank-panel unknown-column kept: 1",
      ])
  }

  /// Every settlement of the panels equals the one in the contract's own file, where there is one.
  @Test func panelsAgreeWithContractFiles() throws {
    var settles: [String: Double] = [:]
    for item in try DownloadedFiles.futures() where item.file.hasPrefix("cfe_vx") {
      for row in try Self.settlements(item.file) where row.date < row.expiration {
        settles["\(row.date) \(row.expiration)"] = row.settle
      }
    }
    for (panel, least) in [
      ("vx_panels/quantintell_vix_futures_VX1_VX8.csv", 19_000),
      ("vx_panels/athruin_settle_by_contract_2008_2015.csv", 8_000),
    ] {
      var compared = 0
      var different: [String] = []
      for row in try Self.settlements(panel) {
        let key = "\(row.date) \(row.expiration)"
        guard let settle = settles[key] else { continue }
        compared += 1
        if abs(settle - row.settle) > 1e-9 { different.append("\(key) \(row.settle) \(settle)") }
      }
      #expect(compared > least, "\(panel): \(compared)")
      // A slip in the exchange's old file, from which this panel was made (PROVENANCE).
      #expect(
        different.allSatisfy { $0 == "2013-05-28 2014-02-19 10.25 20.1" }, "\(panel): \(different)")
    }
  }

  private static func settlements(_ file: String) throws -> [FuturesSettlement] {
    let reading = try FileRecogniser.read(try DownloadedFiles.bytes(file), file: file)
    guard case .futures(let rows) = reading.records else { return [] }
    return rows
  }
}

extension DownloadedFiles {
  /// The files of VX futures; the panel of cash indices is none.
  fileprivate static func futures() throws -> [Listed] {
    try listed(
      in: ["cfe_misc", "cfe_vx_new_format", "cfe_vx_old_format", "vx_panels"]
    ).filter { !$0.file.hasSuffix("vix_cash.csv") }
  }
}
