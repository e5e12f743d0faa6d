import Testing
import TextDistance

@testable import SiteGenerator

@Suite struct SpellingTests {
  @Test(arguments: [
    ("titel", "title"), ("summry", "summary"), ("TITLE", "title"), ("title", "title"),
    ("sumary", "summary"),
  ])
  func aNearNameIsSuggested(name: String, expected: String) {
    #expect(Spelling.nearest(to: name, among: ["order", "summary", "title"]) == expected)
  }

  @Test func aFarNameIsNotSuggested() {
    #expect(Spelling.nearest(to: "colour", among: ["title", "summary"]) == nil)
    #expect(Spelling.nearest(to: "spx.close", among: ["drag.cap"]) == nil)
  }

  @Test func nothingIsNearAmongNoCandidates() {
    #expect(Spelling.nearest(to: "title", among: []) == nil)
  }

  @Test func anEmptyNameIsNearOnlyToNamesOfTwoLetters() {
    #expect(Spelling.nearest(to: "", among: ["title", "to"]) == "to")
  }

  @Test func ofTwoNamesEquallyNearTheFirstIsSuggested() {
    #expect(Spelling.nearest(to: "vx", among: ["vx1", "vx2"]) == "vx1")
    #expect(Spelling.nearest(to: "vx", among: ["vx2", "vx1"]) == "vx2")
  }

  @Test func theLimitIsAThirdOfTheLength() {
    #expect(Spelling.nearest(to: "book.netVega", among: ["book.netThet"]) == "book.netThet")
    #expect(Spelling.nearest(to: "abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
    #expect(Spelling.nearest(to: "abcdefghi", among: ["abcdewxyz"]) == nil)
  }
}
