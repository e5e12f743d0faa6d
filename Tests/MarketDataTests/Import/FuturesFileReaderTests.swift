import MarketData
import Quant
import Testing

/// VX futures as vendors write them: each layout, each trap, each message.
struct FuturesFileReaderTests {
  private let header =
    "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest\n"

  private func settlements(_ reading: FileReading) -> [String] {
    guard case .futures(let rows) = reading.records else { return [] }
    return rows.map { "\($0.date) \($0.expiration) \($0.settle)" }
  }

  @Test func aNewContractIsReadByItsName() throws {
    let reading = try imported(
      header + "2016-01-04,G (Feb 2016),19.1,20.4,19,20.1,20.125,1.1,120000,0,98000\n"
        + "2016-01-05,G (Feb 2016),0,20.1,19.9,0,19.6,-0.5,0,0,98000\n",
      file: "some/VX_2016-02-17.csv")
    #expect(reading.kind == .cfeContract)
    #expect(
      settlements(reading) == ["2016-01-04 2016-02-17 20.125", "2016-01-05 2016-02-17 19.6"])
    #expect(reading.symbols == ["VX 2016-02-17"])
    #expect(reading.problems.isEmpty)
  }

  @Test func anOldContractIsDividedByTenAndItsOddRowsAreAccountedFor() throws {
    let reading = try imported(
      "CFE data is compiled for the convenience of site visitors,,,\n" + header
        + "3/22/2007,J (Apr 07),140,145,139,143,120.43,1,10,0,20,\n"
        + "3/23/2007,J (Apr 07),0,0,0,0,0,0,0,0,20\n"
        + "3/26/2007,J (Apr 07),14,14.5,13.9,14.3,14.31,0,10,0,20\n"
        + "3/26/2007,J (Apr 07),14,14.5,13.9,14.3,14.31,0,10,0,20\n",
      file: "CFE_J07_VX.csv")
    #expect(
      settlements(reading) == ["2007-03-22 2007-04-18 12.043", "2007-03-26 2007-04-18 14.31"])
    #expect(reading.rowCount == 2)
    #expect(
      reading.texts == [
        "CFE_J07_VX.csv:3:38: warning: settlements before 2007-03-26 were quoted at ten times the "
          + "index and are divided by 10. Nothing needs to be done.",
        "CFE_J07_VX.csv:4:30: warning: the row for 2007-03-23 is without a settlement price and is "
          + "skipped. Fill in the settlements if you have them.",
        "CFE_J07_VX.csv:6:1: warning: the row for 2007-03-26 repeats line 5 and is skipped. Remove "
          + "one of the two.",
      ])
    #expect(
      reading.codes == ["rescaled kept", "missing-value skipped", "duplicate-row skipped"])
  }

  @Test func aContractWhoseNameTellsNoExpirationIsRefused() throws {
    let reading = try imported(
      header + "2016-01-04,G (Feb 2016),19.1,20.4,19,20.1,20.1,1.1,120000,0,98000\n",
      file: "futures.csv")
    #expect(reading.rowCount == 0)
    #expect(
      reading.texts == [
        "futures.csv: error: the file's name does not tell the contract's expiration, and its "
          + "content cannot: weekly and monthly contracts carry the same label. Keep the exchange's "
          + "file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv."
      ])
    #expect(reading.codes == ["unclear-name rejected"])
  }

  @Test func ranksBecomeContractsAndRollOnTheDayOfExpiration() throws {
    let reading = try imported(
      ",DATE,VIX,VX1,VX2,SPX\n0,2016-02-16,24,23.1,22.9,1895\n1,2016-02-17,22,22.4,22.2,1926\n"
        + "2,2016-02-18,,,,\n")
    #expect(reading.kind == .vxRankPanel)
    #expect(
      settlements(reading) == [
        "2016-02-16 2016-02-17 23.1", "2016-02-16 2016-03-16 22.9",
        "2016-02-17 2016-03-16 22.4", "2016-02-17 2016-04-20 22.2",
      ])
    #expect(
      reading.texts == [
        "x.csv:4:3: warning: the row of 2016-02-18 has no settlement and is skipped. \(unfilled)"
      ])
  }

  @Test func aRankThatMaySkipMonthsIsLeftOut() throws {
    let head = "Date,M1,M2,M3,M4,M5,M6,M7,M8\n"
    let old = try imported(head + "2008-06-02,20,21,22,23,24,25,26,27\n")
    #expect(settlements(old).count == 6)
    #expect(
      old.texts == [
        "x.csv:2:30: warning: 2 cells are left out, from here on: which contract was listed at this "
          + "rank is not known. Import the contracts' own files for these dates."
      ])
    let new = try imported(head + "2009-06-01,20,21,22,23,24,25,26,27\n")
    #expect(settlements(new).count == 8)
    #expect(settlements(new).last == "2009-06-01 2010-01-20 27.0")
    #expect(new.problems.isEmpty)
  }

  @Test func columnsOfContractMonthsAreContracts() throws {
    let reading = try imported("Trade Date,2016_02,2016_03\n2016-02-16,23.1,22.9\n2016-02-18,,21\n")
    #expect(reading.kind == .vxContractPanel)
    #expect(
      settlements(reading) == [
        "2016-02-16 2016-02-17 23.1", "2016-02-16 2016-03-16 22.9",
        "2016-02-18 2016-03-16 21.0",
      ])
  }

  @Test func aSettlementListNeedsItsDay() throws {
    let text =
      "Product,Symbol,Expiration Date,Price\nVX,VX/G6,2016-02-17,23.1\nVX,VX07/G6,2016-02-17,23.1\n"
      + "VXM,VXM/G6,2016-02-17,23.1\nVX,VX/F6,2016-01-20,20\n"
    let nameless = try imported(text)
    #expect(
      nameless.texts == [
        "x.csv: error: neither the file nor its name tells the day of the settlements. Put the date "
          + "into the name, such as settlement_2016-02-16.csv, or give it with --quote-date."
      ])
    let reading = try imported(text, file: "settlement_2016-02-16.csv")
    #expect(settlements(reading) == ["2016-02-16 2016-02-17 23.1"])
    #expect(
      reading.codes == [
        "conflicting-row rejected", "unsupported-instrument skipped", "out-of-time rejected",
      ])
    let given = try imported(
      text, context: ReadingContext(quoteDate: CalendarDate("2016-02-12")))
    #expect(settlements(given) == ["2016-02-12 2016-02-17 23.1"])
  }

  @Test func theArchiveOfFinalSettlementsIsReadForStandardContracts() throws {
    let reading = try imported(
      "Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,"
        + "ProductDescription\nVX,2,2007,Standard,,102.9,VIX\nVX,2,2016,Standard,2016-02-17,22.5,VIX\n"
        + "VSW,2,2016,Weekly,,22,VIX\nVX,13,2016,Standard,,22,VIX\n")
    #expect(reading.kind == .cfeFinalSettlements)
    #expect(
      settlements(reading) == ["2007-02-14 2007-02-14 10.29", "2016-02-17 2016-02-17 22.5"])
    #expect(
      reading.codes == [
        "rescaled kept", "unsupported-instrument skipped", "invalid-date rejected",
      ])
    #expect(
      reading.texts.last
        == "x.csv:5:4: error: there is no VX contract of month 13 of 2016. Correct the month or year."
    )
  }

  @Test func volumeOfAllProductsGivesTheTwoColumnsOfVX() throws {
    let reading = try imported(
      "CFE data is compiled for the convenience of site visitors,,,,\n"
        + "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI,Other VOLUME,Other OI\n\n"
        + "3/26/2004,461,368,1,2\n3/29/2004,117,349\n3/30/2004\n")
    #expect(reading.kind == .cfeVolume)
    #expect(
      reading.values == [
        "vx-volume: 2004-03-26 461.0", "vx-volume: 2004-03-29 117.0",
        "vx-open-interest: 2004-03-26 368.0", "vx-open-interest: 2004-03-29 349.0",
      ])
    #expect(reading.codes == ["field-count rejected"])
  }
}
