import MarketData
import Quant
import Testing

/// Import of VX futures files: made-up values in the vendors' shapes.
@Suite struct FuturesReadersTests {
  private static let contractHeader =
    "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest"

  private func read(
    _ text: String, file: String = "x.csv", context: ReadingContext = ReadingContext()
  ) throws -> (reading: FileReading, problems: [String], settles: [String]) {
    let reading = try FileRecogniser.read(bytes(text), file: file, context: context)
    var settles: [String] = []
    if case .futures(let rows) = reading.records {
      settles = rows.map { "\($0.date) \($0.expiration) \($0.settle)" }
    }
    let problems = reading.problems.map {
      "\($0) [\($0.code?.rawValue ?? "-") \($0.action?.rawValue ?? "-")]"
    }
    return (reading, problems, settles)
  }

  @Test func contractReportsEveryRowThatIsNotAccepted() throws {
    let header = Self.contractHeader
    let (reading, problems, settles) = try read(
      "CFE data is compiled for the convenience of site visitors, without responsibility.\n"
        + "\(header)\n3/22/2007,K (May 07),0,1,2,0,120.43,0,0,0,0,\n"
        + "3/23/2007,K (May 07),0,0,0,0,132.5,0,0,0,0\n"
        + "3/26/2007,K (May 07),0,0,0,0,0,0,0,0,0\n3/27/2007,K (May 07),0,0,0,0,,0,0,0,0\n"
        + "3/28/2007,K (May 07),0,0,0,0,13.5,0,0,0,0\n3/28/2007,K (May 07),0,0,0,0,13.5,0,0,0,0\n"
        + "3/28/2007,K (May 07),0,0,0,0,13.6,0,0,0,0\n3/29/2007,M (Jun 07),0,0,0,0,13,0,0,0,0\n"
        + "5/17/2007,K (May 07),0,0,0,0,13,0,0,0,0\n",
      file: "a/CFE_K07_VX.csv")
    #expect(reading.kind == .cfeContract)
    #expect(reading.symbols == ["VX"])
    #expect(reading.rowCount == 3)
    #expect(
      settles == [
        "2007-03-22 2007-05-16 12.043", "2007-03-23 2007-05-16 13.25", "2007-03-28 2007-05-16 13.5",
      ])
    #expect(
      problems == [
        "a/CFE_K07_VX.csv:3:30: warning: prices before 2007-03-26 are quoted at ten times the "
          + "index and are divided by ten, from this row on. Nothing needs to be done. "
          + "[rescaled kept]",
        "a/CFE_K07_VX.csv:5:30: warning: the row for 2007-03-26 has no settlement price and is "
          + "skipped. Fill in the settlement if you have it. [missing-value skipped]",
        "a/CFE_K07_VX.csv:6:30: warning: the row for 2007-03-27 has no settlement price and is "
          + "skipped. Fill in the settlement if you have it. [missing-value skipped]",
        "a/CFE_K07_VX.csv:8:1: warning: the row for 2007-03-28 repeats line 7 and is skipped. "
          + "Remove one of the two. [duplicate-row skipped]",
        "a/CFE_K07_VX.csv:9:1: error: the row for 2007-03-28 disagrees with line 7, which is used. "
          + "Keep the right one of the two rows. [conflicting-row rejected]",
        "a/CFE_K07_VX.csv:10:11: error: the contract \"M (Jun 07)\" is not the one expiring "
          + "2007-05-16. Check the expiration in the name of the file. [invalid-value rejected]",
        "a/CFE_K07_VX.csv:11:1: error: Trade Date 2007-05-17 is after the contract's expiration "
          + "2007-05-16. Check the expiration in the name of the file. [out-of-time rejected]",
      ])
  }

  @Test func weeklyAndMonthlyAreToldApartByTheNameOfTheFile() throws {
    let text = "\(Self.contractHeader)\n2020-01-06,F (Jan 2020),0,9,10,0,14.5,0,0,0,0\n"
    #expect(try read(text, file: "VX_2020-01-08.csv").settles == ["2020-01-06 2020-01-08 14.5"])
    #expect(try read(text, file: "VX_2020-01-22 (1).csv").settles == ["2020-01-06 2020-01-22 14.5"])
    let (reading, problems, _) = try read(text, file: "vx.csv")
    #expect(reading.rowCount == 0)
    #expect(
      problems == [
        "vx.csv: error: the name \"vx.csv\" does not tell the contract's expiration. Keep the "
          + "exchange's file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv. "
          + "[unclear-name rejected]"
      ])
  }

  @Test func rankPanelRollsOnTheDayOfExpiration() throws {
    let (reading, problems, settles) = try read(
      "Date,M1,M2,M3\n2022-03-14,30,29,28\n2022-03-15,29.5,28.5,\n2022-03-16,--,0,28\n")
    #expect(reading.kind == .vxRankPanel)
    #expect(reading.rowCount == 3)
    #expect(
      settles == [
        "2022-03-14 2022-03-15 30.0", "2022-03-14 2022-04-20 29.0", "2022-03-14 2022-05-18 28.0",
        "2022-03-15 2022-04-20 29.5", "2022-03-15 2022-05-18 28.5", "2022-03-16 2022-06-15 28.0",
      ])
    #expect(
      problems == [
        "x.csv:4:15: warning: M2 of 2022-03-16 is 0, which is no settlement. Fill in the "
          + "settlement if you have it. [missing-value kept]"
      ])
  }

  @Test func rankPanelUsesOnlyRanksWhoseContractIsCertain() throws {
    let (reading, problems, settles) = try read(
      ",DATE,VIX,VX1,VX2,VX3,VX4,VX5,VX6,SP500\n0,2006-10-19,11,120,130,,,,,1366\n"
        + "1,2006-10-20,11,120,130,,,,,1366\n2,2008-05-20,17,18,19,20,21,22,23,1400\n"
        + "3,2008-05-21,17,,,,,,24,1400\n4,2008-05-22,17,,,,,,,1400\n5,2008-05-23,17,x,1,,,,,1\n")
    #expect(reading.rowCount == 3)
    #expect(settles.first == "2006-10-20 2006-11-15 12.0")
    #expect(settles.last == "2008-05-21 2008-11-19 24.0")
    #expect(settles.count == 8)
    #expect(
      problems == [
        "x.csv:1:1: warning: columns that this format does not know are ignored: \"VIX\", "
          + "\"SP500\". Check that the file is the one you meant. [unknown-column kept]",
        "x.csv:2:3: error: ranks do not tell the contracts on 2006-10-19, when not every month was "
          + "listed. Use the exchange's contract files before 2006-10-20. [out-of-time rejected]",
        "x.csv:3:17: warning: prices before 2007-03-26 are quoted at ten times the index and are "
          + "divided by ten, from this row on. Nothing needs to be done. [rescaled kept]",
        "x.csv:4:32: warning: VX6 of 2008-05-20 is not used: not every month was listed then, so "
          + "a rank above 5 does not tell the contract. Use the exchange's contract files for the "
          + "later months. [out-of-time kept]",
        "x.csv:6:3: warning: the row for 2008-05-22 has no settlement price and is skipped. Fill "
          + "in the settlement if you have it. [missing-value skipped]",
        "x.csv:7:17: error: VX1 is not a decimal number: \"x\". Write it with digits and a point, "
          + "such as 17.25. [invalid-number rejected]",
      ])
  }

  @Test func pricesOfAPanelThatAreInIndexPointsAlreadyStay() throws {
    let (_, problems, settles) = try read("Date,M1,M2\n2007-03-23,13.5,14\n")
    #expect(problems.isEmpty)
    #expect(settles == ["2007-03-23 2007-04-18 13.5", "2007-03-23 2007-05-16 14.0"])
  }

  @Test func contractPanelDatesItsColumns() throws {
    let (reading, problems, settles) = try read(
      "Trade Date,2008_02,2008_01,Note\n2008-01-15,24,25,\n2008-01-16,24.5,25.5,\n"
        + "2008-01-17,24,23,\n2008-01-18,,,\n")
    #expect(reading.kind == .vxContractPanel)
    #expect(reading.rowCount == 2)
    #expect(
      settles == [
        "2008-01-15 2008-01-16 25.0", "2008-01-15 2008-02-19 24.0", "2008-01-16 2008-01-16 25.5",
        "2008-01-16 2008-02-19 24.5",
      ])
    #expect(
      problems == [
        "x.csv:1:1: warning: columns that this format does not know are ignored: \"Note\". Check "
          + "that the file is the one you meant. [unknown-column kept]",
        "x.csv:4:15: error: 2008_01 has a value on 2008-01-17, after its expiration 2008-01-16. A "
          + "contract has no price after it expired; correct the row or remove it. "
          + "[out-of-time rejected]",
        "x.csv:5:1: warning: the row for 2008-01-18 has no settlement price and is skipped. Fill "
          + "in the settlement if you have it. [missing-value skipped]",
      ])
  }

  @Test func settlementListReadsVXOfTheDayInItsName() throws {
    let text =
      "Product,Symbol,Expiration Date,Price\nVX,VX02/F6,2026-01-14,16.5\n"
      + "VX,VX/F26,2026-01-21,17.25\nVXM,VXM/F6,2026-01-21,17.25\nVX,VX/G6,2026-02-18,0\n"
      + "VX,VX/F6,2026-03-18,18\nVX,VX/Z5,2025-12-17,15\nVX,VX/F6,2026-01-21,17.5\n"
    let (reading, problems, settles) = try read(text, file: "cfe/settlement_2026-01-12.csv")
    #expect(reading.kind == .cfeSettlementList)
    #expect(settles == ["2026-01-12 2026-01-14 16.5", "2026-01-12 2026-01-21 17.25"])
    let place = "cfe/settlement_2026-01-12.csv"
    #expect(
      problems == [
        "\(place):4:1: warning: the product \"VXM\" is not VX; the row is skipped. Nothing needs "
          + "to be done. [unsupported-instrument skipped]",
        "\(place):5:21: warning: the contract expiring 2026-02-18 has no settlement price and is "
          + "skipped. Fill in the settlement if you have it. [missing-value skipped]",
        "\(place):6:4: error: the symbol \"VX/F6\" is not that of a VX contract expiring "
          + "2026-03-18. Correct the symbol or the expiration. [invalid-value rejected]",
        "\(place):7:10: error: Expiration Date 2025-12-17 is before the date 2026-01-12. A "
          + "contract has no price after it expired; correct one of the two. "
          + "[invalid-value rejected]",
        "\(place):8:10: error: the row for the expiration 2026-01-21 disagrees with line 3, which "
          + "is used. Keep the right one of the two rows. [conflicting-row rejected]",
      ])
  }

  @Test func settlementListWithoutADayIsRefused() throws {
    let text = "Product,Symbol,Expiration Date,Price\nVX,VX/F6,2026-01-21,17.25\n"
    for name in ["list.csv", "2026-01-12_2026-01-13.csv", "settlement_12026-01-12.csv", ""] {
      let (reading, problems, _) = try read(text, file: name)
      #expect(reading.rowCount == 0)
      #expect(
        problems == [
          "\(name): error: the name \"\(name)\" does not tell the day of the settlements. Put the "
            + "day into the file's name, such as settlement_2016-01-04.csv. "
            + "[unclear-name rejected]"
        ])
    }
    let day = CalendarDate("2026-01-13")
    let told = try read(
      text, file: "settlement_2026-01-12.csv", context: ReadingContext(quoteDate: day))
    #expect(told.settles == ["2026-01-13 2026-01-21 17.25"])
  }

  @Test func finalSettlementsAreDatedByTheMonth() throws {
    let (reading, problems, settles) = try read(
      "Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,"
        + "ProductDescription\nBX,11,2006,Standard,,787,BuyWrite\nVX,3,2007,Standard,,125.5,VIX\n"
        + "VX,4,2007,Standard,,12.5,VIX\nVX,13,2007,Standard,,12.5,VIX\n"
        + "VX,5,2007,Standard,5/16/2007,13.5,VIX\nVX,6,2007,Standard,,,VIX\n"
        + "VX,4,2007,Standard,,12.5,VIX\n")
    #expect(reading.kind == .cfeFinalSettlements)
    #expect(
      settles == [
        "2007-03-21 2007-03-21 12.55", "2007-04-18 2007-04-18 12.5", "2007-05-16 2007-05-16 13.5",
      ])
    #expect(
      problems == [
        "x.csv:2:1: warning: the product \"BX\" is not VX; the row is skipped. Nothing needs to be "
          + "done. [unsupported-instrument skipped]",
        "x.csv:3:21: warning: prices before 2007-03-26 are quoted at ten times the index and are "
          + "divided by ten, from this row on. Nothing needs to be done. [rescaled kept]",
        "x.csv:5:4: error: 13/2007 is not a month in which a VX contract expired. VX contracts "
          + "expire from May 2004 on; correct the month or the year. [invalid-date rejected]",
        "x.csv:7:21: warning: the row for 2007-06-20 has no settlement price and is skipped. Fill "
          + "in the settlement if you have it. [missing-value skipped]",
        "x.csv:8:1: warning: the row for the expiration 2007-04-18 repeats line 4 and is skipped. "
          + "Remove one of the two. [duplicate-row skipped]",
      ])
  }

  @Test func volumeWithoutAHeaderIsReportedWhenItsKindIsNamed() throws {
    let reading = try FileRecogniser.read(bytes("1,2\n3,4\n"), file: "x.csv", kind: .cfeVolume)
    #expect(reading.rowCount == 0)
    #expect(
      reading.problems.map(\.description) == [
        "x.csv:1:1: error: the header lacks \"Date\" and the columns of the products. Download the "
          + "exchange's file of volume and open interest again."
      ])
  }

  @Test func volumeReadsEveryColumnAndShortRows() throws {
    let (reading, problems, _) = try read(
      "CFE data is furnished without responsibility.,,\n"
        + "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI,A  VOLUME ,A VOLUME\n\n"
        + "3/26/2004,461,368\n3/29/2004,117,,5,6\n3/29/2004,117,,5,6\n3/29/2004,118\n"
        + "3/30/2004,-1\n3/31/2004,,\nx,1\n4/1/2004,1,2,3,4,5\n")
    #expect(reading.kind == .cfeVolume)
    #expect(reading.rowCount == 2)
    #expect(reading.first?.description == "2004-03-26")
    guard case .series(let series) = reading.records else {
      Issue.record("not series")
      return
    }
    #expect(
      series.map { "\($0.name): \($0.rows.map(\.value))" } == [
        "VOLATILITY INDEX VOLUME: [461.0, 117.0]", "VOLATILITY INDEX OI: [368.0]",
        "A VOLUME: [5.0]", "A VOLUME (2): [6.0]",
      ])
    #expect(
      problems == [
        "x.csv:2:61: warning: the column \"A VOLUME\" appears again and is read as \"(2)\" of that "
          + "name. Nothing needs to be done. [repeated-column kept]",
        "x.csv:6:1: warning: the row for 2004-03-29 repeats line 5 and is skipped. Nothing needs "
          + "to be done. [duplicate-row skipped]",
        "x.csv:7:1: error: the row for 2004-03-29 disagrees with line 5, which is used. Keep the "
          + "right one of the two rows. [conflicting-row rejected]",
        "x.csv:8:11: error: \"VOLATILITY INDEX VOLUME\" is not a count: \"-1\". Write a number of "
          + "contracts, zero or above. [invalid-number rejected]",
        "x.csv:9:1: warning: the row for 2004-03-31 has no values and is skipped. Nothing needs to "
          + "be done. [missing-value skipped]",
        "x.csv:10:1: error: Date is not a date: \"x\". Write it as YYYY-MM-DD or MM/DD/YYYY. "
          + "[invalid-date rejected]",
        "x.csv:11:18: error: the row has more fields than the header. Remove the extra fields. "
          + "[field-count rejected]",
      ])
  }

  @Test(arguments: [
    "Date,M1,M2", "Trade Date,2008_01", "Trade Date,9999_12,0001_01\n9999-12-31,1,1",
    "Date,M1,M2\n0001-01-01,1,1\n9999-12-31,1,1", contractHeader,
    "Product,Symbol,Expiration Date,Price\nVX,,,\nVX,/,9999-12-31,1",
    "Symbol,SettlementMonth,SettlementYear,SettlementPrice\nVX,1e300,9999999999999999,1",
    "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI",
    "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI\n1/1/2004,1e999,٣",
  ])
  func oddFilesAreReadWithoutATrap(text: String) throws {
    let reading = try FileRecogniser.read(bytes(text), file: "VX_9999-12-31.csv")
    #expect(!reading.problems.isEmpty || reading.rowCount > 0)
  }
}
