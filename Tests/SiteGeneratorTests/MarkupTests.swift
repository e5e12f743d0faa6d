import Testing

@testable import SiteGenerator

@Suite struct MarkupTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("<b>", "&lt;b&gt;"), ("a & b", "a &amp; b"),
    ("\"", "&quot;"), ("&amp;", "&amp;amp;"), ("größe – 規模", "größe – 規模"),
  ])
  func theCharactersOfMarkupAreReplaced(text: String, expected: String) {
    #expect(Markup.escaped(text) == expected)
  }

  @Test func aLinkHasAddressAndTextEscaped() {
    let link = Markup.link("<a> & b", to: "/?a=1&b=\"2\"")
    #expect(link == "<a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;a&gt; &amp; b</a>")
    #expect(tags(link).count == 1)
  }

  @Test(arguments: [
    ("", ""), ("<p>a <em>b</em>\nc</p>\n<p>d</p>\n", "a b c d"),
    ("<p>1 &lt; 2 &amp;amp; &quot;x&quot;</p>", "1 < 2 &amp; \"x\""),
    ("<p><a href=\"https://x.y/\">x.y</a>.</p>", "x.y."),
  ])
  func markupIsReducedToItsWords(html: String, expected: String) {
    #expect(Markup.plainText(html) == expected)
  }

  @Test(arguments: [
    ("", ""), ("$", "$"), ("$5", "$5"), ("−5 and $5", "−5 and $5"), ("− $5", "− $5"),
    ("by −$279.", "by −\u{2060}$279."), ("+$1 to −$2", "+\u{2060}$1 to −\u{2060}$2"),
  ])
  func aSignStaysWithItsDollars(text: String, expected: String) {
    // Compared by scalars: a joiner is no character of its own.
    #expect(Array(Markup.unbroken(text).unicodeScalars) == Array(expected.unicodeScalars))
  }
}
