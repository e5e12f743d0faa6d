import Testing

@testable import SiteAudit

/// Each rule of a page, kept and broken.
@Suite struct PageRuleTests {
  private func said(_ body: String, head: String = AuditedSite.policy) throws -> [String] {
    try AuditedSite(body: body, head: head).said()
  }

  @Test func aGoodPageBreaksNoRule() throws {
    let body =
      "<h2>A</h2><h3>B</h3><h2 id=\"c\">C</h2><p>Undefined is not nil in prose; {{ is text.</p>"
      + "<label for=\"q\">Q</label><input id=\"q\" /><code>{{ vix.close }} TODO nil</code>"
      + "<table aria-labelledby=\"c\"><tr><th scope=\"col\">x</th></tr></table>"
    #expect(try said(body) == [])
  }

  @Test(arguments: ["<html>", "<html lang=\"\">"])
  func aPageWithoutLanguageIsReported(root: String) throws {
    let page = AuditedSite.page("").replacing("<html lang=\"en\">", with: root)
    #expect(
      try AuditedSite(["index.html": page]).said() == [
        "index.html:2:1: error: the page does not say its language. Give <html> a `lang` attribute, "
          + "such as lang=\"en\". [missing-language]"
      ])
  }

  /// A drawing's title is not the page's.
  @Test(arguments: ["", "<title> </title>"])
  func aPageWithoutTitleIsReported(title: String) throws {
    let page = AuditedSite.page("<svg><title>Drawing</title></svg>")
      .replacing("<title>Page</title>", with: title)
    #expect(
      try AuditedSite(["index.html": page]).said() == [
        "index.html:1:1: error: the page has no title. Give its <head> a <title> with words. "
          + "[missing-title]"
      ])
  }

  @Test func aTitleOfTwoPagesIsReportedOnTheSecond() throws {
    let files = [
      "a.html": AuditedSite.page("", title: "Same"), "b.html": AuditedSite.page("", title: "Same"),
      "c.html": AuditedSite.page("", title: "Other"),
    ]
    #expect(
      try AuditedSite(files).said() == [
        "b.html:2:23: error: the title `Same` is also that of a.html. Give each page a title of its "
          + "own. [duplicate-title]"
      ])
  }

  @Test func aPageHasOneMainHeading() throws {
    #expect(
      try said("<h1>Again</h1>") == [
        "index.html:4:1: error: the page has a second <h1>. Make it a heading of a lower level. "
          + "[main-heading]"
      ])
    let page = AuditedSite.page("").replacing("<h1>Heading</h1>", with: "")
    #expect(
      try AuditedSite(["index.html": page]).said() == [
        "index.html:1:1: error: the page has no <h1>. Give it one heading that names it. "
          + "[main-heading]"
      ])
  }

  @Test func aLevelOfHeadingsThatIsSkippedIsReported() throws {
    #expect(
      try said("<h2>a</h2>\n<h4>b</h4>") == [
        "index.html:5:1: error: <h4> follows <h2>. Make it <h3>, so that no level is skipped. "
          + "[heading-order]"
      ])
  }

  @Test func anIdThatAppearsTwiceIsReported() throws {
    #expect(
      try said("<p id=\"a\">x</p>\n<p id=\"a\">x</p>") == [
        "index.html:5:1: error: the id `a` appears twice. Give every element an id of its own. "
          + "[duplicate-id]"
      ])
  }

  @Test(arguments: ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"])
  func aReferenceToNoIdIsReported(name: String) throws {
    #expect(
      try said("<p id=\"a\" \(name)=\"a b\">x</p>") == [
        "index.html:4:1: error: `\(name)` names the id `b`, which the page does not have. Correct "
          + "the id, or give it to the element that is meant. [dangling-reference]"
      ])
  }

  @Test(arguments: ["<img src=\"#\" />", "<input type=\"image\" />", "<area href=\"#\" />"])
  func aPictureWithoutWordsIsReported(markup: String) throws {
    #expect(
      try said(markup) == [
        "index.html:4:1: error: an image has no alternative text. Add an `alt` attribute. "
          + "[missing-alternative]"
      ])
  }

  @Test func aTableWithoutNameAndHeadersWithoutScopeOrWordsAreReported() throws {
    #expect(
      try said("<table><tr>\n<th>a</th><th scope=\"col\"> </th></tr></table>") == [
        "index.html:4:1: error: the table has no name. Give it a <caption>, or name it with "
          + "aria-label or aria-labelledby. [unnamed-table]",
        "index.html:5:1: error: the header cell does not say whether it heads a column or a row. "
          + "Give it scope=\"col\" or scope=\"row\". [header-scope]",
        "index.html:5:11: error: the header cell is empty. Give it words, or make it a <td>. "
          + "[empty-header]",
      ])
  }

  @Test(arguments: [
    "<table><caption>x</caption></table>", "<table aria-label=\"x\"></table>",
    "<div role=\"region\" aria-label=\"x\"><table></table></div>",
    "<table role=\"presentation\"></table>",
  ])
  func aTableMayBeNamedInManyWays(markup: String) throws {
    #expect(try said(markup) == [])
  }

  @Test(arguments: [
    ("script-src 'self'", "the policy has no default-src", "Begin it with default-src 'none'."),
    (
      "default-src 'self' 'unsafe-inline'", "the policy allows `'unsafe-inline'` in default-src",
      allow
    ),
    (
      "default-src 'none'; script-src 'unsafe-eval'",
      "the policy allows `'unsafe-eval'` in script-src", allow
    ),
    (
      "default-src 'none'; img-src https://example.org",
      "the policy allows `https://example.org` in img-src", allow
    ),
    ("default-src 'none'; script-src data:", "the policy allows `data:` in script-src", allow),
    ("default-src *", "the policy allows `*` in default-src", allow),
  ])
  func aLoosePolicyIsReported(policy: String, message: String, remedy: String) throws {
    let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\" />"
    #expect(
      try said("", head: head) == [
        "index.html:2:42: error: \(message). \(remedy) [loose-policy]"
      ])
  }

  private static let allow =
    "Allow 'self' at most; everything a page needs is shipped with the site."

  @Test func theProductsOwnPolicyIsStrict() throws {
    let head =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
      + "script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\" />"
    #expect(try said("", head: head) == [])
  }

  @Test func aFormThatRunsAScriptIsReported() throws {
    #expect(
      try said("<form action=\"JavaScript:x()\"></form>").first
        == "index.html:4:1: error: `action` holds a script. Link to a page, and move the script to "
        + "a file of the site. [inline-code]")
  }

  @Test(arguments: [
    "<img src=\"https://example.org/a\" alt=\"\" />",
    "<source srcset=\"https://example.org/a 2x\" />",
    "<form action=\"https://example.org/a\"></form>",
    "<object data=\"https://example.org/a\"></object>",
    "<svg><use href=\"https://example.org/a\" /></svg>",
    "<link rel=\"preload\" href=\"https://example.org/a\" />",
    "<meta http-equiv=\"refresh\" content=\"0; url=https://example.org/a\" />",
  ])
  func aRequestToAnotherHostIsReported(markup: String) throws {
    let tag = markup.hasPrefix("<svg>") ? 6 : 1
    #expect(
      try said(markup) == [
        "index.html:4:\(tag): error: the page requests `https://example.org/a`. Ship the file with "
          + "the site. [external-request]"
      ])
  }

  @Test(arguments: ["canonical", "license", "alternate", "author"])
  func anAddressThatIsOnlyNamedIsNoRequest(relation: String) throws {
    // Whether a canonical address leads to a page is another rule.
    let findings = try said("<link rel=\"\(relation)\" href=\"https://example.org/a\" />")
    #expect(!findings.contains { $0.contains("[external-request]") })
  }

  @Test(arguments: [
    ("<p>Close {{ vix.close }}</p>", "{{ vix.close }}"), ("<p>TODO: more</p>", "TODO"),
    ("<p>lorem ipsum dolor</p>", "lorem ipsum"), ("<td>undefined</td>", "undefined"),
    ("<td>NaN</td>", "NaN"), ("<td> nil </td>", "nil"), ("<b>Optional(3)</b>", "Optional("),
    ("<p title=\"{{title}}\">x</p>", "{{title}}"),
  ])
  func textLeftBehindIsReported(markup: String, leftover: String) throws {
    #expect(
      try said(markup) == [
        "index.html:4:1: error: the text holds `\(leftover)`, which looks left behind. Print the "
          + "value or the words that are meant. [placeholder]"
      ])
  }

  @Test(arguments: [
    "<p>The slope is undefined there.</p>", "<p>{{</p>", "<p>{{ 1 + 1 }}</p>", "<p>NaNo</p>",
    "<p>mastodon TODOs</p>", "<pre><code><span>{{ x }}</span></code></pre>",
  ])
  func whatMayBeMeantIsNotReported(markup: String) throws {
    #expect(try said(markup) == [])
  }

  @Test func aHeavyPageIsReported() throws {
    let weight = AuditedSite.page("").utf8.count
    let body = String(repeating: "x", count: 1024 * 1024 - weight)
    #expect(try said(body) == [])
    #expect(
      try said(body + "x") == [
        "index.html:1:1: error: the page weighs 1048577 bytes. A page has at most 1048576; split "
          + "it, or move tables to files. [page-weight]"
      ])
    let writeUp = AuditedSite.page(
      String(repeating: "x", count: 100 * 1024), attributes: " class=\"page-daily\"")
    #expect(
      try AuditedSite(["index.html": writeUp]).said() == [
        "index.html:1:1: error: the write-up weighs \(writeUp.utf8.count) bytes. A write-up has at "
          + "most 102400; split it, or move tables to files. [page-weight]"
      ])
  }

  @Test func aWriteUpThatDoesNotCompressIsReported() throws {
    var state: UInt64 = 1
    let noise = (0..<60_000).map { _ -> Character in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Character(UnicodeScalar(UInt8(0x61 + (state >> 33) % 26)))
    }
    let page = AuditedSite.page(String(noise), attributes: " class=\"page-daily\"")
    let found = try AuditedSite(["index.html": page]).said()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("index.html:1:1: error: the write-up weighs 3") == true)
    #expect(
      found.first?.hasSuffix(
        " bytes compressed. A write-up has at most 25600; draw fewer points or print fewer rows. "
          + "[page-weight]") == true)
    let plain = AuditedSite.page(String(noise))
    #expect(try AuditedSite(["index.html": plain]).said() == [])
  }
}
