import Quant
import Testing

@testable import SiteGenerator

@Suite struct PageAliasTests {
  @Test(arguments: ["/old/", "/a/b/c/", "/2015/10/02/note.html", "/A_1-b/", "/index.html"])
  func plainAddressesOfTheSiteAreTaken(text: String) {
    #expect(PageAlias.fault(of: text) == nil)
  }

  @Test(arguments: [
    ("https://example.com/a/", "is an address of another site"),
    ("//example.com/", "is an address of another site"),
    ("javascript://x/", "is an address of another site"),
    ("", "is not an address below the site’s root"),
    ("/", "is not an address below the site’s root"),
    ("old/", "is not an address below the site’s root"),
    ("../old/", "is not an address below the site’s root"),
    ("/old", "ends neither in `/` nor in `.html`"),
    ("/old.php", "ends neither in `/` nor in `.html`"),
    ("/../old/", "leaves its folder"), ("/a/./b/", "leaves its folder"),
    ("/a/..", "ends neither in `/` nor in `.html`"), ("/a//b/", "has an empty part"),
    ("/.html", "has an empty part"), ("/a/.html", "has an empty part"),
    ("/a b/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/é/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/a?b/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/a#b/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/a%2e/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/a\\b/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/feed.xml/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/.git/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/a.html/b/", "holds more than ASCII letters, digits, hyphens and underscores"),
    ("/assets/x/", "lies in the folder of the stylesheet"),
    ("/ASSETS/", "lies in the folder of the stylesheet"),
  ])
  func everythingElseIsNamed(text: String, what: String) {
    #expect(PageAlias.fault(of: text)?.what == what)
  }

  @Test(arguments: [
    ("Content/pages/index.md", ""), ("Content/pages/about.md", "about/"),
    ("Content/pages/about/team.md", "about/team/"), ("Content/lessons/01-a.md", "lessons/01-a/"),
    ("Content/glossary/vega.md", "glossary/vega/"),
    ("Content/reports/2016-01-04.md", "daily/2016/01/04/"),
  ])
  func aFileOfContentHasAnAddress(file: String, address: String) {
    #expect(PagePath(ofContent: file)?.text == address)
  }

  @Test(arguments: ["Content/site.yml", "Content/reports/a.md", "Templates/a/b.md", "a.md", ""])
  func otherFilesHaveNone(file: String) {
    #expect(PagePath(ofContent: file) == nil)
  }
}
