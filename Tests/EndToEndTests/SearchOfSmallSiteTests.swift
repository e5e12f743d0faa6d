import SiteGenerator
import SiteSearch
import Testing

/// The search index of the small site, asked as its script asks it.
@Suite struct SearchOfSmallSiteTests {
  private func reader(_ target: LinkTarget = .offline) throws -> SearchIndexReader {
    let files = try TestSite("Sites/small").build(target: target).files.byPath
    return try SearchIndexReader { files["search/index/" + $0] }
  }

  private func urls(_ query: SearchQuery, _ target: LinkTarget = .offline) throws -> [String] {
    try reader(target).answer(to: query).results.map(\.url)
  }

  @Test func resultsLinkAsPagesDo() throws {
    #expect(try urls(SearchQuery("pivot ")).first == "glossary/pivot/index.html")
    #expect(try urls(SearchQuery("pivot "), .web).first == "glossary/pivot/")
  }

  @Test func everyKindOfPageIsFound() throws {
    let reader = try reader()
    #expect(reader.kinds == ["daily", "lesson", "page", "rule", "term"])
    #expect(
      try urls(SearchQuery("", kind: "daily")) == [
        "daily/2016/01/04/index.html", "daily/2016/01/05/index.html", "daily/2016/01/06/index.html",
      ])
  }

  @Test func aDateAndItsMonthAreFound() throws {
    #expect(try urls(SearchQuery("5 January 2016")).first == "daily/2016/01/05/index.html")
    #expect(try urls(SearchQuery("January 2016")).first == "daily/2016/01/index.html")
  }

  @Test func aRuleThatFiredFindsItsDays() throws {
    let found = try urls(SearchQuery("price and obv diverge", kind: "daily"))
    #expect(found.contains("daily/2016/01/04/index.html"))
  }

  @Test func whatIsFoundOfACommentaryNamesTheModel() throws {
    let answer = try reader().answer(to: SearchQuery("quiet day after the fall"))
    let text = try #require(answer.results.first { $0.date == "2016-01-05" }).text
    #expect(text.contains("per vol point (modelled)"), "\(text)")
    #expect(text.contains("VIX at 19.34"), "\(text)")
  }

  @Test func disclaimersAreNotSearched() throws {
    for words in ["endorsed", "recommendation", "theocc"] {
      #expect(try urls(SearchQuery(words + " ")) == [], "\(words)")
    }
  }

  @Test func theSearchPageIsNotFound() throws {
    let all = try reader().answer(to: SearchQuery("", kind: "page"), limit: 100)
    #expect(!all.results.map(\.url).contains("search/index.html"))
    #expect(all.results.map(\.url).contains("about/index.html"))
  }

  @Test func aSiteCanDoWithoutSearch() throws {
    var site = try EditableSite(TestSite("Sites/small"))
    let file = "Content/site.yml"
    site.site.contents[file, default: []] += Array("search: off\n".utf8)
    let built = site.outcome(in: BuildSession())
    #expect(built.problems.isEmpty, "\(built.problems)")
    #expect(built.order.filter { $0.contains("search") } == [])
    for (path, bytes) in built.files where path.hasSuffix(".html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("/search/"), "\(path)")
    }
    site.site.contents[file] = Array("title: T\nsearch: maybe\n".utf8)
    #expect(
      site.outcome(in: BuildSession()).problems
        == "Content/site.yml:2:9: error: `search` is `maybe`, not one of on, off. "
        + "Write one of on, off after `search:`.")
  }
}
