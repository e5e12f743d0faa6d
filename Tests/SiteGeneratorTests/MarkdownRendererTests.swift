import MarketData
import Testing

@testable import SiteGenerator

@Suite struct MarkdownRendererTests {
  private func html(_ markdown: String) -> String {
    MarkdownRenderer(resolveLink: { $0.destination }, renderDirective: { _ in nil })
      .html(markdown, file: "x.md", line: 1)
  }

  private func links(_ markdown: String, line: Int = 1) -> [MarkdownLink] {
    var found: [MarkdownLink] = []
    let renderer = MarkdownRenderer(
      resolveLink: { link in
        found.append(link)
        return link.destination
      }, renderDirective: { _ in nil })
    _ = renderer.html(markdown, file: "x.md", line: line)
    return found
  }

  @Test func nothingGivesNothing() {
    #expect(html("") == "")
    #expect(html("\n\n") == "")
  }

  @Test func paragraphsEmphasisAndCode() {
    #expect(html("a *b* `c<d`\n") == "<p>a <em>b</em> <code>c&lt;d</code></p>\n")
  }

  @Test func headingsHaveAnchors() {
    #expect(html("## One idea\n") == "<h2 id=\"s-one-idea\">One idea</h2>\n")
  }

  @Test func linksAreMetWithTheirLineInTheFile() {
    let found = links("# a\n\ntext [one](/x/)\nand [two](/y/)\n\n![three](/z.png)\n", line: 10)
    #expect(found.map(\.destination) == ["/x/", "/y/", "/z.png"])
    #expect(found.map(\.location.line) == [12, 13, 15])
    #expect(found.allSatisfy { $0.location.file == "x.md" })
  }

  @Test func referenceAndAutomaticLinksAreMet() {
    #expect(
      links("[a][r] and <https://example.com/> and <me@example.com>\n\n[r]: /x/ \"t\"\n")
        .map(\.destination) == ["/x/", "https://example.com/", "mailto:me@example.com"])
  }

  @Test func aLinkLeftOutKeepsItsText() {
    let renderer = MarkdownRenderer(resolveLink: { _ in nil }, renderDirective: { _ in nil })
    #expect(
      renderer.html("[a](javascript:x)\n", file: "x.md", line: 1) == "<p><a href=\"\">a</a></p>\n")
  }

  @Test func aFigureBlockIsADirectiveOtherBlocksAreCode() {
    var met: [Directive] = []
    let renderer = MarkdownRenderer(
      resolveLink: { $0.destination },
      renderDirective: { directive in
        met.append(directive)
        return "<figure></figure>"
      })
    let html = renderer.html(
      "text\n\n```figure\nchart: payoff\n```\n\n```figures\na\n```\n\n    figure\n", file: "x.md",
      line: 5)
    #expect(
      met == [
        Directive(
          name: "figure", body: "chart: payoff\n",
          location: SourceLocation(file: "x.md", line: 7, column: 1))
      ])
    #expect(tags(html).map(\.name) == ["p", "figure", "pre", "code", "pre", "code"])
  }

  @Test func aDirectiveLeftOutLeavesNothing() {
    #expect(html("```figure\nchart: x\n```\n").filter { $0 != "\n" } == "")
  }
}
