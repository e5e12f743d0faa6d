import MarketData
import Quant
import TestSupport
import Testing

/// Brokers' files made to do harm, or damaged: no trap, no loss in silence, no account number shown.
@Suite struct BrokerHostileTests {
  private static let samples: [(kind: FileKind, text: String)] = [
    (
      .ibkrFlex,
      "<FlexQueryResponse><FlexStatement accountId=\"U7654321\" toDate=\"20260316\"><OpenPositions>"
        + "<OpenPosition assetCategory=\"OPT\" symbol=\"SPXW  260331P05900000\" position=\"-2\" "
        + "currency=\"USD\" multiplier=\"100\" openDateTime=\"20260302;1\"/></OpenPositions>"
        + "</FlexStatement></FlexQueryResponse>"
    ),
    (
      .thinkorswimAccount,
      "Account Statement for 123456789 (a) since 3/1/26 through 3/16/26\nOptions\nSymbol,Option Code,"
        + "Exp,Strike,Type,Qty,Trade Price,Mark\nSPX,SPXW260331P5900,31 MAR 26,5900,PUT,-2,1,.9\n"
        + ",OVERALL TOTALS\n"
    ),
    (
      .thinkorswimPositions,
      "Position Statement for 123456789 (a) on 3/16/26 11:49:04\nNone\nInstrument,Qty,Mark\n"
        + "/VX,1,20\nSPX,,\n100 (Weeklys) 24 APR 26 4650 PUT,-2,1\nCash,$1.00\n"
    ),
    (
      .tastytradePositions,
      "Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put\n5WX12345,SPX,OPTION,-2,"
        + "Mar 31,15d,5900,P\n"
    ),
  ]

  private static let file = "positions_2026-03-16.csv"

  @Test func damagedFilesNeitherTrapNorLoseRowsInSilence() throws {
    var generator = SplitMix64(seed: 20_260_316)
    let alphabet = Array("0123456789,.\"\n/()<>=&;-+ ACPTZ\u{0}é€".utf8)
    for (kind, text) in Self.samples {
      #expect(FileRecogniser.kind(of: bytes(text)) == kind)
      for _ in 0..<400 {
        var damaged = bytes(text)
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !damaged.isEmpty {
          let place = Int.random(in: damaged.indices, using: &generator)
          switch Int.random(in: 0...2, using: &generator) {
          case 0: damaged[place] = alphabet.randomElement(using: &generator) ?? 0
          case 1: damaged.remove(at: place)
          default: damaged.removeSubrange(place...)
          }
        }
        let reading = try FileRecogniser.read(damaged, file: Self.file, kind: kind)
        #expect(reading.rowCount <= 2)
        guard case .holdings(let holdings) = reading.records else { continue }
        #expect(holdings.count == reading.rowCount)
        #expect(
          holdings.allSatisfy {
            abs($0.quantity) <= 1e9 && $0.quantity != 0 && $0.account.count <= 5
          })
        // A list of positions gives what it holds or says why not; markup may lose its names.
        #expect(
          !holdings.isEmpty || !reading.problems.isEmpty || kind == .ibkrFlex,
          "\(String(decoding: damaged, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
    "<!DOCTYPE a [<!ENTITY l0 \"lol\"><!ENTITY x \"&l0;&l0;&l0;&l0;&l0;\">]>",
    "<!DOCTYPE FlexQueryResponse>",
  ])
  func aStatementWithADoctypeIsRefused(doctype: String) throws {
    let text = Self.samples[0].text.replacing("U7654321", with: "&x;")
    let result = try BrokerImport("\(doctype)\n\(text)", file: "a.xml")
    #expect(result.holdings.isEmpty)
    #expect(
      result.problems == [
        "a.xml:1:1: error: the document has a DOCTYPE, which could define entities. Remove the DOCTYPE "
          + "declaration."
      ])
    #expect(result.codes == ["refused-markup rejected"])
  }

  @Test func entitiesOfItsOwnMakeAStatementMalformed() throws {
    let text = Self.samples[0].text.replacing("U7654321", with: "&x;")
    let result = try BrokerImport(text, file: "a.xml")
    #expect(result.holdings.isEmpty)
    #expect(result.codes == ["refused-markup rejected"])
  }

  @Test func aBareAmpersandIsNamedWithItsLine() throws {
    let text = Self.samples[0].text.replacing(
      "<OpenPosition ", with: "\n<OpenPosition description=\"S&P 500\" ")
    let result = try BrokerImport(text, file: "a.xml")
    #expect(result.holdings.isEmpty)
    #expect(result.reading.problems.map(\.location.line) == [2])
    #expect(result.problems.first?.contains("not well-formed XML") == true)
  }

  @Test func encodingsOtherThanTheyClaimAreRefused() throws {
    let text = Self.samples[0].text
    let utf16 = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let mark: [UInt8] = [0xFF, 0xFE]
    let cases: [(bytes: [UInt8], message: String)] = [
      (
        bytes("<?xml version=\"1.0\" encoding=\"UTF-7\"?>\(text)"),
        "the document declares the encoding \"UTF-7\""
      ),
      (
        bytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(text)"),
        "the document declares the encoding \"UTF-16\""
      ),
      (
        bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(text)") + [0xE9],
        "the text is not valid UTF-8"
      ),
      (mark + utf16, "the text is UTF-16, not UTF-8"),
      (utf16, "the text is UTF-16, not UTF-8"),
    ]
    for (bytes, message) in cases {
      let reading = try FileRecogniser.read(bytes, file: "a.xml", kind: .ibkrFlex)
      #expect(reading.rowCount == 0)
      #expect(reading.problems.map(\.message) == [message])
      #expect(reading.problems.allSatisfy { $0.action == .rejected })
    }
  }

  @Test func inclusionsAndInstructionsDoNothing() throws {
    let text = Self.samples[0].text.replacing(
      "<OpenPositions>",
      with: "<?php echo 1?><OpenPositions><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
        + "href=\"file:///etc/passwd\" parse=\"text\"/>")
    let result = try BrokerImport("<?xml-stylesheet href=\"file:///etc/passwd\"?>" + text)
    #expect(result.holdings.count == 1)
    #expect(result.problems.isEmpty)
  }

  @Test func aStatementOfManyRowsIsReadInLinearTime() throws {
    let row =
      "<OpenPosition assetCategory=\"STK\" symbol=\"A\" conid=\"7\" currency=\"USD\" position=\"1\" "
      + "levelOfDetail=\"LOT\"/>\n"
    let text = Self.samples[0].text.replacing(
      "<OpenPositions>", with: "<OpenPositions>" + String(repeating: row, count: 2_000))
    #expect(try BrokerImport(text).holdings.count == 2_001)
  }

  @Test func aStatementOfTooManyRowsIsRefusedAsAWhole() throws {
    let refused = "the statement has more than 100000 rows. Export one account or day."
    let rows = try BrokerImport(
      Self.samples[1].text + String(repeating: "a\n", count: 100_001), file: "x.csv")
    #expect(rows.holdings.isEmpty)
    #expect(rows.problems == ["x.csv: error: \(refused)"])
    let elements = String(repeating: "<OpenPosition/>", count: 100_001)
    let text = Self.samples[0].text.replacing(
      "<OpenPositions>", with: "<OpenPositions>\(elements)", maxReplacements: 1)
    let statement = try BrokerImport(text, file: "x.xml")
    #expect(statement.holdings.isEmpty)
    #expect(statement.problems == ["x.xml: error: \(refused)"])
  }

  @Test(arguments: [
    ("U1234567", "…4567"), ("123456789SCHW", "…6789"), ("D-00000042", "…0042"),
    ("5WX12345", "…2345"),
    ("U1", "…1"), ("7", "…"), ("1234", "…34"), ("", ""), ("--", ""), ("ABCDEFGH", "…EFGH"),
    ("\u{202E}U7654321", "…4321"),
  ])
  func accountsAreMasked(account: String, shown: String) throws {
    let text = Self.samples[0].text.replacing("U7654321", with: account)
    #expect(try BrokerImport(text).holdings.map(\.account) == [shown])
  }

  @Test(arguments: ["a page", "{}", "Symbol,Price\nSPY,1\n", "date,value\n2026-01-02,1\n"])
  func otherFilesAreNotTakenForStatements(text: String) {
    let kinds: [FileKind?] = [
      .ibkrFlex, .thinkorswimAccount, .thinkorswimPositions, .tastytradePositions,
    ]
    #expect(!kinds.contains(FileRecogniser.kind(of: bytes(text))))
  }
}
