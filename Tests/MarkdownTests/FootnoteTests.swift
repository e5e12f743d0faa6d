import Testing

@testable import Markdown

@Suite struct FootnoteTests {
  private func reference(_ number: Int, _ letter: String = "") -> String {
    "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"fnref-\(number)\(letter)\" "
      + "role=\"doc-noteref\" aria-label=\"Footnote \(number)\">\(number)</a></sup>"
  }

  private let section =
    "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n"

  @Test func aFootnoteLinksThereAndBack() {
    #expect(
      html("a[^x] b\n\n[^x]: The *note*.\n") == "<p>a\(reference(1)) b</p>\n" + section
        + "<li id=\"fn-1\">\n<p>The <em>note</em>. <a href=\"#fnref-1\" class=\"footnote-back\" "
        + "role=\"doc-backlink\" aria-label=\"Back to reference 1\">↩</a></p>\n</li>\n"
        + "</ol>\n</section>\n")
  }

  @Test func footnotesAreNumberedInTheOrderOfTheirReferences() {
    let document = MarkdownRenderer().render("a[^z] b[^y]\n\n[^y]: Y\n[^z]: Z\n")
    #expect(document.footnotes.map(\.label) == ["z", "y"])
    #expect(document.footnotes.map(\.number) == [1, 2])
    #expect(document.footnotes.map(\.position.line) == [4, 3])
    #expect(document.problems.isEmpty)
    #expect(document.plainText == "a b\nZ\nY")
  }

  @Test func repeatedReferencesHaveLetters() throws {
    let markup = html("a[^x] b[^x] c[^X]\n\n[^x]: N\n")
    #expect(markup.contains("b\(reference(1, "-b")) c\(reference(1, "-c"))"))
    #expect(
      markup.contains(
        "N ↩ <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" "
          + "aria-label=\"Back to reference 1a\">a</a>"))
    let check = try MarkupCheck(markup)
    #expect(check.values("id") == ["fnref-1", "fnref-1-b", "fnref-1-c", "fn-1"])
  }

  @Test func lettersGoOnAfterZ() {
    #expect(
      [1, 26, 27, 52, 53, 702, 703].map(FootnoteNumbers.letters) == [
        "a", "z", "aa", "az", "ba", "zz", "aaa",
      ])
  }

  @Test func aFootnoteMayHaveSeveralBlocks() throws {
    let markup = html(
      "a[^1]\n\n[^1]: One\n    more\n\n    Two\n\n    - x\n\n    ```\n    c\n    ```\n\nafter\n")
    #expect(markup.hasPrefix("<p>a\(reference(1))</p>\n<p>after</p>\n<section"))
    #expect(
      markup.contains(
        "<p>One\nmore</p>\n<p>Two</p>\n<ul>\n<li>x</li>\n</ul>\n<pre><code>c\n</code></pre>\n<p><a")
    )
    _ = try MarkupCheck(markup)
  }

  @Test func footnotesMayReferToFootnotes() throws {
    let markup = html("a[^1]\n\n[^2]: Second[^1]\n[^1]: First[^2][^3]\n[^3]: Third\n")
    let check = try MarkupCheck(markup)
    #expect(check.all("li").compactMap { $0.attributes["id"] } == ["fn-1", "fn-2", "fn-3"])
    #expect(problems("a[^1]\n\n[^1]: b[^1]\n").isEmpty)
  }

  @Test func aPrefixKeepsTextsOfAPageApart() throws {
    var configuration = MarkdownConfiguration.plain
    configuration.footnotePrefix = "left \"-"
    let check = try MarkupCheck(html("a[^1]\n\n[^1]: b\n", configuration))
    #expect(check.values("id") == ["fnref-left-1", "fn-left-1"])
    #expect(check.values("href") == ["#fn-left-1", "#fnref-left-1"])
  }

  @Test func whatIsWrongIsReportedAtItsPlace() {
    #expect(
      problems("\\* &amp; a[^no]\n\n[^1]: b\n[^a]: c\n  [^A]: d\n\n[x[^a]](/y) [^a]\n") == [
        "1:11: error: the footnote `[^no]` is not defined. "
          + "Add a line `[^no]: …` to the text, or write `\\[^`.",
        "3:1: error: nothing refers to the footnote `[^1]`. "
          + "Write `[^1]` where it belongs, or remove the definition; it is not on the page.",
        "5:3: error: the footnote `[^A]` is defined a second time. "
          + "Give one of the two another name; the first one is on the page.",
        "7:3: error: the footnote `[^a]` stands in the text of a link. Move it behind the link.",
      ])
  }

  @Test func whatIsNotAFootnoteStaysText() {
    #expect(
      html("\\[^1] [\\^1] [^1\\] `[^1]` [^] [^ a] &#91;^1]\n")
        == "<p>[^1] [^1] [^1] <code>[^1]</code> [^] [^ a] [^1]</p>\n")
    #expect(problems("\\[^1] [\\^1] [^1\\] `[^1]` [^] [^ a] &lbrack;^1]\n").isEmpty)
    #expect(html("```\n[^1]: x\n```\n") == "<pre><code>[^1]: x\n</code></pre>\n")
    #expect(html("- ```\n  [^1]: x\n  ```\n").contains("<code>[^1]: x\n</code>"))
  }

  @Test func definitionsStandAnywhereAtTheStartOfALine() throws {
    for text in [
      "a[^1]\n[^1]: b\n", "> a[^1]\n>\n> [^1]: b\n", "- a[^1]\n\n  [^1]: b\n", "[^1]: b\n\na[^1]\n",
      "# a[^1]\n[^1]: b\n", "1) a[^1]\n[^1]: b\n1) c\n",
    ] {
      let check = try MarkupCheck(html(text))
      #expect(check.values("id").contains("fn-1"), "\(text) \(html(text))")
      #expect(problems(text).isEmpty, "\(text)")
      #expect(!html(text).contains("01)"), "\(text)")
    }
  }

  @Test func listsBesideDefinitionsKeepTheirNumbers() {
    let markup = html("1) a[^1]\n2) b\n\n[^1]: n\n\n7) c\n8) d\n")
    #expect(markup.contains("<ol>\n<li>a") && markup.contains("<ol start=\"7\">\n"), "\(markup)")
  }

  @Test func namesSurviveSmartPunctuation() {
    var configuration = MarkdownConfiguration.plain
    configuration.extensions.insert(.smartPunctuation)
    #expect(problems("a[^b--c] d[^e...f]\n\n[^b--c]: x\n[^e...f]: y\n", configuration).isEmpty)
  }

  @Test func aHeadingsIdLeavesReferencesOut() {
    let document = MarkdownRenderer().render("# One[^1] two\n\n[^1]: n\n")
    #expect(document.headings.map(\.identifier) == ["s-one-two"])
    #expect(document.headings.map(\.text) == ["One two"])
  }
}
