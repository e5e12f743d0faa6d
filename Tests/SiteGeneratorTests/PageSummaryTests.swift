import Testing

@testable import SiteGenerator

@Suite struct PageSummaryTests {
  @Test(arguments: [
    ("", ""), ("<h2>A</h2>", ""), ("<p>A &amp; <em>b</em>.</p><p>C</p>", "A & b."),
    ("<h2>A</h2>\n<p>B\nc</p>", "B c"), ("<p>A<sup id=\"r\"><a href=\"#f\">1</a></sup>.</p>", "A."),
    ("<p>never closed", ""),
  ])
  func theFirstParagraphInPlainWords(html: String, text: String) {
    #expect(PageSummary.beginning(of: html) == text)
  }

  @Test func aLongBeginningEndsAfterASentence() {
    let sentence = String(repeating: "word ", count: 20) + "end. "
    #expect(
      PageSummary.beginning(of: "<p>\(sentence)\(sentence)\(sentence)</p>")
        == String(sentence.dropLast()))
  }

  @Test func aLongSentenceEndsAfterAWord() {
    let text = PageSummary.beginning(of: "<p>\(String(repeating: "words ", count: 50))</p>")
    #expect(text.hasSuffix("words…"))
    #expect(text.count <= PageSummary.limit)
    let word = PageSummary.beginning(of: "<p>\(String(repeating: "a", count: 300))</p>")
    #expect(word == String(repeating: "a", count: PageSummary.limit - 1) + "…")
  }
}
