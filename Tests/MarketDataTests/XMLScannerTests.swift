import MarketData
import Testing

@Suite struct XMLScannerTests {
  private func scan(_ text: String) -> (tags: [XMLStartTag], problems: [String]) {
    scan(bytes: bytes(text))
  }

  private func scan(bytes: [UInt8]) -> (tags: [XMLStartTag], problems: [String]) {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, file: "a.xml", into: &problems)
    return (tags, problems.map(\.description))
  }

  @Test func listsStartTagsWithTheirPlaces() {
    let (tags, problems) = scan(
      """
      <?xml version="1.0"?>
      <!-- <no/> -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x">
        é<g
          id="a&amp;b&#33;"
          x:y="&lt;é">
          <![CDATA[<no/>]]><path/><x:z/>
        </g>
      </svg>
      """)
    #expect(problems.isEmpty)
    #expect(tags.map(\.name) == ["svg", "g", "path", "x:z"])
    #expect(
      tags.map(\.location.description) == ["a.xml:3:1", "a.xml:4:4", "a.xml:7:22", "a.xml:7:29"])
    #expect(
      tags.map(\.namespace) == Array(repeating: "http://www.w3.org/2000/svg", count: 3) + ["urn:x"])
    #expect(tags[1]["id"] == "a&b!")
    #expect(tags[1]["x:y"] == "<é")
    #expect(tags[1]["none"] == nil)
    #expect(tags[0].attributes.isEmpty)
  }

  @Test func byteOrderMarkAndCarriageReturnsDoNotShiftPlaces() {
    let (tags, problems) = scan("\u{FEFF}<a>\r\n<b/>\r<c/></a>")
    #expect(problems.isEmpty)
    #expect(tags.map(\.location.description) == ["a.xml:1:1", "a.xml:2:1", "a.xml:3:1"])
  }

  @Test func placesStayRightInLongDocuments() {
    let rows = 20_000
    let (tags, problems) = scan(
      "<t>\n" + String(repeating: "<r a='1'>x</r>\n", count: rows) + "</t>")
    #expect(problems.isEmpty)
    #expect(tags.count == rows + 1)
    #expect(
      tags.dropFirst().map(\.location)
        == (0..<rows).map { SourceLocation(file: "a.xml", line: $0 + 2, column: 1) })
  }

  @Test(arguments: [
    "<!DOCTYPE a>", "<!DOCTYPE html>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
    "<!DOCTYPE a [<!ENTITY l0 \"lol\"><!ENTITY l1 \"&l0;&l0;&l0;\"><!ENTITY l2 \"&l1;&l1;\">]>",
  ])
  func doctypeIsRefused(doctype: String) {
    let (tags, problems) = scan("<?xml version=\"1.0\"?>\n\(doctype)\n<a>&x;&l2;</a>")
    #expect(tags.isEmpty)
    #expect(
      problems == [
        "a.xml:2:1: error: the document has a DOCTYPE, which could define entities. Remove the "
          + "DOCTYPE declaration."
      ])
  }

  @Test(.timeLimit(.minutes(1)))
  func billionLaughsAreRefusedBeforeTheyAreRead() {
    var entities = "<!ENTITY l0 \"lol\">"
    for level in 1...30 {
      entities += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    let (tags, problems) = scan("<!DOCTYPE a [\(entities)]><a b=\"&l30;\">&l30;</a>")
    #expect(tags.isEmpty)
    #expect(problems.count == 1)
  }

  @Test func unknownEntityIsReported() {
    #expect(
      scan("<a>\n&nbsp;</a>").problems == [
        "a.xml:2:7: error: not well-formed XML: Entity 'nbsp' not defined. Correct the markup at "
          + "this place."
      ])
  }

  @Test func faultsAreReportedOnTheirLine() throws {
    for (text, line) in [
      ("<a>\n<b>\n</a>", 3), ("<a>\n\n&</a>", 3), ("<a\nb=1/>", 2), ("<a>", 1), ("<a/>\n<b/>", 2),
      ("<a b='1'\n b='2'/>", 2), ("plain", 1), ("<a>\u{1}</a>", 1), ("\n<x:a/>", 2),
      ("<a><![CDATA[x</a>", 1), ("<a>]]></a>", 1), ("<a b='<'/>", 1),
    ] {
      let (tags, problems) = scan(text)
      #expect(tags.isEmpty, "\(text)")
      let problem = try #require(problems.first)
      #expect(problems.count == 1, "\(text)")
      #expect(problem.hasPrefix("a.xml:\(line):"), "\(text): \(problem)")
      #expect(problem.contains("error: not well-formed XML: "), "\(text): \(problem)")
    }
  }

  @Test(arguments: ["", "\u{FEFF}", " \n"])
  func emptyDocumentIsReported(text: String) {
    #expect(
      scan(text).problems == [
        "a.xml:1:1: error: the document is empty. Write a document with one root element."
      ])
  }

  @Test func otherEncodingsAreRefused() {
    #expect(
      scan("<?xml version='1.0' encoding='UTF-7'?><a/>").problems == [
        "a.xml:1:1: error: the document declares the encoding \"UTF-7\". Save it as UTF-8 and "
          + "declare that, or declare nothing."
      ])
    #expect(
      scan(bytes: [0xFF, 0xFE, 0x3C, 0x00]).problems == [
        "a.xml:1:1: error: the text is UTF-16, not UTF-8. Save the file as UTF-8."
      ])
    #expect(
      scan(bytes: bytes("<a>") + [0xE9] + bytes("</a>")).problems == [
        "a.xml:1:4: error: the text is not valid UTF-8. Save the file as UTF-8."
      ])
    #expect(scan("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>").problems.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func deepNestingAndLongAttributesAreRefusedQuickly() {
    let deep = scan(
      String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000))
    #expect(deep.tags.isEmpty)
    #expect(deep.problems.count == 1)
    let long = scan("<a b=\"" + String(repeating: "x", count: 12_000_000) + "\"/>")
    #expect(long.tags.isEmpty)
    #expect(long.problems.count == 1)
  }

  @Test func xincludeAndProcessingInstructionsDoNothing() {
    let (tags, problems) = scan(
      "<?xml-stylesheet href='file:///etc/passwd'?><a xmlns:xi='http://www.w3.org/2001/XInclude'>"
        + "<xi:include href='file:///etc/passwd' parse='text'/></a>")
    #expect(problems.isEmpty)
    #expect(tags.map(\.name) == ["a", "xi:include"])
  }

  @Test func documentsAreScannedInParallel() async {
    let counts = await withTaskGroup(of: Int.self) { group in
      for index in 0..<50 {
        group.addTask {
          var problems: [Diagnostic] = []
          let text =
            "<t>" + String(repeating: "<r/>", count: index) + (index % 2 == 0 ? "</t>" : "")
          let tags = XMLScanner.startTags(in: bytes(text), file: "a.xml", into: &problems)
          return problems.isEmpty ? tags.count : -1
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let whole = stride(from: 0, to: 50, by: 2).map { $0 + 1 }
    #expect(counts.filter { $0 == -1 }.count == 25)
    #expect(counts.filter { $0 > 0 }.sorted() == whole)
  }
}
