import MarketData
import Testing

@Suite struct XMLWriterTests {
  private func document(_ write: (XMLWriter) throws -> Void) throws -> String {
    let writer = try XMLWriter()
    try write(writer)
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  @Test func writesElementsTextAndAttributes() throws {
    let text = try document { writer in
      try writer.start("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"])
      try writer.element("title", "Hedge")
      try writer.element("link", "", ["href": "https://example.org/"])
      try writer.end()
    }
    #expect(
      text == Self.declaration
        + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Hedge</title>"
        + "<link href=\"https://example.org/\"/></feed>\n")
  }

  @Test func escapesMarkupAndKeepsUTF8() throws {
    let text = try document { writer in
      try writer.start("a", ["b": "\"<&>'\n\té€😀"])
      try writer.text("<b>&\"']]>\r\né€😀")
      try writer.end()
    }
    #expect(
      text == Self.declaration + "<a b=\"&quot;&lt;&amp;&gt;'&#10;&#9;é€😀\">"
        + "&lt;b&gt;&amp;&quot;']]&gt;&#13;\né€😀</a>\n")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let value = "\"<&>' \n\té€😀\u{7F}\u{85}"
    let writer = try XMLWriter()
    try writer.element("a", "x", ["b": value])
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: try writer.finish(), file: "a.xml", into: &problems)
    #expect(problems.isEmpty)
    #expect(tags.first?["b"] == value)
  }

  @Test func indentsElements() throws {
    let writer = try XMLWriter(isIndented: true)
    try writer.start("a")
    try writer.element("b", "x")
    try writer.end()
    #expect(
      String(decoding: try writer.finish(), as: UTF8.self)
        == Self.declaration + "<a>\n <b>x</b>\n</a>\n")
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"])
  func refusesCharactersXMLCannotHold(text: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    let writer = try XMLWriter()
    try writer.start("a")
    #expect(throws: XMLWriterError.forbiddenCharacter(scalar)) {
      try writer.start("b", ["c": "x\(text)"])
    }
    #expect(throws: XMLWriterError.forbiddenCharacter(scalar)) { try writer.text("x\(text)") }
  }

  @Test func describesAForbiddenCharacter() {
    #expect(
      XMLWriterError.forbiddenCharacter("\u{1B}").description
        == "The character U+1B cannot stand in XML.")
  }

  @Test(arguments: ["", "a b", "1a", "a>", "a\"", "-a", "a:b:c", "a\u{0}b", ":"])
  func refusesNamesThatAreNone(name: String) throws {
    let writer = try XMLWriter()
    try writer.start("a")
    #expect(throws: XMLWriterError.invalidName(name)) { try writer.start(name) }
    #expect(throws: XMLWriterError.invalidName(name)) { try writer.start("a", [name: "x"]) }
  }

  @Test func attributesFollowTheStartOfTheirElementOnce() throws {
    let text = try document { writer in
      try writer.start("a", ["b": "1"])
      try writer.attribute("c", "2")
      #expect(throws: XMLWriterError.repeatedAttribute("b")) { try writer.attribute("b", "3") }
      try writer.text("x")
      #expect(throws: XMLWriterError.attributeOutsideTag("d")) { try writer.attribute("d", "4") }
      try writer.end()
      #expect(throws: XMLWriterError.attributeOutsideTag("e")) { try writer.attribute("e", "5") }
    }
    #expect(text == Self.declaration + "<a b=\"1\" c=\"2\">x</a>\n")
  }

  @Test func refusesUnbalancedDocuments() throws {
    let writer = try XMLWriter()
    #expect(throws: XMLWriterError.unfinished) { try writer.finish() }
    #expect(throws: XMLWriterError.nothingToEnd) { try writer.end() }
    #expect(throws: XMLWriterError.unfinished) { try writer.text("x") }
    try writer.start("a")
    #expect(throws: XMLWriterError.unfinished) { try writer.finish() }
    try writer.end()
    #expect(throws: XMLWriterError.unfinished) { try writer.start("b") }
    #expect(throws: XMLWriterError.nothingToEnd) { try writer.end() }
    #expect(try writer.finish().isEmpty == false)
  }
}
