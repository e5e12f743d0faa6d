import SiteSearch
import Testing

@Suite struct SearchQueryTests {
  private func sample() throws -> MemoryIndex { try MemoryIndex(SamplePages.all) }

  @Test(
    "a page is found by the words of each field",
    arguments: [
      ("condor", ["lessons/condor/"]), ("pay-off ", ["lessons/condor/"]),
      ("break-even ", ["lessons/condor/"]), ("loss", ["daily/2016-01-04/"]),
      ("S&P", ["daily/2016-01-04/"]), ("2012.66", ["daily/2016-01-04/"]),
      ("contango", ["glossary/contango/", "daily/2016-01-04/"]), ("gamma", []), ("", []), ("…", []),
    ])
  func fields(query: String, urls: [String]) throws {
    #expect(try sample().urls(query) == urls)
  }

  @Test(
    "a date is found by its parts and in words",
    arguments: [
      "2016-01-04", "2016-01", "2016", "2016 ", "4 Jan 2016", "January 4, 2016", "January 2016",
    ])
  func dates(query: String) throws {
    #expect(try sample().urls(query) == ["daily/2016-01-04/"])
  }

  @Test func anotherMonthFindsNothing() throws {
    #expect(try sample().urls("2016-02 ") == [])
    #expect(try sample().urls("2016-01-05 ") == [])
  }

  @Test func onlyTheLastWordIsCompleted() throws {
    #expect(try sample().urls("backw") == ["glossary/contango/"])
    #expect(try sample().urls("backw ") == [])
    #expect(try sample().urls("backw cond") == ["lessons/condor/"])
    #expect(try sample().urls("b") == [], "one letter is not completed")
  }

  @Test func theWordItselfComesBeforeLongerWords() throws {
    let pages = [
      SearchDocument(url: "a/", title: "", kind: "page", body: "volume volatility volumes"),
      SearchDocument(url: "b/", title: "", kind: "page", body: "vol and other words besides"),
      SearchDocument(url: "c/", title: "", kind: "page", body: "nothing"),
    ]
    let index = try MemoryIndex(pages)
    #expect(try index.urls("vol") == ["b/", "a/"])
    #expect(try index.urls("vol ") == ["b/"])
    #expect(try index.urls("volu") == ["a/"])
  }

  @Test func facetsNarrow() throws {
    let index = try sample()
    #expect(try index.urls("contango", kind: "term") == ["glossary/contango/"])
    #expect(try index.urls("contango", date: "2016-01") == ["daily/2016-01-04/"])
    #expect(try index.urls("contango", date: "2015") == [])
    #expect(try index.urls("contango", kind: "none") == [])
    #expect(try index.urls("", kind: "lesson") == ["lessons/condor/"])
    #expect(try index.urls("", date: "2016") == ["daily/2016-01-04/"])
    #expect(try index.reader().kinds == ["daily", "lesson", "term"])
  }

  @Test func aResultSaysWhatThePageIs() throws {
    let answer = try sample().reader().answer(to: SearchQuery("vix"), limit: 1)
    let result = try #require(answer.results.first)
    #expect(result.title == "Hedge write-up, Monday 4 January 2016")
    #expect(result.kind == "daily")
    #expect(result.date == "2016-01-04")
    #expect(result.text.hasPrefix("The S&P 500 closed at 2,012.66;"))
    #expect(answer.total == 1)
  }

  @Test func limitsOfResultsAreKept() throws {
    let reader = try sample().reader()
    let query = SearchQuery("the condor contango")
    #expect(try reader.answer(to: query, limit: 2).results.count == 2)
    #expect(try reader.answer(to: query, limit: 0).total == 3)
    #expect(try reader.answer(to: query, limit: -1).results.isEmpty)
  }

  @Test func commonWordsAreLeftOutWhenTheBudgetIsSpent() throws {
    // 1,500 pages hold "the" and "and": a shard each. The budget allows one.
    let limits = SearchIndexLimits(
      termShardBytes: 2048, pageShardBytes: 256, storedTextBytes: 256, answerBytes: 8192)
    let pages = (0..<1500).map {
      SearchDocument(
        url: "p\($0)", title: "", kind: "page", body: "the and the and page\($0) rare\($0 % 500)")
    }
    let analyzer = SearchAnalyzer(limits: limits)
    let reader = try MemoryIndex(pages, analyzer: analyzer).reader()
    let answer = try reader.answer(to: SearchQuery("the rare7 and "))
    #expect(answer.omittedTerms == ["the", "and"])
    #expect(answer.total == 3)
    #expect(
      try reader.answer(to: SearchQuery("the ")).total == 1500, "one word is always looked for")
  }
}
