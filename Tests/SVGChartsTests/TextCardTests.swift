import Testing

@testable import SVGCharts

@Suite struct TextCardTests {
  @Test func wordsBreakIntoLinesThatFit() {
    let text = "A divergence of price and volume is known: sixteen to twenty-nine December"
    let lines = TextCard.lines(text, size: 52, bold: true, limit: 3)
    #expect(lines.count == 3)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextWidth.of($0, size: 52, bold: true) <= 1060 })
  }

  @Test func whatDoesNotFitEndsInAnEllipsis() {
    let text = Array(repeating: "words", count: 200).joined(separator: " ")
    let lines = TextCard.lines(text, size: 30, bold: false, limit: 5)
    #expect(lines.count == 5)
    #expect(lines.last?.hasSuffix(" …") == true)
    #expect(TextCard.lines("", size: 30, bold: false, limit: 5) == [])
  }

  @Test func theFileIsWellFormed() throws {
    let svg = TextCard(kicker: "S&P", title: "<T>", text: "a \"b\"", foot: "").svg()
    let check = try SVGCheck(svg)
    #expect(check.all("text").map(\.text) == ["S&amp;P", "&lt;T&gt;", "a &quot;b&quot;"])
  }
}
