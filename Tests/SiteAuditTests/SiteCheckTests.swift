import MarketData
import Testing

@testable import SiteAudit

@Suite struct SiteCheckTests {
  private func page(_ body: String, title: String = "Page", head: String = AuditedSite.policy)
    -> String
  {
    AuditedSite.page(body, title: title, head: head)
  }

  private func check(_ files: [String: String], jobs: Int = 2) throws -> [String] {
    try AuditedSite(files).problems(jobs: jobs).map(\.description)
  }

  @Test func anEmptyFolderHasNoPages() throws {
    let (pages, problems) = try SiteCheck(paths: [], read: { _ in [] }, jobs: 1).run()
    #expect(pages == 0)
    #expect(problems.isEmpty)
  }

  @Test func aGoodSiteHasNoFault() throws {
    let files = [
      "index.html": page(
        "<a href=\"about/index.html\">a</a><a href=\"about/\">b</a><a href=\"about/index.html#x\">c</a>"
          + "<a href=\"#y\" id=\"y\">d</a><a href=\"https://example.com/\">e</a>"
          + "<a href=\"mailto:me@example.com\">f</a><img src=\"a.png\" alt=\"\" />"),
      "about/index.html": page(
        "<p id=\"x\"><a href=\"../\">a</a> <a href=\"..\">b</a> <a href=\"./\">c</a></p>",
        title: "About"),
      "a.png": "", "notes.txt": "not read",
    ]
    #expect(try check(files) == [])
  }

  @Test(arguments: [
    "b.html", "about/", "../index.html", "about/x.html", "/index.html/x", "javascript:alert(1)", "",
  ])
  func aLinkToNoFileIsReportedAtItsTag(target: String) throws {
    let problems = try check(["index.html": page("<p>\n <a href=\"\(target)\">a</a></p>")])
    if target.isEmpty {
      #expect(problems.isEmpty, "an empty link is the page itself")
    } else {
      #expect(
        problems == [
          "index.html:5:2: error: the link `\(target)` leads nowhere. Correct it or add the page."
        ])
    }
  }

  @Test func aMissingAnchorIsReportedOnThePageAndOnOthers() throws {
    let problems = try check([
      "index.html": page(
        "<a href=\"#x\">a</a>\n<a href=\"a.html#x\">b</a>\n<a href=\"a.html#y\">c</a>"),
      "a.html": page("<p id=\"y\"></p>", title: "A"),
    ])
    #expect(
      problems == [
        "index.html:4:1: error: the link `#x` names an anchor that index.html does not have. "
          + "Correct the part after #.",
        "index.html:5:1: error: the link `a.html#x` names an anchor that a.html does not have. "
          + "Correct the part after #.",
      ])
  }

  @Test func anIdThatAppearsTwiceIsReported() throws {
    let problems = try check([
      "index.html": page("<p id=\"a\"></p><p id=\"b\"></p>\n<p id=\"a\"></p>")
    ])
    #expect(
      problems == [
        "index.html:5:1: error: the id `a` appears twice. Give every element an id of its own."
      ])
  }

  @Test(arguments: [
    "<p style=\"color: red\">x</p>", "<style>p { }</style>", "<script>x</script>",
    "<script type=\"module\">x</script>", "<p onclick=\"x\">x</p>", "<svg onload=\"x\"></svg>",
  ])
  func inlineStylesAndScriptsAreReported(markup: String) throws {
    let problems = try check(["index.html": page(markup), "x.js": ""])
    #expect(problems.count == 1)
    #expect(problems.first?.contains("is an inline style or script") == true)
  }

  @Test(arguments: [
    "<img src=\"https://example.com/x.png\" alt=\"\" />",
    "<img src=\"//example.com/x.png\" alt=\"\" />",
    "<link rel=\"stylesheet\" href=\"http://example.com/x.css\" />",
    "<img src=\"HTTPS://example.com/x.png\" alt=\"\" />",
  ])
  func aRequestToAnotherHostIsReported(markup: String) throws {
    let problems = try check(["index.html": page(markup)])
    #expect(problems.contains { $0.contains("the page requests `") }, "\(problems)")
  }

  @Test func theCanonicalAddressIsNoRequest() throws {
    let head = AuditedSite.policy + "<link rel=\"canonical\" href=\"https://example.com/\" />"
    #expect(try check(["index.html": page("", head: head)]) == [])
  }

  @Test func anImageWithoutAlternativeTextIsReported() throws {
    let problems = try check(["index.html": page("<img src=\"a.png\" />"), "a.png": ""])
    #expect(
      problems == [
        "index.html:4:1: error: an image has no alternative text. Add an `alt` attribute."
      ])
  }

  @Test func aPageWithoutPolicyIsReportedWhateverElseIsWrong() throws {
    let missing =
      "index.html:1:1: error: the page has no Content-Security-Policy. "
      + "Add the <meta http-equiv> element to the layout."
    #expect(try check(["index.html": page("", head: "")]) == [missing])
    let both = try check(["index.html": page("<p id=\"a\"></p><p id=\"a\"></p>", head: "")])
    #expect(both.count == 2)
    #expect(both.first == missing)
  }

  @Test(arguments: ["<p>", "<p>&nbsp;</p>", "<p a=b></p>", "<p>a & b</p>", "</p>"])
  func aPageThatIsNotWellFormedIsReportedOnce(markup: String) throws {
    let problems = try check(["index.html": page(markup)])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("index.html:") == true)
  }

  @Test func otherDocumentTypesAreRefused() throws {
    let problems = try check([
      "index.html": "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;</html>"
    ])
    #expect(problems.count == 1)
    #expect(problems.first?.contains("DOCTYPE") == true)
  }

  @Test func theResultDoesNotDependOnTheThreads() throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["\(number).html"] = page(
        "<a href=\"\(number + 1).html\">x</a>", title: "Page \(number)")
    }
    #expect(try check(files, jobs: 1) == check(files, jobs: 4))
    #expect(try check(files).count == 1)
  }
}
