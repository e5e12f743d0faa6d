import Testing

@testable import Markdown

@Suite struct LinkTests {
  static let refused = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)",
    "javascript%253Aalert(1)", "javascript\\:alert(1)", "\u{1}javascript:alert(1)",
    "\u{A0}javascript:alert(1)", "\u{AD}javascript:alert(1)", "java\u{200B}script:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=", "DATA:text/html,x", "data:image/svg+xml,x",
    "vbscript:msgbox", "file:///etc/passwd", "ftp://example.com/", "blob:https://example.com/x",
    "//example.com/x", "/\\example.com/x", "\\\\\\\\example.com", "\\/\\/example.com",
    "///example.com", "about:blank", "view-source:https://example.com", "httpsx://example.com",
    "https:/example.com", "tel:123", "%2F%2Fexample.com", "https:///x", "%68ttps://example.com",
    "https&colon;//", "&#1;https://example.com", "x&#127;y", "/&Tab;/example.com",
  ]

  @Test(arguments: refused)
  func addressesThatCouldRunCodeOrLeaveTheSiteAreRefused(address: String) throws {
    for markdown in [
      "[a](\(address))", "[a](<\(address)>)", "[a]( \(address) )", "![a](\(address))",
      "[a][r]\n\n[r]: <\(address)>", "[a](<\(address)> \"title\")",
    ] {
      let document = MarkdownRenderer().render(markdown + "\n")
      let check = try MarkupCheck(document.html)
      #expect(check.all("a").isEmpty && check.all("img").isEmpty, "\(markdown): \(document.html)")
      // A raw space or control ends an address, and what remains is text.
      if !document.links.isEmpty {
        #expect(document.problems.map(\.code) == [.unsafeLink], "\(markdown)")
      }
    }
    #expect(!MarkdownRenderer().render("[a](<\(address)>)").links.isEmpty, "\(address)")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x",
  ])
  func automaticLinksOfOtherSchemesAreRefused(address: String) {
    #expect(!html("<\(address)>\n").contains("href"))
    #expect(problems("<\(address)>\n").count == 1)
  }

  @Test(arguments: [
    "https://example.com/?a=1&b=2#c", "HTTP://example.com", "mailto:me@example.com", "/", "#s-x",
    "/daily/2016/01/04/#book", "x.md", "?a=b:c", "../x", "./a:b", "/a%3Ab", "#a:b", "",
    "https://example.com/javascript:x",
  ])
  func addressesOfTheWebAndTheSiteAreKept(address: String) {
    let document = MarkdownRenderer().render("[a](<\(address)>)\n")
    #expect(document.problems.isEmpty)
    #expect(document.links.map(\.destination) == [address])
    #expect(document.html.contains("<a href=\""))
  }

  @Test func refusalsSayWhatIsWrong() {
    let remedy =
      " Write the path of a page of the site, or a full address with one of the schemes "
      + "http, https, mailto."
    #expect(
      problems("[a](javascript:x)\n[b](//c.d)\n  [e](https:f)\n[g](<h&#9;i>)\n") == [
        "1:1: error: the address `javascript:x` has the scheme `javascript`.\(remedy)",
        "2:1: error: the address `//c.d` names a host without a scheme.\(remedy)",
        "3:3: error: the address `https:f` names no host.\(remedy)",
        "4:1: error: the address `h\u{FFFD}i` holds control characters.\(remedy)",
      ])
  }

  @Test func otherSchemesCanBeAllowed() {
    let configuration = MarkdownConfiguration(linkSchemes: .only(["tel"]))
    #expect(html("[a](tel:1)", configuration) == "<p><a href=\"tel:1\">a</a></p>\n")
    #expect(problems("[a](https://x.y)", configuration).count == 1)
  }

  @Test func aLinkLeftOutKeepsItsText() {
    let renderer = MarkdownRenderer(resolveLink: { _ in nil })
    #expect(renderer.render("[*a*](/x) ![b](/y)\n").html == "<p><em>a</em> b</p>\n")
  }

  @Test func linksAreMetWithTheirPlace() {
    var met: [MarkdownLink] = []
    let renderer = MarkdownRenderer(resolveLink: {
      met.append($0)
      return "X" + $0.destination
    })
    let document = renderer.render(
      "# é [a](/1)\n\n> - b [c *d*](/2 \"t\")\n>   e <https://f.g> ![h](/3)\n\n[r]: /4\n[s]: /5\ni\n  [r] `x\ny` [s]\n",
      firstLine: 10)
    #expect(met == document.links)
    #expect(met.map(\.destination) == ["/1", "/2", "https://f.g", "/3", "/4", "/5"])
    #expect(met.map(\.position.line) == [10, 12, 13, 13, 18, 19])
    #expect(met.map(\.position.column) == [5, 7, 7, 21, 3, 4])
    #expect(met.map(\.kind) == [.link, .link, .link, .image, .link, .link])
    #expect(met[1].title == "t")
    #expect(document.html.contains("<a href=\"X/2\" title=\"t\">c <em>d</em></a>"))
  }

  @Test func aLinkWithinALinkIsReported() {
    #expect(
      problems("[a <https://b.c> d](/e)\n") == [
        "1:4: error: a link within the text of another link. "
          + "Move one of the two; only the outer one is on the page."
      ])
    #expect(html("[a <https://b.c> d](/e)\n") == "<p><a href=\"/e\">a https://b.c d</a></p>\n")
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
    "```&quot;&gt;<script>\nx\n```", "![a](https://x.y/ \"c\" )", "![a](https://x.y/ '\"<b>')",
    "| \" onclick=\"x |\n|-|\n", "x[^\"onclick=\"x]\n\n[^\"onclick=\"x]: y\n",
  ])
  func quotesAndMarkupStayText(markdown: String) throws {
    for element in try MarkupCheck(html(markdown + "\n", MarkdownConfiguration())).elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(markdown)")
      #expect(element.name != "script" && element.name != "b")
    }
  }
}
