import Testing

@testable import SiteGenerator

@Suite struct ContentNameTests {
  @Test(arguments: [
    "about", "about/sources", "Größe", "σ", "波动率", "🛡", "café", "v1.2", "it’s", "a_b", "a+b", "a&b",
    "console", "com", "com10", "xml", "index", "a\u{200D}b",
  ])
  func namesOfAllScriptsAreGood(name: String) {
    #expect(ContentName.fault(of: "Content/pages/\(name).md") == nil)
  }

  @Test(arguments: [
    ("what?", "the file name holds `?`, which an address or a disk may refuse"),
    ("a:b", "the file name holds `:`, which an address or a disk may refuse"),
    ("50%", "the file name holds `%`, which an address or a disk may refuse"),
    ("a#b", "the file name holds `#`, which an address or a disk may refuse"),
    ("a\\b", "the file name holds `\\`, which an address or a disk may refuse"),
    ("a b", "the file name holds a space, which an address or a disk may refuse"),
    ("a\u{A0}b", "the file name holds U+00A0, which an address or a disk may refuse"),
    ("a\u{202E}b", "the file name holds U+202E, which an address or a disk may refuse"),
    ("a\u{7F}b", "the file name holds U+007F, which an address or a disk may refuse"),
    ("CON", "Windows refuses a folder with the name `CON`"),
    ("deep/aux/er", "Windows refuses a folder with the name `aux`"),
    ("lpt9", "Windows refuses a folder with the name `lpt9`"),
    ("feed.xml", "the name `feed.xml` ends in `.xml` as the name of a file does, not of a page"),
    (
      "assets/Style.CSS",
      "the name `Style.CSS` ends in `.css` as the name of a file does, not of a page"
    ),
    ("dot.", "the name `dot.` ends in `.` as the name of a file does, not of a page"),
  ])
  func everythingElseIsNamed(name: String, what: String) throws {
    let fault = try #require(ContentName.fault(of: "Content/pages/\(name).md"))
    #expect(fault.what == what)
    #expect(
      fault.remedy
        == (what.hasPrefix("the file name")
          ? "Rename it with letters, digits and hyphens." : "Give the file another name."))
  }

  @Test(arguments: ["Templates/disclaimers/a b.md", "Content/data/a b.csv", "Content/pages/a.txt"])
  func otherFilesAreNoPages(path: String) {
    #expect(ContentName.fault(of: path) == nil)
  }
}
