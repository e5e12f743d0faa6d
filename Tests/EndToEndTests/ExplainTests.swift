import Foundation
import MarketData
import Quant
import SiteGenerator
import TestSupport
import Testing

/// `hedgebook explain` over the small site.
@Suite struct ExplainTests {
  private func session(
    _ date: String = "2016-01-05", profile: String? = nil, book: String? = nil
  ) throws -> ExplainQuery.Session {
    try ExplainQuery(
      source: DiskFileSystem(root: try TestSite("Sites/small").folder),
      product: DiskFileSystem(root: Repository.root())
    ).session(on: try #require(CalendarDate(date)), profile: profile, book: book)
  }

  private func message(_ work: () throws -> some Any) -> String {
    do {
      _ = try work()
      return "no error"
    } catch let list as DiagnosticList {
      return list.items.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func aPublishedValueLeadsToItsRow() throws {
    let text = try session().explain("vix.close", depth: 2).table
    #expect(text.contains("VIX, close (vix.close): 19.34  [published]\n"))
    #expect(
      text.contains(
        "  = The close of the VIX as published  (the file named below)\n"
          + "  Content/data/market/vix.csv:319:12: vix value 19.34 of 2016-01-05\n"))
    #expect(text.contains("\nSources\n  vix  [published] "))
    #expect(text.hasSuffix("Educational. Not advice. Computed from what was known at the close."))
  }

  @Test func aDerivedValueNamesItsInputsAndTheirRows() throws {
    let text = try session().explain("vix.change", depth: 1).table
    #expect(text.contains("= Today’s value less that of the session before: x₀ − x₁"))
    #expect(text.contains("\n  VIX, close (vix.close): 19.34  [published]\n"))
    #expect(text.contains("\n    Content/data/market/vix.csv:319:12: vix value 19.34"))
    #expect(
      text.contains(
        "\n    Content/data/market/vix.csv:318:12: vix value 20.7 of 2016-01-04 "
          + "(1 day old)"))
  }

  @Test func theDepthLimitsWhatIsFollowed() throws {
    let text = try session().explain("hedge.coverage", depth: 0).table
    #expect(text.contains("\n  … 2 inputs, see a greater --depth\n"))
    #expect(!text.contains("Sources"))
  }

  private struct Node: Decodable {
    var name: String?
    var title: String
    var rows: [Row]
    var inputs: [Node]

    struct Row: Decodable {
      var place: String
      var date: String?
      var known: String?
    }

    var all: [Row] { rows + inputs.flatMap(\.all) }
  }

  private struct Report: Decodable {
    struct Source: Decodable {
      var id: String
      var sha256: String
    }
    var value: Node
    var sources: [Source]
  }

  /// Every value of every session leads to rows of files, none of which lay in the future.
  @Test(arguments: ["2016-01-04", "2016-01-05", "2016-01-06"])
  func everyValueLeadsToRows(date: String) throws {
    let session = try session(date)
    let names = session.list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count > 80)
    for name in names {
      let json = try session.explain(String(name), depth: 9).json()
      let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
      #expect(!report.value.all.isEmpty, "\(name) leads to no row")
      for row in report.value.all {
        #expect(row.place.split(separator: ":").count == 3, "\(row.place)")
        if let known = row.known { #expect(known <= date, "\(name): \(row.place)") }
      }
      #expect(report.sources.allSatisfy { $0.sha256.count == 64 })
    }
  }

  @Test func anUnknownValueSuggestsTheNearest() throws {
    let session = try session()
    #expect(
      message { try session.explain("vix.clse", depth: 1) }
        == "VALUE: error: 2016-01-05 has no value `vix.clse`. Did you mean `vix.close`?")
    #expect(
      message { try session.explain("quite another thing", depth: 1) }
        == "VALUE: error: 2016-01-05 has no value `quite another thing`. "
        + "List the values of the session with --list.")
  }

  @Test func aDateWithoutASessionIsRefused() {
    #expect(
      message { try session("2016-01-09") }
        == "--date: error: 2016-01-09 is no session of the index history. "
        + "Choose a session from 2014-10-01 to 2016-01-06.")
  }

  @Test func aStandingProfileHasNoValues() {
    #expect(
      message { try session(profile: "bench-none") }
        == "--profile: error: the profile `bench-none` is a standing plan and has no values of "
        + "the day. Name a profile with a rule table.")
  }

  @Test func aBookThatIsNotThereIsRefused() {
    #expect(message { try session(book: "none") }.contains("the book `none` has no file"))
  }
}
