import ALVH
import Foundation
import MarketData
import SiteGenerator
import Quant
import Testing

@Suite struct SmallSiteTests {
  /// Golden files; assets are the product's and are only looked for, and records have tests of
  /// their own (`DayRecordTests`), because they hold the whole decision.
  @Test func theSmallSiteIsWrittenAsAccepted() throws {
    let site = try TestSite("Sites/small")
    let files = try site.build().files.byPath
    #expect(files["assets/style.css"]?.isEmpty == false)
    let golden = GoldenFolder(folder: site.folder.appendingPathComponent("Expected"))
    let differences = try golden.differences(
      from: files.filter { !$0.key.hasPrefix("assets/") && !$0.key.hasPrefix("api/") })
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test func theNumberOfThreadsDoesNotChangeAByte() throws {
    let site = try TestSite("Sites/small")
    #expect(try site.build(jobs: 1).files == site.build(jobs: 2).files)
    #expect(try site.build(jobs: 1).files == site.build(jobs: 7).files)
  }

  @Test func aSecondBuildWritesTheSameBytes() throws {
    let site = try TestSite("Sites/small")
    #expect(try site.build().files == site.build().files)
  }

  @Test(arguments: [LinkTarget.offline, .web])
  func theCheckFindsNothing(target: LinkTarget) throws {
    let output = try TestSite("Sites/small").build(target: target)
    #expect(output.warnings.isEmpty)
    let (pages, problems) = try output.files.check()
    #expect(pages == output.pageCount)
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func aSiteOfPagesAloneBuilds() throws {
    let output = try TestSite("Sites/pages-only").build()
    #expect(
      output.files.map(\.path).sorted()
        == [
          "about/index.html", "assets/favicon.svg", "assets/figures.js", "assets/search.js",
          "assets/style.css", "feed.json", "feed.xml", "index.html", "search/index.html",
          "search/index/manifest.js", "search/index/pages/0.js", "search/index/terms/0.js",
        ])
    #expect(output.decisions.isEmpty)
    let problems = try output.files.check().problems
    #expect(problems.isEmpty, "\(problems)")
  }

  /// The write-ups are those of the sessions from `from` to `to`, in order.
  @Test func theDecisionsAreThoseOfTheConfiguredSessions() throws {
    let decisions = try TestSite("Sites/small").build().decisions
    #expect(decisions.map(\.date.description) == ["2016-01-04", "2016-01-05", "2016-01-06"])
  }
}
