import Testing

@testable import Markdown

@Suite struct RawHTMLTests {
  @Test func htmlIsShownAsTextAndReported() {
    let text = "a <b onclick=\"x\">c</b>\n\n  <div>\nd\n</div>\n"
    #expect(
      html(text)
        == "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"
        + "  &lt;div&gt;\nd\n&lt;/div&gt;\n")
    let remedy = " Write it in Markdown, or put it in backquotes to show it as code."
    #expect(
      problems(text) == [
        "1:3: error: raw HTML is not allowed: `<b onclick=\"x\">`.\(remedy)",
        "1:19: error: raw HTML is not allowed: `</b>`.\(remedy)",
        "3:3: error: raw HTML is not allowed: `<div>`.\(remedy)",
        "3:3: error: raw HTML is not allowed: `</div>`.\(remedy)",
      ])
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <b onclick=\"alert(1)\">b</b>", "<!-- comment -->",
    "a <!-- comment --> b", "<![CDATA[<script>]]>", "a <![CDATA[<script>]]>", "<?php x ?>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)//", "<img src=x onerror=alert(1)>", "<b",
    "<div><p>unclosed", "</article></main>", "<style>*{}</style>", "<iframe srcdoc='<script>'>",
    "<math><mtext></mtext></math>", "<a href=\"javascript:alert(1)\">x</a>", "<!DOCTYPE html>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "\\<script>", "<h2>x</h2>",
    "`<script>`", "```\n</code></pre><script>\n```", "    <script>alert(1)</script>",
    "a\u{0}b <scr\u{0}ipt>", "\u{FFFD}\u{FEFF}<script>", "{{{ <script> }}", "<div", "<!--", "<?",
    "<script\n\nx", "| <b> |\n|-|\n| <!-- | \n", "x[^1]\n\n[^1]: <script>\n", "# <i>x</i>",
  ])
  func rawMarkupNeverPasses(markdown: String) throws {
    for configuration in [
      MarkdownConfiguration(), MarkdownConfiguration(rawHTML: .elements(["script", "svg", "i"])),
    ] {
      let markup = html(markdown + "\n", configuration)
      let check = try MarkupCheck(markup)
      let names = Set(check.elements.map(\.name))
      #expect(
        names.isDisjoint(with: ["script", "svg", "img", "b", "style", "iframe", "div"])
          || markdown.hasPrefix("|"))
      #expect(!markup.contains("<script") && !markup.contains("\u{0}"))
    }
  }

  private let allowing = MarkdownConfiguration(
    rawHTML: .elements(["kbd", "br", "details", "summary"]))

  @Test func allowedElementsPassWithoutAttributes() {
    #expect(
      html("<kbd>a *b*</kbd><br><br/>\n", allowing)
        == "<p><kbd>a <em>b</em></kbd><br /><br /></p>\n")
    #expect(
      html("<details>\n<summary>a & \"b\"</summary>\n\nc\n\n</details>\n", allowing)
        == "<details>\n<summary>a & &quot;b&quot;</summary>\n<p>c</p>\n</details>\n")
    #expect(problems("<KBD>a</Kbd >\n", allowing).isEmpty)
    #expect(problems("<kbd class=\"x\">a</kbd>\n", allowing).count == 2)
  }

  @Test func elementsAreClosedWhereTheyWereOpened() throws {
    let text = "*a <kbd>b* c</kbd>\n\n<details>\n\n> </details>\n"
    _ = try MarkupCheck(html(text, allowing))
    let remedy = " Write it in Markdown, or put it in backquotes to show it as code."
    #expect(
      problems(text, allowing) == [
        "1:4: error: `<kbd>` is not closed in the block or emphasis in which it stands. "
          + "Write `</kbd>` there.",
        "1:13: error: raw HTML is not allowed: `</kbd>`.\(remedy)",
        "3:1: error: `<details>` is not closed in the block or emphasis in which it stands. "
          + "Write `</details>` there.",
        "5:3: error: raw HTML is not allowed: `</details>`.\(remedy)",
      ])
    for crossing in ["~~a <kbd>b~~ c</kbd>\n", "<kbd>a ~~b</kbd> c~~\n"] {
      _ = try MarkupCheck(html(crossing, allowing))
      #expect(!problems(crossing, allowing).isEmpty)
    }
  }

  @Test func uncheckedHTMLPasses() {
    #expect(html("a <b x=\"y\">\n", .commonMark) == "<p>a <b x=\"y\"></p>\n")
  }
}
