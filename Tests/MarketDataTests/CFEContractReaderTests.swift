import MarketData
import Quant
import Testing

@Suite struct CFEContractReaderTests {
  private static let header =
    "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest"

  private func read(
    _ text: String, expiration: String
  ) throws -> (records: [FuturesSettlement], problems: [String]) {
    let expiration = try #require(CalendarDate(expiration))
    return reading(text) {
      CFEContractReader.read($0, file: $1, expiration: expiration, into: &$2)
    }
  }

  @Test func readsTheArchiveLayoutWithDisclaimerAndTrailingCommas() throws {
    let (records, problems) = try read(
      "CFE data is compiled for the convenience of site visitors and is furnished without "
        + "responsibility, by CFE.\r\n\(Self.header),\r\n"
        + "01/02/2008,F (Jan 08),23,23.5,22,23.1,23.05,0.1,10,0,20,\r\n"
        + "1/3/2008,F (Jan 08),0,0,0,0,23.15,0.1,0,0,20,,\r\n",
      expiration: "2008-01-16")
    #expect(problems.isEmpty)
    #expect(records.map(\.settle) == [23.05, 23.15])
    #expect(records.map(\.date.description) == ["2008-01-02", "2008-01-03"])
    #expect(Set(records.map(\.expiration.description)) == ["2008-01-16"])
  }

  @Test func readsTheCurrentLayout() throws {
    let (records, problems) = try read(
      "\(Self.header)\n2019-12-17,F (Jan 2020),14,14.4,13.9,14.2,14.225,0,5,0,9\n",
      expiration: "2020-01-22")
    #expect(problems.isEmpty)
    #expect(records.map(\.settle) == [14.225])
  }

  @Test func pricesBeforeTheRescalingAreDividedByTen() throws {
    let (records, _) = try read(
      "\(Self.header)\n03/23/2007,K (May 07),0,0,0,0,143.00,0,0,0,0\n"
        + "03/26/2007,K (May 07),0,0,0,0,14.35,0,0,0,0\n", expiration: "2007-05-16")
    #expect(records.map(\.settle) == [14.3, 14.35])
  }

  @Test func settlementsOfZeroAreMissing() throws {
    let (records, problems) = try read(
      "\(Self.header)\n2013-01-02,F (Jan 2013),16,17,15,15.6,0,0,97535,0,1\n"
        + "2013-01-03,F (Jan 2013),16,17,15,15.6,15.5,0,97535,0,1\n", expiration: "2013-01-16")
    #expect(records.map(\.settle) == [15.5])
    #expect(
      problems == [
        "x.csv:2:39: warning: 1 row without a settlement price is skipped: 2013-01-02 "
          + "(line 2). Fill in the settlements if you have them."
      ])
  }

  @Test func rowsOfAnotherContractOrAfterExpirationAreReported() throws {
    let (records, problems) = try read(
      "\(Self.header)\n2013-01-15,F (Jan 2013),0,0,0,0,15,0,0,0,0\n"
        + "2013-01-15,F (Jan 2013),0,0,0,0,15,0,0,0,0\n"
        + "2013-01-16,G (Feb 2013),0,0,0,0,-15,0,0,0,0\n"
        + "2013-01-17,F (Jan 2013),0,0,0,0,15,0,0,0,0\n", expiration: "2013-01-16")
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:3:1: warning: the row for 2013-01-15 repeats line 2 and is skipped. Remove one of "
          + "the two.",
        "x.csv:4:33: error: Settle is negative: -15. This price must be zero or above; correct "
          + "the row or remove it.",
        "x.csv:4:12: error: the contract \"G (Feb 2013)\" is not the one expiring 2013-01-16. "
          + "Check the expiration in the name of the file.",
        "x.csv:5:1: error: Trade Date 2013-01-17 is after the contract's expiration 2013-01-16. "
          + "Check the expiration in the name of the file.",
      ])
  }

  @Test(arguments: [
    ("vx/VX_2019-04-17.csv", "2019-04-17"), ("CFE_H08_VX.csv", "2008-03-19"), ("", nil),
    ("VX.csv", nil), ("VX_2019-02-30.csv", nil), ("CFE_A08_VX.csv", nil), ("CFE_F8_VX.csv", nil),
    ("CFE_F-1_VX.csv", nil), ("/", nil),
  ])
  func theNameOfTheFileTellsTheExpiration(name: String, expiration: String?) {
    #expect(CFEContractReader.expiration(named: name)?.description == expiration)
  }
}
