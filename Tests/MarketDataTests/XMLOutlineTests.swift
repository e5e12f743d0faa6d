import MarketData
import Testing

@Suite struct XMLOutlineTests {
  private func outline(_ text: String) throws -> XMLOutline {
    var problems: [Diagnostic] = []
    let outline = XMLScanner.outline(of: Array(text.utf8), file: "x.xml", into: &problems)
    #expect(problems == [])
    return try #require(outline)
  }

  @Test func elementsAreInsideWhatHoldsThem() throws {
    let outline = try outline("<a><b><c/></b><d/></a>")
    #expect(outline.tags.map(\.name) == ["a", "b", "c", "d"])
    #expect((0..<4).map(outline.inside) == [1..<4, 2..<3, 3..<3, 4..<4])
  }

  /// Text before, between and after inner elements belongs to the outer one, not to what follows.
  @Test func textBelongsToTheElementAroundIt() throws {
    let outline = try outline("<a>one <b>two</b> three<c/><d>four</d> five</a>")
    #expect(outline.texts(in: 0) == ["one ", "two", " three", "four", " five"])
    #expect(outline.texts(in: 1) == ["two"])
    #expect(outline.texts(in: 2) == [])
    #expect(outline.texts(in: 3) == ["four"])
  }

  @Test func wordsHaveSingleSpacesAndResolvedReferences() throws {
    let outline = try outline("<a>\n x &amp;\n\ty <b> </b>1\u{202F}000 \n</a>")
    #expect(outline.words(in: 0) == "x & y 1\u{202F}000")
    #expect(outline.words(in: 1) == "")
  }

  @Test func aDocumentWithAFaultHasNoOutline() {
    var problems: [Diagnostic] = []
    #expect(XMLScanner.outline(of: Array("<a>".utf8), file: "x.xml", into: &problems) == nil)
    #expect(problems.count == 1)
  }

  /// Sizes of `gzip -6` for the same bytes, whose header holds no name.
  @Test func thePackedSizeIsThatOfAGzipFile() {
    #expect(GzipArchive.packedSize(of: []) == 20)
    #expect(GzipArchive.packedSize(of: Array(repeating: 0x61, count: 10_000)) == 46)
  }
}
