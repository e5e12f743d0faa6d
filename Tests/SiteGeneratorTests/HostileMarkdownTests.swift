import Markdown
import MarketData
import Testing

@testable import SiteGenerator

/// Markdown written to get markup, scripts or attributes into a page.
@Suite struct HostileMarkdownTests {
  /// The markup of a page `about/` and the faults reported about it.
  private func render(_ markdown: String) throws -> (html: String, problems: [String]) {
    let site = try site()
    let renderer = ProseRenderer(
      site: site, places: ["", "about/", "daily/2016/01/04/"], page: PagePath("about/"))
    let text = try prose(markdown)
    let (html, problems) = collecting { renderer.render(text, into: &$0).html }
    return (html, problems)
  }

  /// Elements that the texts of these tests may become.
  private static let elements: Set<String> = [
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "pre", "strong", "ul",
  ]
  private static let attributes: Set<String> = [
    "alt", "aria-label", "class", "href", "id", "src", "start", "title",
  ]

  /// Whether markup holds nothing but libcmark's elements and links that cannot run anything.
  private func expectHarmless(_ html: String, _ source: String) {
    for tag in tags(html) {
      #expect(Self.elements.contains(tag.name), "\(tag.name) from \(source.prefix(200))")
      for attribute in tag.attributes {
        #expect(
          Self.attributes.contains(attribute.name), "\(attribute.name) from \(source.prefix(200))")
      }
      guard let target = tag["href"] ?? tag["src"] else { continue }
      let isHarmless =
        ["https://", "http://", "mailto:", "#", "../", "index.html"]
        .contains { target.lowercased().hasPrefix($0) } || target.isEmpty
      #expect(isHarmless, "`\(target)` from \(source.prefix(200))")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <b onclick=\"alert(1)\">b</b>", "<!-- comment -->",
    "a <!-- comment --> b", "<![CDATA[<script>]]>", "a <![CDATA[<script>]]>", "<?php x ?>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)//", "<img src=x onerror=alert(1)>", "<b",
    "<div><p>unclosed", "</article></main>", "<style>*{}</style>", "<iframe srcdoc='<script>'>",
    "<math><mtext></mtext></math>", "<a href=\"javascript:alert(1)\">x</a>", "<!DOCTYPE html>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "\\<script>", "<h2>x</h2>",
    "`<script>`", "```\n</code></pre><script>\n```", "    <script>alert(1)</script>",
    "a\u{0}b <scr\u{0}ipt>", "\u{FFFD}\u{FEFF}<script>", "{{{ <script> }}",
  ])
  func rawMarkupNeverPasses(markdown: String) throws {
    let html = try render(markdown + "\n").html
    expectHarmless(html, markdown)
    #expect(!html.contains("<script") && !html.contains("<svg") && !html.contains("\u{0}"))
  }

  private static let schemes = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)",
    "javascript\\:alert(1)", "\u{1}javascript:alert(1)", "\u{A0}javascript:alert(1)",
    "\u{AD}javascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "DATA:text/html,x",
    "data:image/svg+xml,x", "vbscript:msgbox", "file:///etc/passwd", "ftp://example.com/",
    "blob:https://example.com/x", "//example.com/x", "/\\example.com/x", "\\\\example.com\\x",
    "\\/\\/example.com", "///example.com", "about:blank", "view-source:https://example.com",
    "httpsx://example.com", "https:/example.com", "tel:123", "www.example.com", "x.md", "?a", "",
  ]

  /// As link, image, reference and with white space in front: reported, and not in the page.
  @Test(arguments: schemes)
  func onlyWebAddressesAndPagesOfTheSiteAreLinks(address: String) throws {
    for markdown in [
      "[a](\(address))", "[a](<\(address)>)", "[a]( \(address) )", "![a](\(address))",
      "[a][r]\n\n[r]: <\(address)>",
      "[a](<\(address)> \"title\")",
    ] {
      let (html, problems) = try render(markdown + "\n")
      expectHarmless(html, markdown)
      let links = MarkdownRenderer(configuration: .commonMark).render(markdown + "\n").links
      #expect(links.isEmpty == problems.isEmpty, "\(markdown): \(html) \(problems)")
      #expect(!tags(html).contains { $0.name == "a" || $0.name == "img" }, "\(markdown): \(html)")
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x",
  ])
  func automaticLinksOfOtherSchemesAreReported(address: String) throws {
    let (html, problems) = try render("<\(address)>\n")
    expectHarmless(html, address)
    #expect(problems.count == 1)
    #expect(tags(html).map(\.name) == ["p"])
  }

  @Test func webAddressesAndPagesOfTheSiteAreKept() throws {
    let (html, problems) = try render(
      "[a](https://example.com/?a=1&b=2#c) [b](HTTP://example.com) <me@example.com> [c](/) "
        + "[d](/daily/2016/01/04/#book) [e](#s-x) [f](/about/)\n")
    #expect(problems.isEmpty)
    #expect(
      tags(html).compactMap { $0["href"] } == [
        "https://example.com/?a=1&b=2#c", "HTTP://example.com", "mailto:me@example.com",
        "../index.html", "../daily/2016/01/04/index.html#book", "#s-x", "index.html",
      ])
  }

  @Test(arguments: [
    #"[a](https://x.y/ "t\" onclick=\"alert(1)")"#, #"[a](https://x.y/ 't" onclick="alert(1)')"#,
    #"[a](https://x.y/ (t" onclick="alert(1)))"#, #"[a](https://x.y/ "&quot; onclick=&quot;x")"#,
    #"[a](https://x.y/"onclick="alert(1))"#, #"[a](<https://x.y/" onclick="alert(1)>)"#,
    #"![a" onerror="alert(1)](https://x.y/)"#, #"![<b>&"'`](https://x.y/ "<script>&'`")"#,
    "[a](https://x.y/ \"two\nlines <b>\")", "[a][r]\n\n[r]: https://x.y/ \"t\\\" onclick=\\\"x\"",
    "[a][r]\n\n[r]: <https://x.y/\"onclick=\"x> '\"'", "[a](https://x.y/&quot;onclick=&quot;x)",
    "[a](https://x.y/%22onclick=%22x)", "[a](https://x.y/'onclick='x)", "# a \" onclick=\"x",
    "```js\" onload=\"x\nx\n```", "``` <script>\nx\n```", "~~~ a' b=`x`\nx\n~~~",
    "```&quot;&gt;<script>\nx\n```",
  ])
  func quotesAndMarkupInTitlesAddressesAndInfoStringsStayText(markdown: String) throws {
    expectHarmless(try render(markdown + "\n").html, markdown)
  }

  /// Each is far larger than a person writes; the output stays in proportion and in time.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("quotes", String(repeating: ">", count: 20_000) + "a"),
      ("brackets", String(repeating: "[", count: 50_000)),
      ("image brackets", String(repeating: "![", count: 25_000)),
      ("links", String(repeating: "[a](", count: 20_000)),
      ("emphasis", String(repeating: "*a **a ", count: 10_000)),
      ("backticks", (1...400).map { String(repeating: "`", count: $0) }.joined(separator: "a")),
      ("angles", String(repeating: "<", count: 50_000)),
      ("comments", String(repeating: "<!--", count: 20_000)),
      ("headings", String(repeating: "# \n", count: 5_000)),
    ])
  func largeInputsAreRenderedInTime(name: String, markdown: String) throws {
    let html = try render(markdown + "\n").html
    #expect(html.utf8.count < 60 * markdown.utf8.count, "\(name)")
  }

  @Test(.timeLimit(.minutes(1))) func referenceDefinitionsDoNotMultiplyTheOutput() throws {
    let title = String(repeating: "t", count: 10_000)
    let markdown =
      String(repeating: "[r] ", count: 10_000) + "\n\n[r]: https://x.y/ \"\(title)\"\n"
    let html = try render(markdown).html
    #expect(html.utf8.count < 40 * markdown.utf8.count)
  }
}
