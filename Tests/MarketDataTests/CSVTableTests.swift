import MarketData
import Testing

@Suite struct CSVTableTests {
  private func table(_ text: String) -> (CSVTable, [String]) {
    table(bytes: bytes(text))
  }

  private func table(bytes: [UInt8]) -> (CSVTable, [String]) {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: "x.csv", into: &problems)
    return (table, problems.map(\.description))
  }

  private func texts(_ table: CSVTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      (0..<table.fieldCount(ofRow: row)).map { table.text(row: row, field: $0) }
    }
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\n a ,b\n\n1,\t2\n \n",
  ])
  func rowsEndWithAnyLineEndAndBlankLinesAreSkipped(text: String) {
    let (table, problems) = table(text)
    #expect(texts(table) == [["a", "b"], ["1", "2"]])
    #expect(problems.isEmpty)
  }

  @Test func byteOrderMarkIsNotPartOfTheFirstField() {
    let (table, problems) = table("\u{FEFF}a,b\n1,2\n")
    #expect(texts(table) == [["a", "b"], ["1", "2"]])
    #expect(table.location(row: 0, field: 0).description == "x.csv:1:1")
    #expect(problems.isEmpty)
  }

  @Test func quotedFieldsHoldCommasQuotesAndLineEnds() {
    let (table, problems) = table("a,b\n\"1,5\",\"say \"\"hi\"\"\nnow\"\n\"\",\"\"\"\"\n")
    #expect(texts(table) == [["a", "b"], ["1,5", "say \"hi\"\nnow"], ["", "\""]])
    #expect(problems.isEmpty)
  }

  @Test func emptyFieldsCount() {
    let (table, _) = table(",\n,,\n")
    #expect(texts(table) == [["", ""], ["", "", ""]])
  }

  @Test func locationsCountCharactersAndLines() {
    let (table, _) = table("a,b\n\"x\ny\",é,z\n7,8,9\n")
    #expect(table.location(row: 1, field: 0).description == "x.csv:2:1")
    #expect(table.location(row: 1, field: 1).description == "x.csv:3:4")
    #expect(table.location(row: 1, field: 2).description == "x.csv:3:6")
    #expect(table.location(row: 2, field: 1).description == "x.csv:4:3")
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n  \r\n"])
  func emptyFileIsReported(text: String) {
    let (table, problems) = table(text)
    #expect(table.rowCount == 0)
    #expect(
      problems == [
        "x.csv:1:1: error: the file is empty. Add the header line and the rows, or remove the "
          + "file from the sources."
      ])
  }

  @Test(arguments: [
    "<!DOCTYPE html><html>", "\n  <html lang=en>", "<?xml version=\"1.0\"?>", "<HEAD>",
    "\u{FEFF}<body>", "<!-- -->",
  ])
  func webPageInsteadOfDataIsReported(text: String) {
    let (table, problems) = table(text)
    #expect(table.rowCount == 0)
    #expect(
      problems == [
        "x.csv:1:1: error: the file is not CSV but an HTML page, probably an error page saved by "
          + "a download. Download the data again and look at the file before using it."
      ])
  }

  @Test func angleBracketsInAHeaderAreNotAWebPage() {
    let (table, problems) = table("<TICKER>,<DATE>\nA,1\n")
    #expect(table.rowCount == 2)
    #expect(problems.isEmpty)
  }

  @Test func utf16IsReported() {
    let expected = [
      "x.csv:1:1: error: the text is UTF-16, not UTF-8. Save the file as UTF-8."
    ]
    #expect(table(bytes: [0xFF, 0xFE, 0x61, 0x00]).1 == expected)
    #expect(table(bytes: [0xFE, 0xFF, 0x00, 0x61]).1 == expected)
    #expect(table(bytes: [0x61, 0x00, 0x2C, 0x00, 0x62, 0x00]).1 == expected)
  }

  @Test func nulByteIsReported() {
    #expect(
      table("a,b\n1,\u{0}\n").1 == [
        "x.csv:2:3: error: the file has a NUL byte, so it is not text. Save it as plain UTF-8 "
          + "text."
      ])
  }

  @Test(
    arguments: [
      [0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF],
      [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidUTF8IsReported(sequence: [UInt8]) {
    #expect(
      table(bytes: bytes("a\né") + sequence).1 == [
        "x.csv:2:2: error: the text is not valid UTF-8. Save the file as UTF-8."
      ])
  }

  @Test func validUTF8OfEveryLengthIsAccepted() {
    let (table, problems) = table("é,€,😀,\u{7FF},\u{FFFD},\u{10FFFF}\n")
    #expect(texts(table) == [["é", "€", "😀", "\u{7FF}", "\u{FFFD}", "\u{10FFFF}"]])
    #expect(problems.isEmpty)
  }

  @Test func quoteInsideAnUnquotedFieldIsReported() {
    let (table, problems) = table("a,b\n1,2\"3\n4,5\n")
    #expect(table.rowCount == 3)
    #expect(
      problems == [
        "x.csv:2:4: error: a quote stands inside an unquoted field. Quote the whole field and "
          + "double the quotes inside it."
      ])
  }

  @Test func textAfterAClosingQuoteIsReported() {
    let (table, problems) = table("a,b\n\"1\"2,3\n")
    #expect(texts(table) == [["a", "b"], ["1", "3"]])
    #expect(
      problems == [
        "x.csv:2:4: error: text follows the closing quote of a field. Put a comma or a line end "
          + "after the closing quote, or double the quotes inside."
      ])
  }

  @Test func unclosedQuoteEndsWithItsLineSoThatLaterRowsAreRead() {
    let (table, problems) = table("a,b\n1,\"2\n3,4\n")
    #expect(texts(table) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(table.line(ofRow: 2) == 3)
    #expect(
      problems == [
        "x.csv:2:3: error: the quoted field that starts here never ends. Add the closing quote, "
          + "or remove the opening one."
      ])
  }

  @Test(.timeLimit(.minutes(1)))
  func manyColumnsRowsAndQuotesTakeLinearTime() {
    let (wide, _) = table(String(repeating: "x,", count: 4_000))
    #expect(wide.fieldCount(ofRow: 0) == 4_001)
    let (stray, problems) = table(String(repeating: "x\"", count: 500_000))
    #expect(stray.rowCount == 0)
    #expect(problems.count == 2)
    let (quotes, many) = table(String(repeating: "\"a\"b,", count: 200_000))
    #expect(quotes.rowCount == 0)
    #expect(many.count == 21)
  }
}
