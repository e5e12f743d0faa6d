import MarketData
import Testing

@testable import SiteGenerator

@Suite struct DirectiveTests {
  private func render(_ markdown: String, line: Int = 1) throws -> (
    html: String, problems: [String]
  ) {
    let renderer = ProseRenderer(
      site: try site(), places: ["", "about/"], page: PagePath("about/"))
    let text = try prose(markdown, line: line)
    let (html, problems) = collecting { renderer.render(text, into: &$0).html }
    return (html, problems)
  }

  private func html(_ markdown: String) throws -> String {
    let (html, problems) = try render(markdown)
    #expect(problems.isEmpty, "\(problems)")
    let ids = tags(html).compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count, "\(ids)")
    return html
  }

  @Test func aNoteIsABoxWithAHeadingWord() throws {
    #expect(
      try html("```note\ntext: One *word*.\n```\n") == """
        <aside class="callout note" role="note">
        <p class="callout-title">Note</p>
        <p>One <em>word</em>.</p>
        </aside>

        """)
  }

  @Test func anExampleHasATitleAndSeveralParagraphs() throws {
    let html = try html(
      "~~~example\ntitle: Credit & <width>\ntext: |\n  ## Head\n\n  One[^a].\n\n  [^a]: A note.\n~~~\n\nTwo[^a].\n\n[^a]: Another.\n"
    )
    #expect(html.contains("<p class=\"callout-title\">Example: Credit &amp; &lt;width&gt;</p>"))
    #expect(html.contains("<h2>Head</h2>"))
    #expect(html.contains("id=\"fn-box1-1\"") && html.contains("id=\"fn-1\""))
  }

  @Test func aTableHasACaptionAndANote() throws {
    let html = try html(
      "```table\ncaption: Credit, points\nnote: By *us*.\ntext: |\n  | a | b |\n  |---|--:|\n  | 1 | 2 |\n```\n"
    )
    #expect(
      html.hasPrefix(
        "<div class=\"table\">\n<p class=\"caption\">Credit, points</p>\n<div class=\"scroll\" "
          + "role=\"region\" tabindex=\"0\" aria-label=\"Credit, points\">\n<table>\n"))
    #expect(html.contains("<td class=\"n\">2</td>"))
    #expect(html.hasSuffix("</div>\n<p class=\"note\">By <em>us</em>.</p>\n</div>\n"))
  }

  @Test func aTableMustBeOneAndItsNoteOneParagraph() throws {
    #expect(
      try render("```table\ncaption: c\nnote: |\n  a\n\n  b\ntext: words\n```\n", line: 3).problems
        == [
          "x.md:5:7: error: the note of a table is more than one paragraph. "
            + "Shorten it, or put the rest below the block.",
          "x.md:9:7: error: the block `table` does not begin with a table. "
            + "Write a line of heads between pipes, a line `|---|--:|`, and the rows below it.",
        ])
  }

  @Test func aQuizFoldsItsAnswerWithoutAScript() throws {
    #expect(
      try html(
        "```quiz\nquestion: Which *one*?\noptions: [A, \"B < C\"]\nanswer: 2\nwhy: Because $`b<c`$.\n```\n"
      ).split(separator: "<math").first == """
        <div class="quiz">
        <p>Which <em>one</em>?</p>
        <ol>
        <li>A</li>
        <li>B &lt; C</li>
        </ol>
        <details><summary>Answer</summary>
        <p><b>Option 2.</b></p>
        <p>Because\u{20}
        """)
  }

  @Test(arguments: ["0", "3", "-1", "two", "99999999999999999999", "[1]"])
  func anAnswerMustBeTheNumberOfAnOption(answer: String) throws {
    let problems = try render(
      "```quiz\nquestion: q\noptions: [a, b]\nanswer: \(answer)\nwhy: w\n```\n"
    ).problems
    #expect(problems.count == 1)
    #expect(problems.first?.contains("not the number of an option, 1 to 2") == true)
  }

  /// Positions hold within quotations and lists, and within the YAML's own styles.
  @Test(arguments: [
    ("> ```note\n> text: |\n>   a\n>    <b>\n> ```\n", "4:6"),
    ("- ~~~note\n  text: \"<b>\"\n  ~~~\n", "2:10"),
    ("```note\ntext: a <b>\n```\n", "2:9"),
    ("```note\ntext: 'it''s <b>'\n```\n", "2:7"),
    ("```note\ntext: >\n  one\n  <b>\n```\n", "2:7"),
    ("```quiz\nquestion: q\noptions:\n  - a\n  - é <b>\nanswer: 1\nwhy: w\n```\n", "5:7"),
  ])
  func faultsInTextsOfDirectivesAreAtTheirPlace(markdown: String, place: String) throws {
    let problems = try render(markdown).problems
    #expect(problems.first?.hasPrefix("x.md:\(place): error: raw HTML") == true, "\(problems)")
  }

  @Test func figuresStandInBoxesButBoxesDoNot() throws {
    let box = "````note\ntext: |\n  ```figure\n  sample: term-structure\n  ```\n````\n"
    #expect(try html(box).contains("<aside class=\"callout note\""))
    let nested = box.replacing("```figure", with: "```quiz")
    #expect(
      try render(nested).problems == [
        "x.md:3:3: error: the block `quiz` cannot stand within another block. "
          + "Close the outer block first, and begin this one behind it."
      ])
  }

  /// Aliases of YAML multiply what is read, not what is written.
  @Test(.timeLimit(.minutes(1))) func aliasesDoNotMultiply() throws {
    var yaml = "a: &a [x, x]\n"
    for (name, last) in zip("bcdefghijklmnopqrstuv", "abcdefghijklmnopqrstu") {
      yaml += "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last)]\n"
    }
    let problems = try render("```note\n\(yaml)text: *v\n```\n").problems
    #expect(problems.count < 40 && !problems.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func aTextOfAMegabyteIsRead() throws {
    let long = String(repeating: "word ", count: 200_000)
    #expect(try html("```note\ntext: \(long)\n```\n").utf8.count < 1_100_000)
  }
}
