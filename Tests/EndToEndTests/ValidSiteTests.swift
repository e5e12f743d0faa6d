import Foundation
import MarketData
import SiteGenerator
import Testing

/// Every folder of `Sites/` is a small site with one idea; `expected.yml` holds what is to be true of
/// it once it is built (`Sites/README.md`).
@Suite struct ValidSiteTests {
  static let cases: [String] = {
    do {
      let folder = try TestSite.tests().appendingPathComponent("Sites")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { folder.appendingPathComponent($0).hasDirectoryPath }.sorted()
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test func thereAreCases() {
    #expect(Self.cases.count >= 25)
  }

  @Test(arguments: cases)
  func theSiteIsWhatItsCaseExpects(name: String) throws {
    let site = try ValidSite(name)
    let built = try site.build(jobs: 1)
    let differences = site.expected.differences(from: built)
    #expect(differences.isEmpty, "\(name):\n\(differences.joined(separator: "\n"))")
    let findings = try built.files.check().problems
    #expect(findings.isEmpty, "\(name): \(findings)")
    #expect(try site.build(jobs: 3).files == built.files, "\(name): other bytes with more threads")
  }

  @Test func eachKindOfExpectationCanFail() throws {
    let expected = try SiteExpectation(
      yaml: """
        leftOut: ["Content/pages/b.md, a draft; --drafts shows it"]
        warnings: "Content/site.yml:1:1: warning: made up. Nothing to do."
        files: [index.html]
        holds: [nowhere.html]
        lacks: [about/index.html]
        pages:
          nowhere.html: {}
          about/index.html:
            says: [About, no such words]
            saysNot: [About]
            order: [Text., About]
            markup: [<nosuch>]
            markupNot: [<html]
        """)
    let differences = expected.differences(from: try ValidSite("pages-only").build(jobs: 1))
    #expect(
      differences == [
        "leaves out:\n  expected: Content/pages/b.md, a draft; --drafts shows it\n  found:    ",
        "warns:\n  expected: Content/site.yml:1:1: warning: made up. Nothing to do.\n  found:    ",
        "files:\n  expected: index.html\n  found:    about/index.html, feed.json, feed.xml, "
          + "index.html",
        "nowhere.html is not written",
        "about/index.html is written",
        "about/index.html does not say `no such words`",
        "about/index.html says `About`",
        "about/index.html does not say `Text.` in this order",
        "about/index.html does not hold `<nosuch>`",
        "about/index.html holds `<html`",
        "nowhere.html is not written",
      ])
  }

  @Test(arguments: ["page: {}", "pages: {index.html: {say: [a]}}", "says: [a]"])
  func aKeyThatNobodyReadsIsRefused(yaml: String) {
    #expect(throws: (any Error).self) { try SiteExpectation(yaml: yaml) }
  }
}
