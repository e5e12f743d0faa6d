import MarketData
import TestSupport
import Testing

@testable import SiteGenerator

/// Tags of lessons, terms and write-ups, their pages, and pages related by them.
@Suite struct TagPagesTests {
  private static func site() throws -> EditableSite {
    var site = try EditableSite(TestSite("Sites/small"))
    site.replace("title: ", "tags: [swing-highs]\ntitle: ", in: "Content/glossary/pivot.md")
    site.replace(
      "title: ", "tags: [swing-highs, second]\ntitle: ", in: "Content/lessons/01-one-condor.md")
    site.replace("title: ", "tags: [second]\ntitle: ", in: "Content/reports/2016-01-05.md")
    return site
  }

  private func html(_ outcome: EditableSite.Outcome, _ path: String) -> String {
    String(decoding: outcome.files["\(path)index.html"] ?? [], as: UTF8.self)
  }

  @Test func aTagHasAPageThatListsItsPages() throws {
    let outcome = try Self.site().outcome(in: BuildSession())
    #expect(outcome.problems.isEmpty, "\(outcome.problems)")
    let tag = html(outcome, "tags/swing-highs/")
    #expect(tag.contains("<h1>Swing highs</h1>"))
    #expect(tag.contains("<a href=\"../../lessons/01-one-condor/\">"))
    #expect(tag.contains("<a href=\"../../glossary/pivot/\">"))
    #expect(!tag.contains("daily/2016/01/05/"))
    let all = html(outcome, "tags/")
    #expect(all.contains("<a href=\"second/\">Second</a> <span class=\"muted\">2 pages</span>"))
    let sitemap = String(decoding: outcome.files["sitemap.xml"] ?? [], as: UTF8.self)
    #expect(sitemap.contains("https://small.example/tags/second/"))
    let problems = try outcome.files.map { OutputFile(path: $0.key, bytes: $0.value) }.check()
      .problems
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func pagesNameTheirTagsAndWhatIsRelated() throws {
    let outcome = try Self.site().outcome(in: BuildSession())
    let term = html(outcome, "glossary/pivot/")
    #expect(
      term.contains(
        "<p class=\"small tags\">Tags: <a href=\"../../tags/swing-highs/\">Swing highs</a>.</p>"))
    let related = WriteUp(html: term).text(of: "related")
    #expect(related.contains("lesson") && !related.contains("write-up"), "\(related)")
    let day = html(outcome, "daily/2016/01/05/")
    #expect(WriteUp(html: day).text(of: "related").contains("lesson"))
    #expect(!html(outcome, "daily/2016/01/06/").contains("id=\"related\""))
  }

  @Test func aSiteWithoutTagsHasNoPagesOfTags() throws {
    let outcome = try EditableSite(TestSite("Sites/small")).outcome(in: BuildSession())
    #expect(!outcome.files.keys.contains { $0.hasPrefix("tags/") })
  }

  /// A title is shown on the pages that are related and on those of tags, and on no other.
  @Test func aNewTitleMakesTheRelatedPagesAnew() throws {
    var site = try Self.site()
    let session = BuildSession()
    _ = site.outcome(in: session)
    site.replace("title: ", "title: New ", in: "Content/lessons/01-one-condor.md")
    let outcome = site.outcome(in: session)
    // The lesson and the list of lessons; the term and the write-up that are related; both tags and
    // the list of tags.
    #expect(session.pages.renderedCount == 7)
    #expect(outcome == site.outcome(in: BuildSession()))
    #expect(html(outcome, "tags/second/").contains("New "))
  }

  /// Links may lead to a tag, so that a tag that goes is a fault of the pages that name it.
  @Test func aTagThatGoesIsMissedWhereItIsLinked() throws {
    var site = try Self.site()
    site.append("\n[More](/tags/second/)\n", to: "Content/pages/about.md")
    let session = BuildSession()
    #expect(site.outcome(in: session).problems.isEmpty)
    site.replace("tags: [second]\n", "", in: "Content/reports/2016-01-05.md")
    site.replace(", second]", "]", in: "Content/lessons/01-one-condor.md")
    let outcome = site.outcome(in: session)
    #expect(outcome.problems.contains("the link /tags/second/ leads to no page"))
    #expect(outcome == site.outcome(in: BuildSession()))
  }

  @Test func searchFindsAPageByItsTag() throws {
    let outcome = try Self.site().outcome(in: BuildSession())
    let terms = outcome.files.filter { $0.key.hasPrefix("search/index/terms/") }
      .map { String(decoding: $0.value, as: UTF8.self) }.joined()
    #expect(terms.contains("swing"))
  }
}
