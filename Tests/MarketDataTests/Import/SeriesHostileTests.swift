import MarketData
import Quant
import TestSupport
import Testing

/// Files of every kind of series, damaged at random places.
@Suite struct SeriesHostileTests {
  private static let files: [(name: String, text: String, rows: Int)] = [
    ("a.csv", "DATE,OPEN,HIGH,LOW,CLOSE\n" + rows { "\($0),10,12,9,11" }, 20),
    ("a.csv", "DATE,VVIX\n" + rows { "\($0),71.5" }, 20),
    (
      "a.csv",
      "Title\n\nDate,VIX Open,VIX High,VIX Low,VIX Close\n" + rows { "\($0),10,12,9,11" }, 20
    ),
    (
      "a.csv",
      "Date,Open,High,Low,Close,Adj Close,Volume\n" + rows { "\($0),10,12,9,11,10.5,500" }, 20
    ),
    ("a.csv", "Date,Close,Volume\n" + rows { "\($0),10,\"1,200\"" }, 20),
    (
      "a.csv",
      "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
        + rows { "SPY,D,\($0.filter { $0 != "-" }),000000,10,12,9,11,5.5,0" }, 20
    ),
    ("CPIAUCSL.csv", "Date,Value\n" + rows { "\($0),10.25" }, 20),
    ("a.csv", "observation_date,A_20240213,A_20240312\n" + rows { "\($0),1,2" }, 20),
    ("a.csv", "realtime_start,realtime_end,date,value\n" + rows { "2024-03-01,,\($0),3" }, 20),
    ("NYSE_advn.csv", rows { "\($0.filter { $0 != "-" }), 550" }, 20),
    (
      "a.csv",
      "decision_date,meeting_start,type,source\n" + rows { "\($0),\($0),scheduled,x" }, 20
    ),
    ("a.csv", ",date,a,b,note\n" + rows { "0,\($0),1,.,text" }, 20),
    (
      "2016-03-01.csv",
      "Symbol,Name,Sector,Price,Market Cap\n" + rows { "S\($0),\"a, b\",x,10,20" }, 20
    ),
  ]

  private static func rows(_ row: (String) -> String) -> String {
    (1...20).map { row("2016-01-\($0 < 10 ? "0" : "")\($0)") + "\n" }.joined()
  }

  @Test func everyWholeFileIsReadWhole() throws {
    for file in Self.files {
      let reading = try imported(file.text, file: file.name)
      #expect(reading.rowCount == file.rows, "\(file.text.prefix(40))")
      #expect(reading.isSound)
    }
  }

  /// Bytes are replaced by ones that mean something to a reader: nothing may trap, and with the
  /// header left whole every row is accepted or has a problem of its own.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func damagedFilesLoseNoRowInSilence(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for file in Self.files {
      let whole = bytes(file.text)
      let kind = FileRecogniser.kind(of: whole)
      let headerLines = CSVTable.rowCount(of: whole) - file.rows
      let header = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix(headerLines + (file.text.contains("\n\n") ? 1 : 0)).map(\.utf8.count)
      let start = header.reduce(0) { $0 + $1 + 1 }
      for round in 0..<60 {
        var damaged = whole
        let isHeaderWhole = round % 3 > 0
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let place = (isHeaderWhole ? start : 0)..<damaged.count
          damaged[Int.random(in: place, using: &random)] =
            Self.pieces.randomElement(using: &random)
            ?? 0
        }
        let reading = try FileRecogniser.read(damaged, file: file.name, kind: kind)
        guard isHeaderWhole else { continue }
        check(reading, dataRows: CSVTable.rowCount(of: damaged) - headerLines)
      }
    }
  }

  private static let pieces = Array("\n\r\",;.-/0190ANx*<>\t ١\u{FEFF}".utf8) + [0, 0xFF]

  private func check(_ reading: FileReading, dataRows: Int) {
    guard dataRows >= 0 else {
      #expect(reading.problems.contains { $0.severity == .error })
      return
    }
    let said = Set(
      reading.problems.filter { $0.action != .kept || $0.severity == .error }
        .compactMap(\.location.line))
    #expect(
      reading.rowCount + said.count >= dataRows, "\(reading.kind) \(dataRows) \(reading.texts)")
    #expect(reading.rowCount <= dataRows)
  }

  @Test func readersOfOtherKindsDoNotTrap() {
    for file in Self.files {
      for reader in FileRecogniser.readers {
        let reading = reader.read(
          bytes(file.text), file: file.name, context: ReadingContext())
        #expect(reading.kind == reader.kind)
      }
    }
    for text in ["", "\n", ",", "\"", "\u{FEFF}", "date", "date,", ",date", ",,,\n,,,\n", "*\n*"] {
      for reader in FileRecogniser.readers {
        #expect(reader.read(bytes(text), file: "x", context: ReadingContext()).rowCount == 0)
      }
    }
  }

  @Test func hostileNumbersAreRejected() throws {
    let reading = try imported(
      "Date,a\n2016-01-04,1\n2016-01-05,1e999\n2016-01-06,0x10\n2016-01-07,١٢\n2016-01-08,nan\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:3:12: error: a is out of range: \"1e999\". Write a number a double can hold.",
        "x.csv:4:12: error: a is not a decimal number: \"0x10\". Write it with digits and a point, "
          + "such as 17.25.",
        "x.csv:5:12: error: a has characters that are not ASCII: \"١٢\". Write it with the digits "
          + "0 to 9, a point and a hyphen as minus sign.",
        "x.csv:6:12: error: a is not a finite number: \"nan\". Write it with digits and a point, "
          + "such as 17.25, or remove the row.",
      ])
  }
}

extension CSVTable {
  /// The number of rows of a text; 0 when it is no text.
  fileprivate static func rowCount(of bytes: [UInt8]) -> Int {
    var ignored: [Diagnostic] = []
    return CSVTable(parsing: bytes, file: "", into: &ignored).rowCount
  }
}
