import MarketData
import Testing

@testable import SiteGenerator

@Suite struct ContentDocumentTests {
  private func read(
    _ text: String, path: String = "Content/pages/a.md"
  ) -> (result: ContentDocument?, problems: [String]) {
    read(bytes: Array(text.utf8), path: path)
  }

  private func read(
    bytes: [UInt8], path: String = "Content/pages/a.md"
  ) -> (result: ContentDocument?, problems: [String]) {
    collecting { ContentDocument(bytes: bytes, path: path, into: &$0) }
  }

  @Test func frontMatterAndBodyAreToldApart() throws {
    let document = try #require(read("---\ntitle: A\n---\n\nBody\n---\nmore\n").result)
    #expect(document.body == "\nBody\n---\nmore\n")
    #expect(document.bodyLine == 4)
    var fields = document.fields
    #expect(collecting { fields.text("title", into: &$0) }.result == "A")
  }

  @Test func aFileMayEndWithItsFrontMatter() throws {
    for text in ["---\ntitle: A\n---\n", "---\ntitle: A\n---"] {
      #expect(try #require(read(text).result).body == "")
    }
    #expect(read("---\n---\n").result != nil)
  }

  @Test func lineEndsOfOtherSystemsAndAByteOrderMarkAreTaken() throws {
    for text in [
      "---\r\ntitle: A\r\n---\r\nB\r\n", "---\rtitle: A\r---\rB\r",
      "\u{FEFF}---\ntitle: A\n---\nB\n",
    ] {
      let document = try #require(read(text).result)
      #expect(document.body == "B\n")
      #expect(document.bodyLine == 4)
    }
  }

  @Test(arguments: ["", "Body\n", " ---\ntitle: A\n---\n", "--- \ntitle: A\n---\n"])
  func aFileWithoutFrontMatterIsReported(text: String) {
    let (document, problems) = read(text)
    #expect(document == nil)
    #expect(
      problems == [
        "Content/pages/a.md:1:1: error: the file has no front matter. "
          + "Begin it with a line `---`, lines `key: value`, and a line `---`."
      ])
  }

  @Test func frontMatterWithoutAnEndIsReported() {
    #expect(
      read("---\ntitle: A\n----\n").problems == [
        "Content/pages/a.md:1:1: error: the front matter has no end. "
          + "Close it with a line that holds only `---`."
      ])
  }

  @Test func aFileThatIsNotUTF8IsReported() {
    let (document, problems) = read(bytes: Array("---\ntitle: ".utf8) + [0xE4, 0x0A])
    #expect(document == nil)
    #expect(
      problems == [
        "Content/pages/a.md:1:1: error: the file is not UTF-8. "
          + "Save it as UTF-8 without other encodings."
      ])
  }

  @Test(arguments: [
    ("Content/lessons/04-three.md", "04-three"), ("a.md", "a"), ("Content/pages/a.b.md", "a.b"),
  ])
  func theSlugIsTheNameOfTheFile(path: String, slug: String) throws {
    #expect(try #require(read("---\n---\n", path: path).result).slug == slug)
  }
}
