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

  @Test func aSiteWithoutAListOfDataSaysSo() throws {
    #expect(
      try check([:]) == [
        "Content/data/sources.yml: error: the site has no list of data files. Import a file, or "
          + "create the list. [, ]"
      ])
  }
}
