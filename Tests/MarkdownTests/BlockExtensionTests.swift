import Testing

@testable import Markdown

@Suite struct BlockExtensionTests {
  @Test func headingsHaveIdentifiersAndLinksToThemselves() {
    #expect(
      html("## One *idea*\n", MarkdownConfiguration())
        == "<h2 id=\"s-one-idea\">One <em>idea</em> <a class=\"anchor\" href=\"#s-one-idea\" "
        + "aria-label=\"Link to section: One idea\">#</a></h2>\n")
    #expect(html("## One\n") == "<h2 id=\"s-one\">One</h2>\n")
  }

  @Test(arguments: [
    ("# What a *Condor* pays, in 2016!", "s-what-a-condor-pays-in-2016"),
    ("# Größe & 規模", "s-größe-amp-規模"), ("# !?", "section"), ("#", "section"),
    ("# Delta\u{202F}0.25,\u{A0}VIX", "s-delta-0-25-vix"), ("# main", "s-main"),
    ("# a \" onclick=\"x", "s-a-quot-onclick-quot-x"), ("# search-results", "s-search-results"),
  ])
  func slugsAreMadeOfTheWords(markdown: String, identifier: String) {
    #expect(MarkdownRenderer().render(markdown).headings.map(\.identifier) == [identifier])
  }

  @Test func repeatedAndReservedIdentifiersAreNumbered() {
    var configuration = MarkdownConfiguration.plain
    configuration.reservedIdentifiers = ["s-b"]
    let document = MarkdownRenderer(configuration: configuration)
      .render("# A\n# A\n# A 2\n# A\n# B\n")
    #expect(document.headings.map(\.identifier) == ["s-a", "s-a-2", "s-a-2-2", "s-a-3", "s-b-2"])
    #expect(document.headings.map(\.position.line) == [1, 2, 3, 4, 5])
  }

  @Test func tasksAreDisabledBoxesWithLabels() {
    #expect(
      html("- [ ] a *b*\n- [x] c\n- [X]d\n- [y] e\n- \\[ ] f\n")
        == "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled=\"\" "
        + "aria-label=\"Not done\" /> a <em>b</em></label></li>\n"
        + "<li class=\"task\"><label><input type=\"checkbox\" disabled=\"\" checked=\"\" "
        + "aria-label=\"Done\" /> c</label></li>\n"
        + "<li>[X]d</li>\n<li>[y] e</li>\n<li>[ ] f</li>\n</ul>\n")
  }

  @Test func tasksOfLooseListsAreParagraphs() {
    #expect(
      html("1. [x] a\n\n   b\n").hasPrefix("<ol>\n<li class=\"task\">\n<p><label><input"))
  }

  @Test func calloutsAreAsidesWithAHeadingWord() {
    #expect(
      html("> [!NOTE]\n> Text\n>\n> more\n")
        == "<aside class=\"callout note\" role=\"note\">\n<p class=\"callout-title\">Note</p>\n"
        + "<p>Text</p>\n<p>more</p>\n</aside>\n")
    for word in ["example", "WARNING", "Tip", "important", "caution"] {
      #expect(html("> [!\(word)]\n> x").contains("class=\"callout \(word.lowercased())\""))
    }
    #expect(html("> [!NOTE]\n>\n> - x\n").hasSuffix("</p>\n<ul>\n<li>x</li>\n</ul>\n</aside>\n"))
    #expect(html("> [!NOTE]\n").hasSuffix("Note</p>\n</aside>\n"))
    #expect(html("> \\[!NOTE]\n> x\n") == "<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n")
  }

  @Test func quotationsThatAreNoCalloutsAreReported() {
    #expect(
      problems("a\n\n> [!FOO]\n> x\n\n> [!NOTE] text\n") == [
        "3:3: error: there is no callout `[!FOO]`. Known callouts: [!CAUTION], [!EXAMPLE], "
          + "[!IMPORTANT], [!NOTE], [!TIP], [!WARNING].",
        "6:3: error: text follows the mark `[!NOTE]` on its line, which makes no callout of it. "
          + "Begin the text on the next line of the quotation.",
      ])
  }

  @Test func anImageAloneWithATitleIsAFigure() {
    #expect(
      html("![A chart](/c.svg \"What *it* \\\"shows\\\"\")\n")
        == "<figure>\n<img src=\"/c.svg\" alt=\"A chart\" />\n"
        + "<figcaption>What *it* &quot;shows&quot;</figcaption>\n</figure>\n")
    #expect(
      html("![A](/c.svg) and ![B](/d.svg \"t\")\n")
        == "<p><img src=\"/c.svg\" alt=\"A\" /> and "
        + "<img src=\"/d.svg\" alt=\"B\" title=\"t\" /></p>\n")
    #expect(html("![A](/c.svg)\n") == "<p><img src=\"/c.svg\" alt=\"A\" /></p>\n")
  }

  @Test func anImageWithoutWordsIsReported() {
    #expect(
      problems("a\n\n  b ![](/c.svg)\n") == [
        "3:5: error: the image `/c.svg` has no alternative text. "
          + "Say in the brackets what the image shows: ![VIX above 20](…)."
      ])
  }
}
