import MarketData
import SiteGenerator
import Testing

/// A program that does not find its own files says how to give them back.
@Suite struct MissingProductTests {
  private func faults(_ name: String) throws -> [String] {
    do {
      _ = try SiteBuilder(
        source: DiskFileSystem(root: TestSite("Sites/\(name)").folder),
        product: InMemoryFileSystem([:]), target: .offline, jobs: 1, version: "test"
      ).build(timings: BuildTimings { 0 })
      return []
    } catch let list as DiagnosticList {
      return list.items.map(\.description)
    }
  }

  private static let remedy =
    "Install Hedgebook again with make install, or name the product’s folder with --product."

  @Test func everyTemplateThatIsMissingIsNamed() throws {
    #expect(
      try faults("pages-only")
        == ["home", "page"].map {
          "Templates/pages/\($0).mustache: error: the template is missing. \(Self.remedy)"
        })
  }

  @Test func aSiteWithWriteUpsMissesItsProfileFirst() throws {
    #expect(
      try faults("small") == [
        "Content/site.yml:7:10: error: there is no profile `seed-obv`. \(Self.remedy)"
      ])
  }
}
