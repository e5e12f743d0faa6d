import MarketData
import Quant
import Testing

@Suite struct ChainsOptionRowsTests {
  private static let endOfDay =
    "underlying_symbol,quote_date,root,expiration,strike,option_type,open,high,low,close,"
    + "trade_volume,bid_size_1545,bid_1545,ask_size_1545,ask_1545,underlying_bid_1545,"
    + "underlying_ask_1545,bid_size_eod,bid_eod,ask_size_eod,ask_eod,underlying_bid_eod,"
    + "underlying_ask_eod,vwap,open_interest,delivery_code\r\n"
  private static let calculated =
    "\"underlying_symbol\",\"quote_date\",\"root\",\"expiration\",\"strike\",\"option_type\","
    + "\"trade_volume\",\"bid_1545\",\"ask_1545\",\"underlying_bid_1545\","
    + "\"underlying_ask_1545\",\"active_underlying_price_1545\",\"implied_volatility_1545\","
    + "\"open_interest\"\n"

  /// A row of the end-of-day file; the last six fields before the price statistics are the quote.
  private static func row(
    _ root: String = "VIX", expiration: String = "2016-07-20", strike: String = "21.000",
    right: String = "C", quote: String = "10,1.35,20,1.45", date: String = "2016-06-02"
  ) -> String {
    "^VIX,\(date),\(root),\(expiration),\(strike),\(right),1,1,1,1,77,5,1.1,5,1.2,15.1,15.3,"
      + "\(quote),15.2,15.4,1.1,600,\r\n"
  }

  private func read(_ rows: String...) throws -> FileReading {
    try recognised(Self.endOfDay + rows.joined())
  }

  @Test func endOfDayQuotesAreUsedWhenTheFileHasThem() throws {
    let reading = try read(Self.row(), Self.row(right: "p", quote: "0,0.0000,9,0.0500"))
    #expect(reading.told == [])
    #expect(reading.kind == .dataShopQuotes)
    #expect(reading.rowCount == 2)
    #expect(reading.symbols == ["VIX"])
    #expect(reading.first?.description == "2016-06-02")
    let call = try #require(reading.quotes.first)
    #expect(call.quote.contract.expiration.description == "2016-07-20")
    #expect(call.quote.contract.strike == 21)
    #expect((call.quote.bid, call.quote.ask) == (1.35, 1.45))
    #expect(call.volume == 77 && call.openInterest == 600 && call.vendorVolatility == nil)
    #expect(call.underlying.map { abs($0 - 15.3) < 1e-12 } == true)
    let put = try #require(reading.quotes.last)
    #expect(put.quote.contract.right == .put)
    #expect((put.quote.bid, put.quote.ask) == (0, 0.05))
  }

  @Test func quotesOfTheQuarterBeforeTheCloseAreSaidToBeThat() throws {
    let reading = try recognised(
      Self.calculated
        + "\"^SPX\",1/4/2016 0:00:00,\"SPXW\",1/8/2016 0:00:00,1995.50,\"c\",3,8.1,8.6,2001,2002,"
        + "2001.25,0.1525,12\n"
        + "\"^SPX\",1/5/2016 0:00:00,\"SPXW\",1/8/2016 0:00:00,1995.50,\"p\",3,8.1,8.6,2001,2002,"
        + "0.00,0.00,12\n")
    #expect(reading.rowCount == 2)
    #expect(reading.first?.description == "2016-01-04")
    #expect(reading.last?.description == "2016-01-05")
    #expect(reading.quotes.map(\.vendorVolatility) == [0.1525, nil])
    #expect(reading.quotes.map(\.underlying) == [2001.25, 2001.5])
    #expect(reading.quoteMinute == 945)
    #expect(
      reading.told == [
        "kept odd-value x.csv:1:1: warning: the file has no end-of-day quotes; those of 15:45 are "
          + "used. Buy the file with end-of-day quotes if the close matters."
      ])
  }

  @Test func binaryOptionsAndOptionsWithoutQuotesAreSkipped() throws {
    let reading = try read(
      Self.row("BVZ"), Self.row(quote: "0,0.0000,0,0.0000"), Self.row(strike: "22"))
    #expect(reading.rowCount == 1)
    #expect(
      reading.told == [
        "skipped unsupported-instrument x.csv:2:17: warning: BVZ options are not used; the row is "
          + "skipped. Nothing needs to be done.",
        "skipped missing-value x.csv:3:76: warning: the option has neither a bid nor an ask; the "
          + "row is skipped. Nothing needs to be done.",
      ])
  }

  @Test func weeklyVolatilityOptionsAreSkippedWithTheReason() throws {
    let reading = try read(
      Self.row("VIXW", expiration: "2016-06-08"), Self.row(strike: "22"))
    #expect(reading.rowCount == 1)
    #expect(
      reading.told == [
        "skipped unsupported-instrument x.csv:2:17: warning: VIXW options expire weekly and the "
          + "layers are monthly; the row is skipped. Nothing needs to be done."
      ])
  }

  @Test func aFileOfOtherOptionsSaysSo() throws {
    let reading = try read(Self.row("BVZ"))
    #expect(
      reading.told == [
        "rejected unsupported-instrument x.csv:1:1: error: nothing is read from this file: its "
          + "options are BVZ. Options of SPX, SPXW and VIX are read; download one of those.",
        "skipped unsupported-instrument x.csv:2:17: warning: BVZ options are not used; the row is "
          + "skipped. Nothing needs to be done.",
      ])
  }

  @Test func rowsThatCannotBeUsedAreNamed() throws {
    let reading = try read(
      Self.row(quote: "1,1.55,1,1.45"), Self.row(quote: "1,x,1,1.45"), Self.row(strike: "0"),
      Self.row(strike: "21.00005"), Self.row(right: "X"), Self.row(expiration: "soon"),
      Self.row(date: "0016-06-02"), Self.row(expiration: "2016-06-01"), Self.row("?"),
      "^VIX,2016-06-02,VIX\r\n")
    #expect(reading.rowCount == 0)
    let remedy = "Check the row against its source, or download the file again."
    #expect(
      reading.told == [
        "rejected crossed-quote x.csv:2:76: warning: bid_eod 1.55 is above ask_eod 1.45; the row "
          + "is not used. A crossed quote cannot be used; look for a later download.",
        "rejected invalid-number x.csv:3:76: error: bid_eod is not a number: \"x\"; the row is "
          + "not used. Check the quote against its source.",
        "rejected invalid-number x.csv:4:32: error: strike is not a strike: \"0\". \(remedy)",
        "rejected invalid-number x.csv:5:32: error: strike is not a strike: \"21.00005\". "
          + "\(remedy)",
        "rejected invalid-value x.csv:6:39: error: option_type is neither call nor put: \"X\". "
          + "\(remedy)",
        "rejected invalid-date x.csv:7:21: error: expiration is not a date from 1990 to 2199: "
          + "\"soon\". \(remedy)",
        "rejected invalid-date x.csv:8:6: error: quote_date is not a date from 1990 to 2199: "
          + "\"0016-06-02\". \(remedy)",
        "rejected out-of-time x.csv:9:21: error: expiration 2016-06-01 is before the date "
          + "2016-06-02. \(remedy)",
        "rejected invalid-value x.csv:10:17: error: root \"?\" is not an option class. \(remedy)",
        "rejected field-count x.csv:11:1: error: the row has 3 fields, the header has 26. "
          + "Download the file again; a row was cut or its fields have moved.",
      ])
  }

  @Test func repeatsAreFoundByDateAndContract() throws {
    let reading = try read(
      Self.row(), Self.row(right: "P"), Self.row(), Self.row(quote: "1,1,1,2"),
      Self.row(date: "2016-06-03"))
    #expect(reading.rowCount == 3)
    #expect(
      reading.told == [
        "skipped duplicate-row x.csv:4:17: warning: the row for 2016-06-02 VIX 2016-07-20 21 call "
          + "repeats line 2 and is skipped. Remove one of the two.",
        "rejected conflicting-row x.csv:5:17: error: the row for 2016-06-02 VIX 2016-07-20 21 "
          + "call disagrees with line 2, which is used. Keep the right one of the two rows.",
      ])
  }

  @Test func aSaturdayExpirationIsTheFridayBefore() throws {
    let reading = try read(Self.row("SPX", expiration: "2014-01-18", date: "2014-01-06"))
    #expect(reading.quotes.map(\.quote.contract.expiration.description) == ["2014-01-17"])
  }

  @Test func headersWithoutQuotesOrRowsAreErrors() throws {
    #expect(
      try read().told == [
        "rejected empty-file x.csv:1:1: error: the file has a header but no rows. Download the "
          + "quotes again."
      ])
    let reading = try recognised("quote_date,root,expiration,strike,option_type\n")
    #expect(reading.kind == .dataShopQuotes)
    #expect(
      reading.problems.map(\.description) == [
        "x.csv:1:1: error: the header lacks \"bid_eod\", \"ask_eod\"; found \"quote_date\", "
          + "\"root\", \"expiration\", \"strike\", \"option_type\". Write the header "
          + "quote_date,root,expiration,strike,option_type,bid_eod,ask_eod[,underlying_bid_eod]"
          + "[,underlying_ask_eod][,implied_volatility_1545][,trade_volume][,open_interest]"
          + "[,underlying_symbol][,open][,high][,low][,close][,bid_size_1545][,bid_1545]"
          + "[,ask_size_1545][,ask_1545][,underlying_bid_1545][,underlying_ask_1545]"
          + "[,implied_underlying_price_1545][,active_underlying_price_1545][,delta_1545]"
          + "[,gamma_1545][,theta_1545][,vega_1545][,rho_1545][,bid_size_eod][,ask_size_eod]"
          + "[,vwap][,delivery_code]."
      ])
  }

  @Test func theProjectsOwnQuotesHaveTheCodeOfACrossedQuote() throws {
    let reading = try recognised(
      "date,root,expiration,strike,right,bid,ask\n2016-01-04,VIX,2016-02-17,22,call,1.50,1.45\n")
    #expect(reading.kind == .optionQuotes)
    #expect(reading.problems.map(\.code) == [.crossedQuote])
    #expect(reading.problems.map(\.action) == [.rejected])
  }

  // MARK: historicaloptiondata.com

  private static let historical =
    "\u{FEFF}underlying,underlying_last, exchange,optionroot,optionext,type,expiration,quotedate,"
    + "strike,last,bid,ask,volume,openinterest,impliedvol,delta,gamma,theta,vega,optionalias\n"

  @Test func readsFilesWithABlankInTheHeader() throws {
    let rest = ",12,34,0.2215,0.5,0.01,-1,2,x\n"
    let reading = try recognised(
      Self.historical
        + "SPX,2801.5,*,SPXW180131C02800000,,call,01/31/2018,01/22/2018,2800,15,14.9,15.3\(rest)"
        + "SPX,2801.5,*,SPX,,put,02/16/2018,01/22/2018,2800,25,24.9,25.3\(rest)"
        + "SPX,2801.5,*,SPXW180131C02800000,,put,01/31/2018,01/22/2018,2800,15,14.9,15.3\(rest)")
    #expect(reading.kind == .historicalOptionData)
    #expect(reading.rowCount == 2)
    #expect(reading.symbols == ["SPX", "SPXW"])
    #expect(reading.quotes.map(\.underlying) == [2801.5, 2801.5])
    #expect(reading.quotes.map(\.vendorVolatility) == [0.2215, 0.2215])
    #expect(
      reading.told == [
        "rejected invalid-value x.csv:4:14: error: optionroot \"SPXW180131C02800000\" is not the "
          + "option of the row, 2018-01-31 2800 put. Check the row against its source, or download "
          + "the file again."
      ])
  }
}
