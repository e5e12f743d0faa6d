import MarketData
import SiteGenerator
import Testing

/// `check --data` over a site's files.
struct DataCheckTests {
  private let catalogue = """
    sources:
      - id: spx
        file: market/spx.csv
        format: yahoo-ohlcv
        kind: published
        title: SPX
        publisher: made up
        licence: none
      - id: vix
        file: market/vix.csv
        format: series
        kind: published
        title: VIX
        publisher: made up
        licence: none

    """

  private func check(_ files: [String: String]) throws -> [String] {
    let (_, problems) = try DataCheck(source: InMemoryFileSystem(files)).run()
    return problems.map {
      "\($0) [\($0.code?.rawValue ?? ""), \($0.action?.rawValue ?? "")]"
    }
  }

  @Test func everyFindingHasItsPlaceItsCodeAndWhatWasDone() throws {
    let said = try check([
      "Content/data/sources.yml": catalogue,
      "Content/data/market/spx.csv": """
      Date,Open,High,Low,Close,Volume
      2016-01-04,2038,2038,1989,2012,430
      2016-01-05,2013,2021,2004,2016,370
      2016-01-07,1985,1985,1938,1943,500

      """,
      "Content/data/market/vix.csv": "date,value\n2016-01-04,20.7\n2016-01-05,1\n",
    ])
    #expect(
      said == [
        "Content/data/market/spx.csv: warning: 1 session has no value of spx, the close: 2016-01-06. Import the "
          + "missing values if you have them; nothing is filled in. [missing-session, kept]",
        "Content/data/market/vix.csv:3:1: warning: vix of 2016-01-05 is 1.0, which no market has "
          + "shown: it should lie between 5.0 and 200.0. The value is not used; correct the row or "
          + "remove it. [out-of-bounds, rejected]",
        "Content/data/market/vix.csv: warning: the last value of vix is of 2016-01-04, 3 days before "
          + "2016-01-07; at most 0 are usual. Import newer values, or expect the pages to say that it "
          + "is stale. [stale, kept]",
      ])
  }

  private static let options = """
    sources:
      - id: vix-options
        file: market/vix-options.csv
        format: option-quotes
        kind: quoted
        title: VIX options
        publisher: made up
        licence: none
      - id: old-chain
        file: market/old-chain.csv
        format: option-quotes
        kind: quoted
        title: A chain kept for reference
        publisher: made up
        licence: none
        reference: true
      - id: lost-chain
        file: market/lost-chain.csv
        format: option-quotes
        kind: quoted
        title: A chain whose file is gone
        publisher: made up
        licence: none
        reference: true

    """
  private static let header = "date,root,expiration,strike,right,bid,ask\n"

  @Test func everySourceOfOptionQuotesIsCheckedInAFewLines() throws {
    let calls = (0..<60).map {
      "2016-0\(1 + $0 / 20)-\(10 + $0 % 20),VIX,2016-04-20,\(15 + $0 % 5),call,1,1.1\n"
    }
    let said = try check([
      "Content/data/sources.yml": Self.options,
      "Content/data/market/vix-options.csv": Self.header + calls.joined(),
      "Content/data/market/old-chain.csv": Self.header
        + "2016-01-04,SPX,2016-01-15,2000,call,20,21\n2016-01-04,SPX,2016-01-15,2000,put,20,19\n",
    ])
    let remedy = "The quotes are used as they are; check them if a figure rests on them."
    #expect(
      said == [
        "Content/data/market/vix-options.csv: warning: 60 of 60 series are not checked for parity "
          + "and time, on 60 of 60 sessions, because no strike has two-sided quotes of call and put; "
          + "the first: VIX 2016-04-20 on 2016-01-10. \(remedy) [missing-value, kept]",
        "Content/data/market/old-chain.csv:3:36: error: bid 20 is above ask 19. A crossed quote "
          + "cannot be used; correct the row or remove it. [crossed-quote, rejected]",
        "Content/data/market/old-chain.csv: warning: 1 of 1 series is not checked for parity and "
          + "time, because no strike has two-sided quotes of call and put; the first: SPX 2016-01-15 "
          + "on 2016-01-04. \(remedy) [missing-value, kept]",
        "Content/data/sources.yml:18:11: error: the file of source \"lost-chain\" does not exist: "
          + "Content/data/market/lost-chain.csv. Add the file, correct its path, or remove the path "
          + "to declare the source missing. [, ]",
      ])
  }

  @Test func aSiteWithoutAListOfDataSaysSo() throws {
    #expect(
      try check([:]) == [
        "Content/data/sources.yml: error: the site has no list of data files. Import a file, or "
          + "create the list. [, ]"
      ])
  }
}
