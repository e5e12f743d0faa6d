import SiteSearch
import Testing

@Suite struct SearchIndexBuilderTests {
  private func document(_ url: String, date: String = "") -> SearchDocument {
    SearchDocument(url: url, title: "T", kind: "page", date: date, body: "text")
  }

  @Test func theSameDocumentsGiveTheSameBytesInAnyOrder() throws {
    for seed in 0..<20 as Range<UInt64> {
      var corpus = RandomCorpus(seed: seed)
      let documents = corpus.documents(upTo: 30)
      let first = try MemoryIndex(documents).files
      #expect(try MemoryIndex(documents.shuffled(using: &corpus.generator)).files == first)
    }
  }

  @Test func anEmptySiteHasAManifest() throws {
    let index = try MemoryIndex([])
    #expect(index.files.keys.sorted() == ["manifest.js"])
    let reader = try index.reader()
    #expect(reader.documentCount == 0)
    #expect(try reader.answer(to: SearchQuery("vix 2016", kind: "daily", date: "2016")).total == 0)
  }

  @Test func aSmallIndexIsAsDocumented() throws {
    let page = SearchDocument(
      url: "a/", title: "Put </script> \"\\", kind: "page", date: "2016-01-04",
      body: "puts\u{2028}é")
    let index = try MemoryIndex([page])
    let start = "hedgebookSearch(\"manifest\",\""
    let manifest = index.text("manifest.js")
    #expect(manifest.hasPrefix(start))
    let build = manifest.dropFirst(start.count).prefix { $0 != "\"" }
    #expect(
      manifest.contains(
        "\"documents\":1,\"length\":17,\"stem\":1,\"months\":\"apr 4,april 4,aug 8,august 8,"))
    #expect(
      manifest.hasSuffix(
        "\"kinds\":[\"page\"],\"runs\":\"01\",\"pages\":\"1\",\"terms\":\"2016-01-04\","
          + "\"sizes\":\"1\",\"lengths\":\"H\"});\n"))
    #expect(
      index.text("terms/0.js")
        == "hedgebookSearch(\"terms/0\",\"\(build)\","
        + "\"2016-01-04 13 @2016-01-04 0 e 0 put 14 script 13\");\n")
    #expect(
      index.text("pages/0.js")
        == "hedgebookSearch(\"pages/0\",\"\(build)\","
        + #"[["a/","Put \u003c/script> \"\\","2016-01-04","puts é"]]);"# + "\n")
  }

  @Test(
    "addresses stay within the site",
    arguments: [
      "/etc", "//host/a", "https://a/", "javascript:alert(1)", "a\\b", "../a", "a/../b", "a b",
      "a\nb", "a/..",
    ])
  func addresses(url: String) throws {
    #expect(throws: SearchIndexError.urlOutsideSite(url)) { try MemoryIndex([document(url)]) }
  }

  @Test(arguments: ["", "index.html", "a/?x=b:c/..", "a/b:c", "..a/", "daily/ü/"])
  func relativeAddressesAreAccepted(url: String) throws {
    #expect(try MemoryIndex([document(url)]).urls("text") == [url])
  }

  @Test(arguments: [
    "2016-1-4", "16", "2016-01-0", "04.01.2016", "2016-13", "20160104", "3000", "a",
  ])
  func datesAreChecked(date: String) throws {
    #expect(throws: SearchIndexError.invalidDate(url: "a/", date: date)) {
      try MemoryIndex([document("a/", date: date)])
    }
  }

  @Test func anAddressIsUsedOnce() throws {
    #expect(throws: SearchIndexError.repeatedURL("a/")) {
      try MemoryIndex([document("a/"), document("b/"), document("a/")])
    }
  }

  @Test func messagesSayWhatToDo() {
    #expect(
      SearchIndexError.repeatedURL("a/").description
        == "Two documents have the address \"a/\". Give each its own.")
    #expect(
      SearchIndexError.invalidDate(url: "a/", date: "x").description
        == "The document \"a/\" has the date \"x\". Write 2016-01-04, 2016-01 or 2016.")
    #expect(
      SearchIndexError.urlOutsideSite("/a").description
        == "The address \"/a\" is not relative to the site. Write it without scheme, leading slash, "
        + "backslash or \"..\".")
    #expect(
      SearchIndexError.missingFile("terms/0.js").description
        == "The search index has no file terms/0.js. Build the site again.")
  }

  @Test func shardsKeepTheirBounds() throws {
    let limits = SearchIndexLimits(
      termShardBytes: 512, pageShardBytes: 700, storedTextBytes: 300, answerBytes: 300_000)
    let pages = (0..<200).map { index in
      SearchDocument(
        url: "p/\(index)/", title: "Page \(index)", kind: "page",
        body: (0..<80).map { "word\(index * 7 + $0)" }.joined(separator: " "))
    }
    let index = try MemoryIndex(pages, analyzer: SearchAnalyzer(limits: limits))
    for (path, bytes) in index.files where path != "manifest.js" {
      #expect(bytes.count <= (path.hasPrefix("terms") ? 512 : 700), "\(path)")
    }
    #expect(try index.urls("word1472 ").first == "p/199/")
  }
}
