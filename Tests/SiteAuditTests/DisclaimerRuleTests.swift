import Testing

@testable import SiteAudit

/// The disclaimers of finished pages, without the source they were made from.
@Suite struct DisclaimerRuleTests {
  private func block(_ name: String, _ words: String, version: Int = 1) -> String {
    "<div data-disclaimer=\"\(name)\" data-version=\"\(version)\"><h2>\(name)</h2><p>\(words)</p></div>"
  }

  private func page(_ blocks: String, lists: String?, title: String = "Page") -> String {
    AuditedSite.page(
      blocks, title: title, attributes: lists.map { " data-disclaimers=\"\($0)\"" } ?? "")
  }

  @Test func aPageThatShowsWhatItListsIsGood() throws {
    let html = page(
      block("education", "No advice.") + block("options", "Risk.", version: 2),
      lists: "education@1 options@2")
    #expect(try AuditedSite(["index.html": html]).said() == [])
  }

  @Test func aBlockThatIsAbsentOrOfAnotherVersionIsReported() throws {
    let html = page(block("options", "Risk."), lists: "education@1 options@2")
    let remedy = "Print the blocks of `disclaimers` in the layout, and build the site again."
    #expect(
      try AuditedSite(["index.html": html]).said() == [
        "index.html:2:123: error: the page lists the disclaimer education@1 and does not show it. "
          + "\(remedy) [disclaimer-missing]",
        "index.html:2:123: error: the page lists the disclaimer options@2 and does not show it. "
          + "\(remedy) [disclaimer-missing]",
      ])
  }

  @Test func aBlockWithAHeadingAloneIsReported() throws {
    let html = page(block("education", " "), lists: "education@1")
    #expect(
      try AuditedSite(["index.html": html]).said() == [
        "index.html:4:1: error: the disclaimer education@1 has no words. Print the text of the "
          + "block, and build the site again. [disclaimer-missing]"
      ])
  }

  @Test func otherWordsThanTheCatalogueAreReported() throws {
    let files = [
      "about.html": page(
        block("education", "No advice.")
          + "<div data-wording=\"education@1\"><p>No <em>advice</em>.</p></div>",
        lists: "education@1", title: "About"),
      "index.html": page(block("education", "Advice."), lists: "education@1"),
    ]
    #expect(
      try AuditedSite(files).said() == [
        "index.html:4:1: error: the disclaimer education@1 has other words than in about.html. Give "
          + "a changed wording a new version, and build the site again. [disclaimer-wording]"
      ])
  }

  @Test func aPageWithoutListInASiteThatHasThemIsReported() throws {
    let files = [
      "a.html": page("", lists: nil, title: "A"),
      "b.html": page(block("education", "No advice."), lists: "education@1", title: "B"),
    ]
    #expect(
      try AuditedSite(files).said() == [
        "a.html:2:120: error: the page does not list the disclaimers that it has to show. Give its "
          + "<body> the attribute data-disclaimers, as the product’s layout does. [disclaimer-list]"
      ])
  }
}
