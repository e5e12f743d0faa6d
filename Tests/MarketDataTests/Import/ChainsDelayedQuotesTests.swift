import MarketData
import Quant
import TestSupport
import Testing

/// A made-up chain in the layout of Cboe's delayed-quotes page.
struct DelayedChain {
  static let columns =
    "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,Strike,"
    + "Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest"
  static let lines = [
    "", "Test Index,Last: 4021.5,Change:  -3.25",
    "\"Date: July 10, 2026, 4:47 PM EDT\",Bid: 4020.1,Ask: 4022.9,Size: 1*1,Volume: 0", columns,
  ]

  /// A row of 22 fields; `call` and `put` are bid, ask and volatility.
  static func row(
    _ expiration: String = "Fri Jul 17 2026", symbol: String = "SPXW260717", strike: Double = 4000,
    call: String = "45.1,45.9,12,0.1812", put: String = "21.2,21.8,34,0.1934"
  ) -> String {
    let digits = String(100_000_000 + Int(strike * 1000)).dropFirst()
    return "\(expiration),\(symbol)C\(digits),44,0.5,\(call),0.6,0.01,210,\(strike),"
      + "\(symbol)P\(digits),22,-0.5,\(put),-0.4,0.01,310"
  }

  static func text(_ rows: [String], lines: [String] = lines, end: String = "\n") -> String {
    (lines + rows).map { $0 + end }.joined()
  }
}

/// What the recogniser makes of a text named `x.csv`.
func recognised(
  _ text: String, context: ReadingContext = ReadingContext()
) throws -> FileReading {
  try FileRecogniser.read(bytes(text), file: "x.csv", context: context)
}

extension FileReading {
  /// The quotes of a chain.
  var quotes: [ChainQuote] {
    guard case .quotes(let quotes) = records else { return [] }
    return quotes
  }

  /// Each problem as action, code and description.
  var told: [String] {
    problems.map { "\($0.action?.rawValue ?? "-") \($0.code?.rawValue ?? "-") \($0)" }
  }
}

@Suite struct ChainsDelayedQuotesTests {
  private func read(_ rows: String...) throws -> FileReading {
    try recognised(DelayedChain.text(rows))
  }

  @Test func readsCallsAndPuts() throws {
    let reading = try read(
      DelayedChain.row(),
      DelayedChain.row(
        "Fri Dec 18 2026", symbol: "SPX261218", strike: 4002.5, call: "0,0.05,0,0",
        put: "98.4,99.2,0,0.21"))
    #expect(reading.told == [])
    #expect(reading.kind == .cboeDelayedQuotes)
    #expect(reading.rowCount == 2)
    #expect(reading.symbols == ["SPX", "SPXW"])
    let day = try #require(CalendarDate("2026-07-10"))
    #expect(reading.first == day && reading.last == day)
    let weekly = try #require(CalendarDate("2026-07-17"))
    let monthly = try #require(CalendarDate("2026-12-18"))
    func quote(
      _ root: OptionRoot, _ expiration: CalendarDate, _ strike: Double, _ right: OptionRight,
      _ bid: Double, _ ask: Double
    ) -> OptionQuote {
      OptionQuote(
        date: day,
        contract: OptionContract(
          root: root, expiration: expiration, strike: strike, right: right), bid: bid, ask: ask)
    }
    #expect(
      reading.quotes == [
        ChainQuote(
          quote: quote(.spxw, weekly, 4000, .call, 45.1, 45.9), vendorVolatility: 0.1812,
          openInterest: 210, volume: 12, underlying: 4021.5),
        ChainQuote(
          quote: quote(.spxw, weekly, 4000, .put, 21.2, 21.8), vendorVolatility: 0.1934,
          openInterest: 310, volume: 34, underlying: 4021.5),
        ChainQuote(
          quote: quote(.spx, monthly, 4002.5, .call, 0, 0.05), vendorVolatility: nil,
          openInterest: 210, volume: 0, underlying: 4021.5),
        ChainQuote(
          quote: quote(.spx, monthly, 4002.5, .put, 98.4, 99.2), vendorVolatility: 0.21,
          openInterest: 310, volume: 0, underlying: 4021.5),
      ])
  }

  @Test func everyVariantOfTheHeaderGivesTheSameQuotes() throws {
    let lines = DelayedChain.lines
    let row = DelayedChain.row()
    let plain = DelayedChain.text([row])
    let commas = String(repeating: ",", count: 21)
    let short = row.split(separator: ",").enumerated()
      .filter { ![8, 9, 19, 20].contains($0.offset) }.map { String($0.element) }
      .joined(separator: ",")
    let variants = [
      DelayedChain.text([row], lines: Array(lines.dropFirst())),
      DelayedChain.text([row], lines: ["Cboe delayed quotes csv"] + lines.dropFirst()),
      "\u{FEFF}" + DelayedChain.text([row], end: "\r\n"),
      DelayedChain.text([row, commas, commas], lines: [commas] + lines.dropFirst(), end: ",,,\n"),
      plain.replacing(
        "\"Date: July 10, 2026, 4:47 PM EDT\"", with: "Date: 10 July 2026, 4:47 PM EDT"),
      plain.replacing("\"Date: July 10, 2026, 4:47 PM EDT\"", with: "Jul 10 2026 @ 16:47 ET"),
      plain.replacing("Volume,IV", with: "Vol,IV").replacing("Open Interest", with: "Open Int"),
      plain.replacing(
        "Puts,Last Sale,Net,Bid,Ask,Volume,IV",
        with: "Puts,Last Sale.1,Net.1,Bid.1,Ask.1,Volume.1,IV.1"),
      DelayedChain.text([short], lines: lines.map { $0.replacing("Delta,Gamma,", with: "") }),
      DelayedChain.text([row.replacing("Fri Jul 17 2026", with: "2026-07-17")]),
      DelayedChain.text([row.replacing("Fri Jul 17 2026", with: "7/17/2026")]),
      DelayedChain.text([row.replacing("SPXW260717", with: "SPXW  260717")]),
    ]
    let expected = try recognised(plain)
    #expect(expected.quotes.count == 2)
    for text in variants {
      let reading = try recognised(text)
      #expect(reading.quotes == expected.quotes, "\(text)")
      #expect(reading.told == [], "\(text)")
    }
  }

  @Test func volatilitiesInPercentAreDividedByAHundred() throws {
    let reading = try read(
      DelayedChain.row(call: "45.1,45.9,12,18.12", put: "21.2,21.8,34,0"),
      DelayedChain.row(strike: 4010, call: "40.1,40.9,12,18", put: "26.2,26.8,34,2.5"))
    #expect(reading.quotes.map(\.vendorVolatility) == [18.12 / 100, nil, 0.18, 0.025])
    #expect(
      reading.told == [
        "kept rescaled x.csv:4:52: warning: the implied volatilities are in percent; they are "
          + "divided by 100. Nothing needs to be done."
      ])
  }

  @Test func aSideWithoutAUsableQuoteIsLeftOutAndNamed() throws {
    let reading = try read(
      DelayedChain.row(strike: 4000, call: "0,0,0,0.1"),
      DelayedChain.row(strike: 4010, put: "27.5,26.5,0,0.1"),
      DelayedChain.row(strike: 4020, put: "0.5,0,0,0.1"),
      DelayedChain.row(strike: 4030, call: "abc,1,0,0.1"),
      DelayedChain.row(strike: 4040, call: "-1,1,0,0.1"),
      DelayedChain.row(strike: 4050, call: "1.5,--,0,0.1"),
      DelayedChain.row(strike: 4060, call: ",1.5,0,0.1"))
    #expect(reading.rowCount == 7)
    #expect(reading.quotes.count == 8)
    #expect(reading.quotes.last { $0.quote.contract.right == .call }?.quote.bid == 0)
    #expect(reading.isSound)
    #expect(
      reading.told == [
        "kept missing-value x.csv:5:17: warning: the call has neither a bid nor an ask; the call "
          + "is left out. Nothing needs to be done.",
        "kept crossed-quote x.csv:6:112: warning: Put Bid 27.5 is above Put Ask 26.5; the put is "
          + "left out. A crossed quote cannot be used; look for a later download.",
        "kept crossed-quote x.csv:7:112: warning: Put Bid 0.5 is above Put Ask 0; the put is left "
          + "out. A crossed quote cannot be used; look for a later download.",
        "kept invalid-number x.csv:8:44: warning: Call Bid is not a number: \"abc\"; the call is "
          + "left out. Check the quote against its source.",
        "kept invalid-number x.csv:9:44: warning: Call Bid is negative: \"-1\"; the call is left "
          + "out. Check the quote against its source.",
        "kept missing-value x.csv:10:48: warning: Call Ask is missing beside a bid; the call is "
          + "left out. Check the quote against its source.",
      ])
  }

  @Test func aRowWithoutAnyUsableQuoteIsNotCounted() throws {
    let reading = try read(
      DelayedChain.row(strike: 4000, call: "0,0,0,0.1", put: ",,0,"),
      DelayedChain.row(strike: 4010, call: "5,4,0,0.1", put: "0,0,0,0.1"),
      DelayedChain.row(strike: 4020, call: "5,x,0,0.1", put: "9,8,0,0.1"))
    #expect(reading.rowCount == 0)
    #expect(reading.quotes.isEmpty)
    #expect(reading.first == nil)
    #expect(
      reading.told == [
        "skipped missing-value x.csv:5:17: warning: neither the call nor the put has a bid or an "
          + "ask; the row is skipped. Nothing needs to be done.",
        "rejected crossed-quote x.csv:6:44: warning: Call Bid 5 is above Call Ask 4; the row is "
          + "not used. A crossed quote cannot be used; look for a later download.",
        "rejected missing-value x.csv:6:74: warning: the put has neither a bid nor an ask; the "
          + "row is not used. Nothing needs to be done.",
        "rejected invalid-number x.csv:7:46: error: Call Ask is not a number: \"x\"; the row is "
          + "not used. Check the quote against its source.",
        "rejected crossed-quote x.csv:7:102: warning: Put Bid 9 is above Put Ask 8; the row is "
          + "not used. A crossed quote cannot be used; look for a later download.",
      ])
  }

  @Test func numbersBesideTheQuoteMayBeMissing() throws {
    let reading = try read(DelayedChain.row(call: "45.1,45.9,1e999,n/a", put: "21.2,21.8,,-0.2"))
    #expect(reading.rowCount == 1)
    #expect(reading.quotes.map(\.volume) == [nil, nil])
    #expect(reading.quotes.map(\.vendorVolatility) == [nil, nil])
    #expect(
      reading.told == [
        "kept invalid-number x.csv:5:54: warning: Call Volume cannot be \"1e999\"; the quote is "
          + "kept without it. Check the value against its source if you need it.",
        "kept invalid-number x.csv:5:123: warning: Put IV cannot be \"-0.2\"; the quote is kept "
          + "without it. Check the value against its source if you need it.",
      ])
  }

  @Test func strikeAndExpirationMustAgreeWithTheSymbols() throws {
    let row = DelayedChain.row()
    let reading = try read(
      row.replacing(",4000.0,", with: ",4005,"),
      row.replacing("Fri Jul 17 2026", with: "Fri Jul 24 2026"),
      row.replacing("SPXW260717P", with: "SPX260717P"),
      row.replacing("SPXW260717P", with: "SPXW260717C"),
      row.replacing("SPXW260717C", with: "SPXW26071"),
      row.replacing("Fri Jul 17 2026", with: "Fri Jul 32 2026"),
      row.replacing(",4000.0,", with: ",0,"),
      row.replacing("260717", with: "260702").replacing("Fri Jul 17 2026", with: "2026-07-02"))
    #expect(reading.rowCount == 0)
    let remedy = "Download the chain again; a row that does not agree with itself is not used."
    #expect(
      reading.told == [
        "rejected invalid-value x.csv:5:17: error: Call symbol \"SPXW260717C04000000\" is not the "
          + "option of the row, SPXW 2026-07-17 4005. \(remedy)",
        "rejected invalid-value x.csv:6:17: error: Call symbol \"SPXW260717C04000000\" is not the "
          + "option of the row, SPXW 2026-07-24 4000. \(remedy)",
        "rejected invalid-value x.csv:7:84: error: Put symbol \"SPX260717P04000000\" is not the "
          + "option of the row, SPXW 2026-07-17 4000. \(remedy)",
        "rejected invalid-value x.csv:8:84: error: Put symbol \"SPXW260717C04000000\" is not a "
          + "put. \(remedy)",
        "rejected invalid-value x.csv:9:17: error: Call symbol \"SPXW2607104000000\" is not an "
          + "option symbol. \(remedy)",
        "rejected invalid-date x.csv:10:1: error: Expiration Date is not a date: \"Fri Jul 32 "
          + "2026\". \(remedy)",
        "rejected invalid-number x.csv:11:77: error: Strike is not a price above zero: \"0\". "
          + "\(remedy)",
        "rejected out-of-time x.csv:12:1: error: Expiration Date 2026-07-02 is before the date "
          + "2026-07-10. \(remedy)",
      ])
  }

  @Test func aSaturdayInTheSymbolIsTheFridayBefore() throws {
    let lines = DelayedChain.lines.map { $0.replacing("July 10, 2026", with: "January 6, 2014") }
    let reading = try recognised(
      DelayedChain.text(
        [
          DelayedChain.row("Sat Jan 18 2014", symbol: "SPX140118"),
          DelayedChain.row("Fri Jan 17 2014", symbol: "SPX140118", strike: 4010),
        ], lines: lines))
    #expect(reading.told == [])
    #expect(Set(reading.quotes.map(\.quote.contract.expiration.description)) == ["2014-01-17"])
  }

  @Test func rowsOfOtherClassesAreSkipped() throws {
    let reading = try read(
      DelayedChain.row(), DelayedChain.row(symbol: "XSP260717", strike: 402))
    #expect(reading.rowCount == 1)
    #expect(
      reading.told == [
        "skipped unsupported-instrument x.csv:6:17: warning: XSP options are not used; the row is "
          + "skipped. Nothing needs to be done."
      ])
  }

  @Test func weeklyVolatilityOptionsAreSkippedWithTheReason() throws {
    let reading = try read(
      DelayedChain.row(), DelayedChain.row(symbol: "VIXW260715", strike: 20))
    #expect(reading.rowCount == 1)
    #expect(
      reading.told == [
        "skipped unsupported-instrument x.csv:6:17: warning: VIXW options expire weekly and the "
          + "layers are monthly; the row is skipped. Nothing needs to be done."
      ])
  }

  @Test func aChainOfAnotherUnderlyingSaysSo() throws {
    let reading = try recognised(
      DelayedChain.text(
        [
          DelayedChain.row(symbol: "AAPL260717", strike: 200),
          DelayedChain.row(symbol: "AAPL7260717", strike: 205),
        ],
        lines: DelayedChain.lines.map { $0.replacing("Test Index", with: "Apple, Inc.") }))
    #expect(reading.rowCount == 0)
    #expect(!reading.isSound)
    #expect(
      reading.told == [
        "rejected unsupported-instrument x.csv:2:1: error: nothing is read from this chain of "
          + "\"Apple, Inc.\": its options are AAPL, AAPL7. Download the chain of SPX or VIX; "
          + "options of SPX, SPXW and VIX are read.",
        "skipped unsupported-instrument x.csv:5:17: warning: AAPL options are not used; the row "
          + "is skipped. Nothing needs to be done.",
        "skipped unsupported-instrument x.csv:6:17: warning: AAPL7 options are not used; the row "
          + "is skipped. Nothing needs to be done.",
      ])
  }

  @Test func repeatedRowsAreFound() throws {
    let reading = try read(
      DelayedChain.row(), DelayedChain.row(strike: 4010), DelayedChain.row(),
      DelayedChain.row(put: "21.3,21.8,34,0.1934"))
    #expect(reading.rowCount == 2)
    #expect(
      reading.told == [
        "skipped duplicate-row x.csv:7:17: warning: the row for 2026-07-10 SPXW 2026-07-17 4000 "
          + "repeats line 5 and is skipped. Remove one of the two.",
        "rejected conflicting-row x.csv:8:17: error: the row for 2026-07-10 SPXW 2026-07-17 4000 "
          + "disagrees with line 5, which is used. Keep the right one of the two rows.",
      ])
  }

  @Test func rowsThatWereCutOrGrewAreRejected() throws {
    let row = DelayedChain.row()
    let reading = try read("Fri Jul 17 2026", row + ",7", row + ",,")
    #expect(reading.rowCount == 1)
    let remedy = "Download the file again; a row was cut or its fields have moved."
    #expect(
      reading.told == [
        "rejected field-count x.csv:5:1: error: the row has 1 field, the header has 22. \(remedy)",
        "rejected field-count x.csv:6:1: error: the row has 23 fields, the header has 22. "
          + "\(remedy)",
      ])
  }

  @Test func aHeaderThatLacksColumnsIsAnError() throws {
    let lines = DelayedChain.lines.map { $0.replacing("Puts,Last Sale,Net,Bid,", with: "Puts,") }
    let remedy = "Download the chain again; the header is \(DelayedChain.columns)."
    #expect(
      try recognised(DelayedChain.text([DelayedChain.row()], lines: lines)).told == [
        "rejected missing-column x.csv:4:1: error: the header lacks Put Bid. \(remedy)"
      ])
    let reading = try FileRecogniser.read(
      bytes("a,b\n1,2\n"), file: "x.csv", kind: .cboeDelayedQuotes)
    #expect(
      reading.told == [
        "rejected missing-column x.csv:1:1: error: no line among the first 12 is the header. "
          + remedy
      ])
  }

  @Test func aChainWithoutRowsIsAnError() throws {
    #expect(
      try read().told == [
        "rejected empty-file x.csv:2:1: error: the file has a header but no rows. Download the "
          + "chain again."
      ])
  }
}
