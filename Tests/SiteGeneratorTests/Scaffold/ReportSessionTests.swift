import MarketData
import Quant
import Testing

@testable import SiteGenerator

/// What stands against a write-up of a date.
@Suite struct ReportSessionTests {
  private static let header = "Date,Open,High,Low,Close,Adj Close,Volume\n"
  private static let bar = ",100,101,99,100,100,1000\n"
  private static let sources = """
    sources:
      - {id: spx, file: spx.csv, format: yahoo-ohlcv, kind: published, title: A, publisher: A,
         licence: A}

    """

  private func problems(
    _ date: String, site: String = "book: demo\nfrom: 2016-01-04\nto: 2016-01-29\n",
    bars: [String] = ["2016-01-05", "2016-01-06", "2016-01-08"], sources: String? = sources
  ) throws -> [String] {
    var texts = [
      "Content/site.yml": "title: Notes\n" + site,
      "Content/books/demo/book.yml": "id: demo\ntitle: A\nmode: example\nnav: 1000\n",
      "Content/data/spx.csv": Self.header + bars.map { $0 + Self.bar }.joined(),
    ]
    texts["Content/data/sources.yml"] = sources
    var problems: [Diagnostic] = []
    let content = try ContentReader(fileSystem: InMemoryFileSystem(texts), product: nil, jobs: 1)
      .read(into: &problems)
    #expect(problems.allSatisfy { $0.severity == .warning }, "\(problems)")
    return ReportSession(
      date: try #require(CalendarDate(date)), content: try #require(content)
    ).problems().map(\.description)
  }

  @Test(arguments: ["2016-01-05", "2016-01-06", "2016-01-08"])
  func nothingStandsAgainstASessionWithData(date: String) throws {
    #expect(try problems(date).isEmpty)
  }

  @Test(arguments: [
    ("2016-01-09", "it is a Saturday", "2016-01-08 and 2016-01-11"),
    (
      "2016-01-18", "the exchange is closed: Martin Luther King Jr. Day",
      "2016-01-15 and 2016-01-19"
    ),
    ("2012-10-29", "the exchange is closed: Hurricane Sandy", "2012-10-26 and 2012-10-31"),
    (
      "2015-07-03", "the exchange is closed: Independence Day (observed)",
      "2015-07-02 and 2015-07-06"
    ),
  ])
  func aDateWithoutASessionIsExplained(date: String, reason: String, nearest: String) throws {
    #expect(
      try problems(date) == [
        "\(date): error: there is no session on this date, \(reason). "
          + "The nearest sessions are \(nearest)."
      ])
  }

  @Test func aSessionBeforeTheWriteUpsNamesTheKey() throws {
    #expect(
      try problems("2015-12-31") == [
        "Content/site.yml: error: 2015-12-31 lies before the first write-up, 2016-01-04. "
          + "Write `from: 2015-12-31` there.",
        "Content/data/spx.csv: error: the file begins on 2016-01-05, after 2015-12-31. "
          + "Bring the missing sessions in with `hedgebook import --id spx FILE`.",
      ])
  }

  @Test func aSessionAfterTheWriteUpsNamesTheKeyAndWhereTheFileEnds() throws {
    #expect(
      try problems("2016-02-01") == [
        "Content/site.yml: error: 2016-02-01 lies after the last write-up, 2016-01-29. "
          + "Write `to: 2016-02-01` there.",
        "Content/data/spx.csv: error: the file ends on 2016-01-08, before 2016-02-01. "
          + "Bring the missing sessions in with `hedgebook import --id spx FILE`.",
      ])
  }

  @Test func aGapInTheFileIsNamed() throws {
    #expect(
      try problems("2016-01-07") == [
        "Content/data/spx.csv: error: the file has no row for 2016-01-07. "
          + "Bring the missing sessions in with `hedgebook import --id spx FILE`."
      ])
  }

  @Test func anIndexThatIsDeclaredMissingIsNamed() throws {
    let missing = Self.sources.replacing("file: spx.csv, format: yahoo-ohlcv, ", with: "")
    #expect(
      try problems("2016-01-07", sources: missing) == [
        "Content/data/sources.yml: error: the site has no prices of the index. "
          + "Bring them in with `hedgebook import --id spx FILE`."
      ])
  }

  @Test func aSiteOfPagesSaysAllThatIsMissing() throws {
    #expect(
      try problems("2016-01-05", site: "", sources: nil) == [
        "Content/data/sources.yml: error: the site has no market data, so that no write-up can be "
          + "computed. Bring some in with `hedgebook import FILE`.",
        "Content/site.yml: error: the site follows no book. Name a folder of Content/books with "
          + "`book:`; `hedgebook import --book mine --nav 150000 STATEMENT` makes one.",
        "Content/site.yml: error: the site does not say which sessions have a write-up. "
          + "Give the first and the last of them with `from:` and `to:`.",
      ])
  }
}
