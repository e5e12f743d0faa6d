import MarketData
import Quant
import SiteGenerator
import Testing

/// Importing files into a site: what is stored, what is said, and what is left untouched.
struct DataImportTests {
  private let today = CalendarDate(year: 2026, month: 11, day: 25)
  private let series = "date,value\n2016-01-04,20.7\n2016-01-05,19.34\n"

  private func plan(
    _ files: [(String, String)], into site: [String: String] = [:], id: String? = nil,
    resolution: DataImport.Resolution? = nil
  ) throws -> ImportPlan {
    let date = try #require(today)
    return try DataImport(source: InMemoryFileSystem(site)).plan(
      files.map { DataImport.InputFile(name: $0.0, bytes: Array($0.1.utf8)) },
      options: DataImport.Options(id: id, resolution: resolution, today: date))
  }

  private func texts(_ plan: ImportPlan) -> [String: String] {
    plan.writes.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private var stored: [String: String] {
    get throws { texts(try plan([("downloads/VIX.csv", series)])) }
  }

  @Test func aNewSeriesBecomesASource() throws {
    let files = try stored
    #expect(files.keys.sorted() == ["Content/data/market/vix.csv", "Content/data/sources.yml"])
    #expect(files["Content/data/market/vix.csv"] == series)
    #expect(
      files["Content/data/sources.yml"] == """
        sources:
          - id: vix
            file: market/vix.csv
            format: series
            kind: published
            units: as published
            title: Series VIX
            publisher: Not stated in the file
            licence: "Not stated in the file; ask the publisher before showing it"
            retrieved: 2026-11-25
            imports:
              - name: "VIX.csv"
                sha256: 6062d138cff3367c291e03b4cdefba2459e56a5c4690a37bc615cd123fc6655a
                rows: 2
                first: 2016-01-04
                last: 2016-01-05

        """)
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let again = try plan([("other/name VIX.csv", series)], into: stored)
    #expect(again.writes.isEmpty)
    #expect(again.obstacles.isEmpty)
    #expect(
      again.reports.first?.actions == ["vix: this file was imported before; nothing changes"])
  }

  @Test func aLongerFileAddsItsNewRows() throws {
    let more = try plan([("VIX.csv", series + "2016-01-06,20.59\n")], into: stored)
    #expect(texts(more)["Content/data/market/vix.csv"] == series + "2016-01-06,20.59\n")
    #expect(more.reports.first?.actions == ["vix: 1 row added, 2 already stored"])
  }

  @Test func aDifferentWayToWriteANumberIsNoDifference() throws {
    let same = try plan([("VIX.csv", "date,value\n2016-01-04,20.700\n")], into: stored)
    #expect(same.obstacles.isEmpty)
    #expect(texts(same)["Content/data/market/vix.csv"] == series)
  }

  @Test func aDisagreementStopsTheImport() throws {
    let other = "date,value\n2016-01-04,20.8\n2016-01-06,20.59\n"
    let stopped = try plan([("VIX.csv", other)], into: stored)
    #expect(stopped.writes.isEmpty)
    #expect(
      stopped.obstacles.map(\.description) == [
        "VIX.csv: error: 1 value disagrees with what is stored for vix; the first: 2016-01-04: "
          + "value is stored as 20.7, the file has 20.8. Import again with --replace to take the "
          + "file's values or with --keep to leave the stored ones."
      ])
    #expect(
      stopped.reports.first?.actions == [
        "vix: 1 row added, 0 already stored, 1 differ (say --replace or --keep)",
        "  2016-01-04: value is stored as 20.7, the file has 20.8",
      ])
  }

  @Test func disagreementsAreResolvedAsTold() throws {
    let other = "date,value\n2016-01-04,20.8\n2016-01-06,20.59\n"
    let kept = try plan([("VIX.csv", other)], into: stored, resolution: .keep)
    #expect(texts(kept)["Content/data/market/vix.csv"] == series + "2016-01-06,20.59\n")
    let replaced = try plan([("VIX.csv", other)], into: stored, resolution: .replace)
    #expect(
      texts(replaced)["Content/data/market/vix.csv"]
        == "date,value\n2016-01-04,20.8\n2016-01-05,19.34\n2016-01-06,20.59\n")
  }

  @Test func whatThePublisherWroteInTheCatalogueSurvives() throws {
    var site = try stored
    site["Content/data/sources.yml"] = """
      # The sources of my notes.
      sources:
        - id: vix # the spot index
          file: market/vix.csv
          format: series
          kind: published
          title: "VIX: closes"
          publisher: Cboe
          licence: Terms of Cboe

        # Not bought yet.
        - id: reer
          format: series
          kind: published
          title: REER
          publisher: BIS
          licence: Terms of the BIS
      """
    let more = try plan([("VIX.csv", series + "2016-01-06,20.59\n")], into: site)
    let catalogue = try #require(texts(more)["Content/data/sources.yml"])
    let expected = """
      # The sources of my notes.
      sources:
        - id: vix # the spot index
          file: market/vix.csv
          format: series
          kind: published
          title: "VIX: closes"
          publisher: Cboe
          licence: Terms of Cboe
          imports:
            - name: "VIX.csv"
              sha256: 6787dd4b1c79171d90d3b14768bb0a20e6e69ea8e673866a3d5c0c759fb423a5
              rows: 3
              first: 2016-01-04
              last: 2016-01-06

        # Not bought yet.
        - id: reer
          format: series
          kind: published
          title: REER
          publisher: BIS
          licence: Terms of the BIS

      """
    #expect(catalogue == expected)
  }

  @Test func modelledAndObservedValuesDoNotMix() throws {
    var site = try stored
    site["Content/data/sources.yml"] = site["Content/data/sources.yml"]?
      .replacing("kind: published", with: "kind: modelled")
    let refused = try plan([("VIX.csv", series + "2016-01-06,20.59\n")], into: site)
    #expect(refused.writes.isEmpty)
    #expect(
      refused.obstacles.map(\.description) == [
        "Content/data/sources.yml:3:11: error: the source \"vix\" holds modelled values, VIX.csv "
          + "holds published ones. Remove the modelled source first, or import under another id "
          + "with --id."
      ])
  }

  @Test func oneBadFileStopsAll() throws {
    let stopped = try plan([("VIX.csv", series), ("notes.csv", "a,b\n1,2\n")])
    #expect(stopped.writes.isEmpty)
    #expect(stopped.reports.map(\.rows) == [2, 0])
    #expect(stopped.obstacles.map(\.code) == [.unknownFormat])
  }

  @Test func aFileWithMoreFaultsThanRowsIsNotStored() throws {
    let refused = try plan([("VIX.csv", "date,value\n2016-01-04,x\n2016-01-05,y\n2016-01-06,1\n")])
    #expect(refused.writes.isEmpty)
    #expect(
      refused.obstacles.map(\.description) == [
        "VIX.csv:2:12: error: 2 faults reject more than the 1 rows accepted; the first: value is "
          + "not a decimal number: \"x\". Check that the file is complete and of the kind series."
      ])
  }

  @Test func aSeriesThatNothingReadsIsKeptAsReference() throws {
    let kept = try plan([("skew.csv", series)])
    #expect(
      kept.reports.first?.actions == [
        "skew: 2 rows to Content/data/market/skew.csv, a new source; no computation reads this "
          + "source"
      ])
    #expect(texts(kept)["Content/data/sources.yml"]?.contains("    reference: true\n") == true)
  }

  @Test func advancesAndDeclinesTogetherMakeBreadth() throws {
    let plan = try plan([
      ("NYSE_advn.csv", "20160104, 800\n20160105, 1600\n"),
      ("NYSE_decln.csv", "20160104, 2300\n20160106, 2500\n"),
    ])
    #expect(
      texts(plan)["Content/data/market/breadth.csv"]
        == "date,advances,declines\n2016-01-04,800,2300\n")
    #expect(
      plan.reports.last?.actions.last
        == "breadth: 1 row to Content/data/market/breadth.csv, a new source")
    let again = try self.plan([("NYSE_advn.csv", "20160106, 700\n")], into: texts(plan))
    #expect(
      texts(again)["Content/data/market/breadth.csv"]
        == "date,advances,declines\n2016-01-04,800,2300\n2016-01-06,700,2500\n")
  }

  @Test func theReportIsJSON() throws {
    let report = try plan([("VIX.csv", "date,value\n2016-01-04,20.7\n2016-01-05,x\n")])
    #expect(
      try report.json() == """
        [
          {
            "file" : "VIX.csv",
            "first" : "2016-01-04",
            "kind" : "series",
            "last" : "2016-01-04",
            "problems" : [
              {
                "action" : "rejected",
                "code" : "invalid-number",
                "column" : 12,
                "line" : 3,
                "message" : "value is not a decimal number: \\"x\\". Write it with digits and a point, such as 17.25."
              }
            ],
            "rows" : 1,
            "symbols" : [

            ]
          }
        ]
        """)
  }

  @Test func aProblemOfTheWholeFileIsAtItsStartInJSON() throws {
    let report = try plan([("VIX.csv", "\u{FEFF}")])
    #expect(
      report.reports.first?.problems.map { [$0.line, $0.column] } == [[1, 1]])
    let panel = try plan([("positions.csv", "Symbol,Quantity,DTE\nSPY,3,\n")])
    #expect(panel.reports.first?.problems.map(\.line) == [nil])
    #expect(try panel.json().contains("\"column\" : 1,\n        \"line\" : 1,"))
    #expect(panel.table.contains("\n    positions.csv: rejected (unclear-name): neither the file"))
  }

  /// Three strikes of one expiration; the put of the middle one is 10 points too dear.
  private static let chain = """
    date,root,expiration,strike,right,bid,ask
    2016-01-04,SPX,2016-03-18,1850,put,18,19
    2016-01-04,SPX,2016-03-18,1850,call,167.7,168.7
    2016-01-04,SPX,2016-03-18,1900,put,30,31
    2016-01-04,SPX,2016-03-18,1900,call,129.8,130.8
    2016-01-04,SPX,2016-03-18,1950,put,45,46
    2016-01-04,SPX,2016-03-18,1950,call,94.9,95.9
    2016-01-04,SPX,2016-03-18,2000,put,75,76
    2016-01-04,SPX,2016-03-18,2000,call,65,66
    2016-01-04,SPX,2016-03-18,2050,put,95,96
    2016-01-04,SPX,2016-03-18,2050,call,45.1,46.1
    2016-01-04,SPX,2016-03-18,2100,put,126,127
    2016-01-04,SPX,2016-03-18,2100,call,26.2,27.2

    """

  @Test func aChainThatDoesNotFitTogetherIsReportedAndKept() throws {
    let imported = try plan([("chain.csv", Self.chain)])
    #expect(imported.obstacles.isEmpty)
    #expect(
      texts(imported)["Content/data/market/index-options.csv"]?.split(separator: "\n").count == 13)
    let problems = try #require(imported.reports.first?.problems)
    #expect(problems.map { "\($0.code) \($0.action)" } == ["parity-residual kept"])
    #expect(
      problems.first?.message.hasPrefix(
        "1 of 6 pairs of call and put is off parity by more than their half-spreads; the worst: "
          + "2016-01-04: call and put of SPX 2016-03-18 2000 are ") == true)
  }

  @Test func theReportIsATable() throws {
    let report = try plan([("VIX.csv", "date,value\n2016-01-04,20.7\n2016-01-05,x\n")])
    #expect(
      report.table == """
        VIX.csv
          kind      series
          rows      1 accepted
          dates     2016-01-04 to 2016-01-04
          problems  1 invalid-number rejected
            VIX.csv:3:12: rejected (invalid-number): value is not a decimal number: "x". Write it with digits and a point, such as 17.25.
          vix: 1 row to Content/data/market/vix.csv, a new source
        """)
  }
}
