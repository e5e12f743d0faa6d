import Testing

@testable import Markdown

@Suite struct InlineExtensionTests {
  @Test(arguments: [
    ("~~a~~", "<del>a</del>"), ("~~a *b* c~~", "<del>a <em>b</em> c</del>"),
    ("*~~a~~*", "<em><del>a</del></em>"), ("~~*a*~~ b", "<del><em>a</em></del> b"),
    ("~~a *b~~ c*", "~~a <em>b~~ c</em>"), ("~~ a ~~", "~~ a ~~"), ("~~a", "~~a"),
    ("~a~ ~5 % to ~6 %", "~a~ ~5 % to ~6 %"), ("b ~~~a~~~ c", "b ~~~a~~~ c"),
    ("\\~~a~~", "~~a~~"), ("~~a\\~~", "~~a~~"), ("\\~\\~a~~", "~~a~~"),
    ("&#126;~a~~", "~~a~~"), ("`~~a~~`", "<code>~~a~~</code>"),
    ("~~a\nb~~", "<del>a\nb</del>"), ("~~a~~ b ~~c~~", "<del>a</del> b <del>c</del>"),
    ("[~~a~~](/x)", "<a href=\"/x\"><del>a</del></a>"), ("b ~~~~ c", "b ~~~~ c"),
  ])
  func strikethrough(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("costs $5 and $6", "costs $5 and $6"), ("$x$ $$y$$", "$x$ $$y$$"),
    ("a $`x^2`$ b", "a <m>x^2</m> b"), ("$`a`$$`b`$", "<m>a</m><m>b</m>"),
    ("$`a`", "$<code>a</code>"), ("`a`$", "<code>a</code>$"), ("\\$`a`$", "$<code>a</code>$"),
    ("$`a`\\$", "$<code>a</code>$"), ("&dollar;`a`$", "$<code>a</code>$"),
    ("$`a`$`b`$", "<m>a</m><code>b</code>$"), ("*$`a`$*", "<em><m>a</m></em>"),
    ("$5`a`$6", "$5<code>a</code>$6"), ("($``a ` b``$)", "(<m>a ` b</m>)"),
  ])
  func mathIsCodeBetweenDollars(markdown: String, expected: String) {
    let renderer = MarkdownRenderer(renderMath: { "<m>\($0.source)</m>" })
    #expect(renderer.render(markdown).html == "<p>\(expected)</p>\n")
  }

  @Test func mathIsMetWithItsPlace() {
    var met: [MarkdownMath] = []
    let renderer = MarkdownRenderer(renderMath: {
      met.append($0)
      return nil
    })
    let markup = renderer.render("> é $`x`$\n\n- a\n\n  ```math\n  \\frac{1}{2} \\[ \\$\n  ```\n")
      .html
    #expect(
      met == [
        MarkdownMath(
          source: "x", isDisplay: false, position: SourcePosition(line: 1, column: 7)),
        MarkdownMath(
          source: "\\frac{1}{2} \\[ \\$\n", isDisplay: true,
          position: SourcePosition(line: 6, column: 3)),
      ])
    #expect(markup.contains("é <code>x</code></p>"))
    #expect(
      markup.contains("<pre><code class=\"language-math\">\\frac{1}{2} \\[ \\$\n</code></pre>"))
  }

  @Test func smartPunctuationIsAnOptionThatSparesCodeAndMath() {
    var configuration = MarkdownConfiguration.plain
    #expect(html("\"a\" -- 'b'...\n") == "<p>&quot;a&quot; -- 'b'...</p>\n")
    configuration.extensions.insert(.smartPunctuation)
    #expect(html("\"a\" -- 'b'--- c...\n", configuration) == "<p>“a” – ‘b’— c…</p>\n")
    #expect(html("`\"a\" --`\n", configuration) == "<p><code>&quot;a&quot; --</code></p>\n")
    #expect(html("$`a--b`$\n", configuration) == "<p><code>a--b</code></p>\n")
  }

  @Test func bareAddressesAreText() {
    #expect(html("https://a.b www.a.b a@b.c\n") == "<p>https://a.b www.a.b a@b.c</p>\n")
    #expect(html("<https://a.b>\n") == "<p><a href=\"https://a.b\">https://a.b</a></p>\n")
    #expect(html("<a@b.c>\n") == "<p><a href=\"mailto:a@b.c\">a@b.c</a></p>\n")
  }

  @Test func escapesLeaveNoTrace() {
    let text =
      "\\[a\\] \\$5 \\~ \\^ \\! `\\[` &#36; [\\[b\\]](/x\\[ \"\\$t\") ![\\[c](/y)\n\n    \\[d\\]\n"
    #expect(
      html(text)
        == "<p>[a] $5 ~ ^ ! <code>\\[</code> $ <a href=\"/x%5B\" title=\"$t\">[b]</a> "
        + "<img src=\"/y\" alt=\"[c\" /></p>\n<pre><code>\\[d\\]\n</code></pre>\n")
  }

  /// Texts that use the characters from which a marker is taken.
  @Test func textsThatHoldEveryMarkerAreLeftAsTheyAre() {
    let scalars = Array(0x12470...0x12474) + Array(0x11047...0x1104D) + Array(0x10A50...0x10A58)
    let text = String(
      String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32($0)) }))
    #expect(html("\\[a \(text)\n") == "<p>[a \(text)</p>\n")
    #expect(html("\\~~a~~ \u{12470}\n") == "<p>~~a~~ \u{12470}</p>\n")
  }
}
