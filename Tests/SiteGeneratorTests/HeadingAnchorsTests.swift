import MarketData
import Testing

@testable import SiteGenerator

@Suite struct HeadingAnchorsTests {
  private func ids(_ html: String) -> [String] {
    tags(HeadingAnchors.addingIdentifiers(to: html)).compactMap { $0["id"] }
  }

  @Test func textWithoutHeadingsIsLeftAsItIs() {
    #expect(HeadingAnchors.addingIdentifiers(to: "<p>a</p>\n<hr />\n") == "<p>a</p>\n<hr />\n")
    #expect(HeadingAnchors.addingIdentifiers(to: "") == "")
  }

  @Test func everyLevelGetsAnIdentifier() {
    let html = (1...6).map { "<h\($0)>Level \($0)</h\($0)>" }.joined()
    #expect(ids(html) == (1...6).map { "s-level-\($0)" })
  }

  @Test func wordsAreJoinedByHyphensInLowerCase() {
    #expect(
      ids("<h2>What a <em>Condor</em> pays, in 2016!</h2>") == ["s-what-a-condor-pays-in-2016"])
  }

  @Test func lettersOfEveryScriptAreKept() {
    #expect(ids("<h2>Größe &amp; 規模</h2>") == ["s-größe-amp-規模"])
  }

  @Test func spacesThatDoNotBreakAreSpaces() {
    #expect(
      ids("<h2>Delta\u{202F}0.25,\u{A0}VIX\u{2009}18</h2>") == ["s-delta-0-25-vix-18"])
  }

  @Test func aHeadingWithoutWordsIsASection() {
    #expect(
      ids("<h2></h2><h2>!?</h2><h2><img alt=\"x\" /></h2>") == [
        "section", "section-2", "section-3",
      ])
  }

  @Test func repeatedHeadingsAreNumbered() {
    #expect(ids("<h2>A</h2><h3>A</h3><h2>A</h2>") == ["s-a", "s-a-2", "s-a-3"])
  }

  /// A heading may already be written like the number that a repeated one gets.
  @Test func numberedIdentifiersDoNotMeetWrittenOnes() {
    for html in [
      "<h2>A</h2><h2>A</h2><h2>A 2</h2>", "<h2>A 2</h2><h2>A</h2><h2>A</h2>",
      "<h2>A</h2><h2>A 2</h2><h2>A</h2><h2>A 2</h2><h2>A</h2>",
    ] {
      let found = ids(html)
      #expect(Set(found).count == found.count, "\(found)")
    }
  }

  @Test func aHeadingCannotTakeAnIdentifierOfThePage() {
    #expect(ids("<h2>main</h2><h2>Book</h2>") == ["s-main", "s-book"])
  }

  @Test func aTagThatIsNotClosedIsLeftAsItIs() {
    #expect(HeadingAnchors.addingIdentifiers(to: "<h2>A") == "<h2>A")
  }
}
