import Testing

@testable import Markdown

@Suite struct DirectiveTests {
  private func directives(_ markdown: String, firstLine: Int = 1) -> [MarkdownDirective] {
    var met: [MarkdownDirective] = []
    _ = MarkdownRenderer(renderDirective: {
      met.append($0)
      return "<figure></figure>"
    }).render(markdown, firstLine: firstLine)
    return met
  }

  @Test func aFencedBlockOfAKnownNameIsADirective() {
    #expect(
      directives("text\n\n```figure wide, 2\nchart: payoff\n\n  a: \\[b\\]\n```\n", firstLine: 5)
        == [
          MarkdownDirective(
            name: "figure", argument: "wide, 2", body: "chart: payoff\n\n  a: \\[b\\]\n",
            position: SourcePosition(line: 7, column: 1),
            bodyPosition: SourcePosition(line: 8, column: 1))
        ])
  }

  @Test func itsPlaceCountsTheMarksAroundIt() {
    let met = directives("> - ~~~ quiz\n>   q: 1\n>   ~~~\n")
    #expect(met.map(\.body) == ["q: 1\n"])
    #expect(met.map(\.position) == [SourcePosition(line: 1, column: 5)])
    #expect(met.map(\.bodyPosition) == [SourcePosition(line: 2, column: 5)])
  }

  @Test func markupTakesThePlaceOfTheBlock() {
    let renderer = MarkdownRenderer(renderDirective: { "<hr id=\"\($0.name)\" />" })
    #expect(
      renderer.render("a\n```note\n```\nb\n").html == "<p>a</p>\n<hr id=\"note\" />\n<p>b</p>\n")
    #expect(MarkdownRenderer().render("```figure\nx\n```\n").html == "")
  }

  @Test func otherBlocksAreCode() {
    #expect(directives("```figures\n```\n\n    figure\n\n``` \nfigure\n```\n").isEmpty)
    #expect(
      html("```swift x\n<a> & \"\n```\n")
        == "<pre><code class=\"language-swift\">&lt;a&gt; &amp; &quot;\n</code></pre>\n")
  }

  @Test func aFenceThatIsNotClosedIsReported() {
    let message =
      "3:3: error: the block `figure` has no closing fence. "
      + "End it with a line that repeats the fence, such as three backquotes."
    #expect(problems("a\n\n> ```figure\n> x\n\nb\n") == [message])
    #expect(problems("```figure\nx\n```\n").isEmpty && problems("~~~figure\n~~~").isEmpty)
    #expect(problems("```figure").count == 1)
    #expect(problems("```math\nx").count == 1)
  }
}
