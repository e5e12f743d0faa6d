import MarketData
import Quant
import Testing

/// Every downloaded file of VX futures, recognised by content, against the MANIFEST.
@Suite(
  .enabled(
    if: DownloadedFiles.areThere,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct FuturesRealFilesTests {
  /// What differs from the MANIFEST, with the reason.
  private static let explained = [
    // Cut at 2019-12-31 after it was listed (PROVENANCE).
    "vx_panels/quantintell_vix_futures_VX1_VX8.csv": "3211 rows to 2019-12-31"
  ]

  @Test func everyFileIsRead() throws {
    let files = try DownloadedFiles.listed(
      in: ["cfe_misc", "cfe_vx_new_format", "cfe_vx_old_format", "vx_panels"])
    #expect(files.count > 170)
    for item in files where !item.file.hasSuffix("vix_cash.csv") {
      let reading = try FileRecogniser.read(
        DownloadedFiles.bytes(item.file), file: item.file)
      let left = reading.problems.filter { $0.action != .kept }.count
      if let difference = Self.explained[item.file] {
        #expect(
          "\(reading.rowCount) rows to \(reading.last?.description ?? "")" == difference)
        continue
      }
      #expect(reading.rowCount + left == item.rows, "\(item.file): \(reading.rowCount), \(left)")
      guard left == 0, let first = item.first else { continue }
      #expect(reading.first?.description == first, "\(item.file)")
      #expect(reading.last?.description == item.last, "\(item.file)")
    }
  }

  @Test func everyContractIsOfItsKindAndItsFaultsAreOfKnownKinds() throws {
    var counts: [String: Int] = [:]
    for item in try DownloadedFiles.listed(in: ["cfe_vx_new_format", "cfe_vx_old_format"]) {
      let reading = try FileRecogniser.read(
        DownloadedFiles.bytes(item.file), file: item.file)
      #expect(reading.kind == .cfeContract, "\(item.file)")
      for problem in reading.problems {
        counts["\(problem.code?.rawValue ?? "?") \(problem.action?.rawValue ?? "?")", default: 0] +=
          1
      }
    }
    #expect(counts.keys.sorted() == ["missing-value skipped", "rescaled kept"], "\(counts)")
  }

  /// Ranks become the contracts whose own files hold the same settlement.
  @Test func panelAndContractFilesAgree() throws {
    var settlements: [String: Double] = [:]
    for item in try DownloadedFiles.listed(in: ["cfe_vx_old_format"]) {
      let reading = try FileRecogniser.read(
        DownloadedFiles.bytes(item.file), file: item.file)
      guard case .futures(let rows) = reading.records else { continue }
      for row in rows { settlements["\(row.date) \(row.expiration)"] = row.settle }
    }
    for panel in ["quantintell_vix_futures_VX1_VX8", "athruin_settle_by_contract_2008_2015"] {
      let file = "vx_panels/\(panel).csv"
      let reading = try FileRecogniser.read(DownloadedFiles.bytes(file), file: file)
      guard case .futures(let rows) = reading.records else { continue }
      var (same, other) = (0, 0)
      for row in rows {
        guard let settle = settlements["\(row.date) \(row.expiration)"] else { continue }
        if abs(settle - row.settle) < 0.006 { same += 1 } else { other += 1 }
      }
      // The two typing errors of 2008-04-21 in the contract files.
      #expect(same > 9_000 && other <= 3, "\(panel): \(same) agree, \(other) do not")
    }
  }
}
