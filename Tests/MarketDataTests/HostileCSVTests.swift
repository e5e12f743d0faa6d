import MarketData
import Testing

/// Files that are no data, or far too much of it: each is told apart and harms nothing.
struct HostileCSVTests {
  private func table(_ bytes: [UInt8]) -> (rows: Int, problems: [String]) {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: "x.csv", into: &problems)
    return (table.rowCount, problems.map(\.description))
  }

  private func reading(_ text: String) throws -> FileReading {
    try FileRecogniser.read(Array(text.utf8), file: "x.csv")
  }

  @Test func aMillionColumnsAreOneFault() {
    let wide = Array(String(repeating: "1,", count: 1_000_000).utf8)
    let read = table(Array("a,b\n1,2\n".utf8) + wide + Array("\n3,4\n".utf8))
    #expect(read.rows == 3)
    #expect(
      read.problems == [
        "x.csv:3:1: error: a row has more than 4096 fields. Check that the file is what you meant; "
          + "a missing quote can join many rows."
      ])
  }

  @Test func anEndlessLineIsOneFault() {
    let long = [UInt8](repeating: UInt8(ascii: "7"), count: 70_000)
    let read = table(Array("a,b\n".utf8) + long + Array("\n3,4\n".utf8))
    #expect(read.rows == 2)
    #expect(
      read.problems == [
        "x.csv:2:1: error: a row is longer than 65536 bytes. Check that the file is what you meant; "
          + "a missing quote can join many rows."
      ])
  }

  @Test func readingStopsAfterFourMillionRows() {
    let row = Array("1\n".utf8)
    let bytes = [UInt8](unsafeUninitializedCapacity: 8_000_004) { buffer, count in
      for index in buffer.indices { buffer.initializeElement(at: index, to: row[index % 2]) }
      count = buffer.count
    }
    let read = table(bytes)
    #expect(read.rows == 4_000_000)
    #expect(
      read.problems == [
        "x.csv:4000001:1: error: the file has more than 4000000 rows or 40000000 fields; the rest is "
          + "not read. Split the file."
      ])
  }

  @Test func aFileOfGarbageStopsAtAHundredThousandFaults() throws {
    let text = "date,value\n" + String(repeating: "x,y\n", count: 60_000)
    let reading = try reading(text)
    #expect(reading.rowCount == 0)
    #expect(reading.problems.count == 100_001)
    #expect(
      reading.problems.last?.description
        == "x.csv:50002:1: error: 100000 faults were found above this row; the rest is not read. "
        + "Check that the file is of the kind it is read as.")
  }

  @Test func aMillionBadRowsAreAThousandFaultsAndACount() {
    let rows = String(repeating: "a\"b,1\n", count: 1_000) + "c\"d,2\n"
    let read = table(Array("a,b\n".utf8) + Array(rows.utf8))
    #expect(read.rows == 1_002)
    #expect(read.problems.count == 1_001)
    #expect(
      read.problems.last
        == "x.csv:1002:1: error: 1 more fault of quotes and of the size of rows, from "
        + "here on, is not listed. Check that the file is what you meant.")
    let many = table(Array(String(repeating: "a\"b\"\n", count: 300_000).utf8))
    #expect(many.rows == 300_000)
    #expect(many.problems.count == 1_001)
    #expect(many.problems.last?.contains("error: 299000 more faults of quotes") == true)
  }

  @Test func carriageReturnsAloneEndLines() throws {
    let reading = try reading("date,value\r2016-01-04,20.7\r2016-01-05,19.34\r")
    #expect(reading.rowCount == 2)
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("1e999", "is out of range"), ("-1e999", "is out of range"), ("NaN", "is not a finite number"),
    ("Infinity", "is not a finite number"), ("0x10", "is not a decimal number"),
    ("١٢", "has characters that are not ASCII"), ("１２", "has characters that are not ASCII"),
    ("−5", "has characters that are not ASCII"), ("1,050.25", "the row has 3 fields"),
    ("=1+2", "is not a decimal number"),
  ])
  func numbersThatAreNone(_ text: String, _ words: String) throws {
    let reading = try reading("date,value\n2016-01-04,\(text)\n")
    #expect(reading.rowCount == 0)
    #expect(reading.problems.count == 1)
    #expect(reading.problems[0].message.contains(words), "\(reading.problems[0])")
    #expect(reading.problems[0].action == .rejected)
  }

  @Test(arguments: [
    ("\u{FEFF}date,value\n2016-01-04,1\n", 1), ("\"date\",\"value\"\n\"2016-01-04\",\"1\"\n", 1),
  ])
  func marksAndQuotesAreNoHindrance(_ text: String, _ rows: Int) throws {
    let reading = try reading(text)
    #expect(reading.rowCount == rows)
    #expect(reading.problems.isEmpty)
  }

  @Test(
    arguments: [
      (
        [0xFF, 0xFE] + "date,value\n".utf8.flatMap { [$0, 0] },
        "x.csv:1:1: error: the text is UTF-16, not UTF-8. Save the file as UTF-8."
      ),
      (
        Array("date,value\n2016-01-04,1\u{0}\n".utf8),
        "x.csv:2:13: error: the file has a NUL byte, so it is not text. Save it as plain UTF-8 text."
      ),
      (
        Array("date,value\n2016-01-04,".utf8) + [0xE9, 0x0A],
        "x.csv:2:12: error: the text is not valid UTF-8. Save the file as UTF-8."
      ),
      (
        Array("<!DOCTYPE html><html><body>404</body></html>".utf8),
        "x.csv:1:1: error: the file is not CSV but an HTML page, probably an error page saved by a "
          + "download. Download the data again and look at the file before using it."
      ),
      (
        [],
        "x.csv:1:1: error: the file is empty. Add the header line and the rows, or remove the file "
          + "from the sources."
      ),
    ] as [([UInt8], String)])
  func filesThatAreNoText(_ bytes: [UInt8], _ message: String) throws {
    #expect(table(bytes).problems == [message])
    let described: String
    do {
      described = try FileRecogniser.read(bytes, file: "x.csv").problems.map(\.description).joined()
    } catch {
      described = error.description
    }
    #expect(described == message)
  }

  @Test func anUnclosedQuoteEndsWithItsLine() throws {
    let reading = try reading("date,value\n\"2016-01-04,1\n2016-01-05,2\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.problems.map(\.description) == [
        "x.csv:2:1: error: the quoted field that starts here never ends. Add the closing quote, or "
          + "remove the opening one.",
        "x.csv:2:1: error: the row has 1 field, the header has 2. Add the missing fields or remove "
          + "the row.",
      ])
  }
}
