import Foundation
import MarketData
import TestSupport
import Testing

@testable import SiteGenerator

@Suite struct DisclaimerTests {
  /// 17 CFR 4.41(b)(1)(i), as it stands in the regulation.
  private static let statement =
    "These results are based on simulated or hypothetical performance results that have certain "
    + "inherent limitations. Unlike the results shown in an actual performance record, these results "
    + "do not represent actual trading. Also, because these trades have not actually been executed, "
    + "these results may have under-or over-compensated for the impact, if any, of certain market "
    + "factors, such as lack of liquidity. Simulated or hypothetical trading programs in general are "
    + "also subject to the fact that they are designed with the benefit of hindsight. No "
    + "representation is being made that any account will or is likely to achieve profits or losses "
    + "similar to these being shown."

  private func document(_ id: String) throws -> ContentDocument {
    let path = "Templates/disclaimers/\(id).md"
    let bytes = try DiskFileSystem(root: Repository.root()).read(path)
    let (document, problems) = collecting {
      ContentDocument(bytes: bytes, path: path, into: &$0)
    }
    #expect(problems.isEmpty)
    return try #require(document)
  }

  @Test func theStatementOnHypotheticalPerformanceIsThatOfTheRegulation() throws {
    #expect(Array(try document("hypothetical").body.trimmed.utf8) == Array(Self.statement.utf8))
  }

  @Test(arguments: Set(PageTrait.allCases.flatMap(\.requiredBlocks)).sorted())
  func theProductHasEveryBlockThatATraitRequires(id: String) throws {
    let document = try document(id)
    let (block, problems) = collecting { DisclaimerBlock(document, into: &$0) }
    #expect(problems.isEmpty)
    #expect(block.id == id)
    #expect(block.version >= 1)
    #expect(!block.title.isEmpty && !block.prose.markdown.trimmed.isEmpty)
  }

  @Test func everyPageShowsTheEducationalAndTheNonAffiliationBlock() {
    #expect(PageTrait.blocks(for: []) == ["education", "non-affiliation"])
    #expect(PageTrait.blocks(for: [.page]) == ["education", "non-affiliation"])
  }

  @Test func traitsAddTheirBlocksInAFixedOrder() {
    #expect(
      PageTrait.blocks(for: [.staleData, .options, .examplePositions, .simulatedResults]) == [
        "education", "non-affiliation", "example-positions", "hypothetical", "options",
        "stale-data",
      ])
    #expect(PageTrait.blocks(for: Set(PageTrait.allCases)).count == 9)
  }

  private let blocks: [String: DisclaimerBlock] = {
    var blocks: [String: DisclaimerBlock] = [:]
    for (id, version) in [("education", 2), ("non-affiliation", 1), ("options", 1)] {
      let text = "---\nid: \(id)\nversion: \(version)\ntitle: T\n---\nText.\n"
      var problems: [Diagnostic] = []
      guard let document = ContentDocument(bytes: Array(text.utf8), path: "x.md", into: &problems)
      else { continue }
      blocks[id] = DisclaimerBlock(document, into: &problems)
    }
    return blocks
  }()

  private func mark(_ id: String, _ version: Int) -> String {
    "<div data-disclaimer=\"\(id)\" data-version=\"\(version)\">Text.</div>"
  }

  @Test func aPageWithAllItsBlocksLacksNone() {
    let html = mark("education", 2) + mark("non-affiliation", 1)
    #expect(DisclaimerPolicy.missingBlocks(in: html, traits: [.page], blocks: blocks).isEmpty)
  }

  @Test func aBlockThatIsAbsentOfAnotherVersionOrUnknownIsMissing() {
    #expect(
      DisclaimerPolicy.missingBlocks(in: "", traits: [.page], blocks: blocks)
        == ["education", "non-affiliation"])
    let html = mark("education", 1) + mark("non-affiliation", 1) + mark("hindsight", 1)
    #expect(
      DisclaimerPolicy.missingBlocks(in: html, traits: [.options, .hindsight], blocks: blocks)
        == ["education", "options", "hindsight"])
  }

  @Test func theMarkInEscapedTextDoesNotCount() {
    let html = Markup.escaped(mark("education", 2) + mark("non-affiliation", 1))
    #expect(DisclaimerPolicy.missingBlocks(in: html, traits: [.page], blocks: blocks).count == 2)
  }

  @Test(arguments: [
    ("", "", true), ("a", "", true), ("", "a", false), ("abc", "abc", true), ("abc", "bc", true),
    ("abc", "abcd", false), ("aaab", "aab", true), ("größe", "öß", true), ("abc", "ac", false),
  ])
  func bytesAreSearched(text: String, pattern: String, expected: Bool) {
    #expect(text.utf8Contains(pattern) == expected)
  }

  /// A template at fault is at fault on all its pages: one error says so.
  @Test func aTemplateWithoutABlockIsReportedOnce() {
    let missing = ["b/", "a/", "c/"].map {
      DisclaimerPolicy.Missing(
        block: "education", template: "Templates/page.mustache", page: PagePath($0))
    }
    #expect(
      DisclaimerPolicy.diagnostics(missing).map(\.description) == [
        "Templates/page.mustache: error: the page /a/ and 2 more lack the disclaimer block "
          + "`education` that the content requires. Print the blocks of `disclaimers` with "
          + "data-disclaimer and data-version, and keep Templates/disclaimers/education.md."
      ])
    #expect(DisclaimerPolicy.diagnostics([]).isEmpty)
  }
}
