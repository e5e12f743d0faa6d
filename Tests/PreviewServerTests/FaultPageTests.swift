import Testing

@testable import PreviewServer

@Suite struct FaultPageTests {
  private let fault = PreviewFault(
    severity: .error, place: "Content/pages/about.md:3:5",
    message: "the link /<x> leads to no page", remedy: "Did you mean `/y/`?",
    excerpt: SourceExcerpt(of: Array("a\nb\nSee [x](/<x>) & more\n".utf8), line: 3, column: 5))

  @Test func pagesGiveWayToTheFaults() throws {
    let preview = try RunningPreview()
    preview.server.show(faults: [fault])
    for target in ["/", "/about/", "/about", "/none/", "/about/index.html", "/none.html"] {
      let response = try #require(try preview.get(target))
      #expect(response.status == 500)
      #expect(response["content-security-policy"] == FaultPage.policy)
      #expect(response.text.contains("<p class=\"place\">Content/pages/about.md:3:5</p>"))
      #expect(response.text.contains("<script defer=\"\" src=\"/-/reload.js\""))
    }
  }

  @Test func otherFilesStayAndTheSiteComesBack() throws {
    let preview = try RunningPreview()
    preview.server.show(faults: [fault])
    #expect(try preview.get("/assets/style.css")?.status == 200)
    #expect(try preview.get("/none.css")?.status == 404)
    preview.server.show(files: ["index.html": Array(RunningPreview.page.utf8)])
    #expect(try preview.get("/")?.status == 200)
  }

  @Test func aFaultIsShownWithItsLine() {
    let text = String(decoding: FaultPage(faults: [fault], shown: "a-1").html, as: UTF8.self)
    #expect(
      text.contains(
        """
        <li class="error">
        <p class="place">Content/pages/about.md:3:5</p>
        <p><strong>error:</strong> the link /&lt;x&gt; leads to no page.</p>
        <p>Did you mean `/y/`?</p>
        <pre>3 | See <mark>[</mark>x](/&lt;x&gt;) &amp; more
                ^</pre>
        </li>
        """))
    #expect(text.contains("<title>1 error · preview</title>"))
    #expect(!text.contains("<x>"))
  }

  @Test(arguments: [
    ("one\ntwo", 2, 2, "two", 1), ("one\r\ntwo\r\n", 1, 9, "one", 3), ("\tx", 1, 2, " x", 1),
    ("\u{FEFF}ab", 1, 1, "ab", 0), ("e\u{301}x", 1, 3, "e\u{301}x", 1), ("", 1, 1, "", 0),
  ])
  func anExcerptIsTheLine(source: String, line: Int, column: Int, text: String, mark: Int) throws {
    let excerpt = try #require(SourceExcerpt(of: Array(source.utf8), line: line, column: column))
    #expect(excerpt.text == text)
    #expect(excerpt.mark == mark)
    #expect(excerpt.line == line)
  }

  @Test func aLongLineIsCutAroundThePlace() throws {
    let source = Array(
      (String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)).utf8)
    let excerpt = try #require(SourceExcerpt(of: source, line: 1, column: 501))
    #expect(excerpt.text.count == SourceExcerpt.width)
    #expect(excerpt.mark.map { Array(excerpt.text)[$0] } == "X")
  }

  @Test func aLineThatIsNotThereHasNoExcerpt() {
    #expect(SourceExcerpt(of: [], line: 2, column: 1) == nil)
    #expect(SourceExcerpt(of: Array("a".utf8), line: 0, column: nil) == nil)
    #expect(SourceExcerpt(of: Array("a".utf8), line: 1, column: nil)?.mark == nil)
    #expect(SourceExcerpt(of: [0xFF, 0x0A], line: 1, column: nil)?.text == "\u{FFFD}")
  }
}
