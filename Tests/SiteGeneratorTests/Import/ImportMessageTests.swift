import MarketData
import Quant
import SiteGenerator
import Testing

/// What an import says when it cannot do what was asked: exact text, and what to do.
@Suite struct ImportMessageTests {
  private static let statement = """
    Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Trade Price
    5WX11115678,SPXW  260331P05900000,OPTION,-2,,,,,40

    """
  private static let empty =
    "Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Trade Price\n"
  private static let file = "positions_2026-03-17.csv"

  private func plan(
    _ text: String, name: String = file, into site: [String: String] = [:], id: String? = nil,
    book: String? = nil, value: Double? = nil, resolution: DataImport.Resolution? = nil
  ) throws -> ImportPlan {
    let today = try #require(CalendarDate("2026-11-25"))
    return try DataImport(source: InMemoryFileSystem(site)).plan(
      [DataImport.InputFile(name: name, bytes: Array(text.utf8))],
      options: DataImport.Options(
        id: id, book: book, resolution: resolution, netAssetValue: value, today: today))
  }

  /// The obstacles, and whether nothing is written.
  private func refusal(_ plan: ImportPlan) -> [String] {
    #expect(plan.writes.isEmpty)
    return plan.obstacles.map(\.description)
  }

  private func texts(_ plan: ImportPlan) -> [String: String] {
    plan.writes.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func positionsWithoutABookAreRefused() throws {
    let plan = try plan(Self.statement)
    #expect(
      refusal(plan) == [
        "positions_2026-03-17.csv: error: the file holds positions and no book was named. "
          + "Name the book with --book, such as --book mine."
      ])
    #expect(
      plan.reports.first?.actions == [
        "nothing is stored: the file holds positions and no book was named"
      ])
  }

  @Test func aNewBookNeedsItsNetAssetValue() throws {
    #expect(
      refusal(try plan(Self.statement, book: "mine")) == [
        "positions_2026-03-17.csv: error: the book mine is new and its net asset value is not known. "
          + "Give it with --nav, in dollars: it is the denominator of drag."
      ])
  }

  @Test func aBooksOwnPositionsFileIsRefused() throws {
    let own = "symbol,quantity,entry_price,entry_date\nSPXW  160229P01900000,-4,11,2015-12-31\n"
    #expect(
      refusal(try plan(own, name: "2016-01-05.csv", book: "mine", value: 1)) == [
        "2016-01-05.csv: error: the file is a book's own positions file, which does not tell its "
          + "date. Copy it to Content/books/ID/YYYY-MM-DD.csv, named after the session whose close "
          + "it describes."
      ])
  }

  @Test func theSameStatementAgainChangesNothing() throws {
    let site = texts(try plan(Self.statement, book: "mine", value: 150_000))
    #expect(
      site.keys.sorted() == ["Content/books/mine/2026-03-17.csv", "Content/books/mine/book.yml"])
    let again = try plan(Self.statement, into: site, book: "mine")
    #expect(refusal(again) == [])
    #expect(
      again.reports.first?.actions == [
        "mine: the book of 2026-03-17 is stored already; nothing changes"
      ])
  }

  @Test func otherPositionsOfTheDayAskWhatToDo() throws {
    let site = texts(try plan(Self.statement, book: "mine", value: 150_000))
    let other = Self.statement.replacing("-2", with: "-3")
    let stopped = try plan(other, into: site, book: "mine")
    #expect(
      refusal(stopped) == [
        "positions_2026-03-17.csv: error: the book mine has other positions for 2026-03-17 in "
          + "Content/books/mine/2026-03-17.csv. Import again with --replace to take the statement's "
          + "or with --keep to leave them."
      ])
    let kept = try plan(other, into: site, book: "mine", resolution: .keep)
    #expect(refusal(kept) == [])
    #expect(kept.reports.first?.actions == ["mine: the stored positions of 2026-03-17 stay"])
    let replaced = texts(try plan(other, into: site, book: "mine", resolution: .replace))
    #expect(replaced["Content/books/mine/2026-03-17.csv"]?.contains(",-3,40,") == true)
  }

  /// What an earlier statement of the day listed beside the book must not outlive it.
  @Test func otherHoldingsOfAReplacedStatementAreGone() throws {
    let share = Self.statement + "5WX11115678,VNQ,EQUITY,10,,,,,80\n"
    let site = texts(try plan(share, book: "mine", value: 150_000))
    let path = "Content/books/mine/holdings/2026-03-17.csv"
    #expect(site[path]?.contains("VNQ") == true)
    let replaced = try plan(Self.statement, into: site, book: "mine", resolution: .replace)
    #expect(texts(replaced)[path] == "kind,symbol,quantity,currency,reason\n")
    let now = site.merging(texts(replaced)) { _, new in new }
    let again = try plan(Self.statement, into: now, book: "mine")
    #expect(refusal(again) == [])
  }

  @Test func aSourceOfAnotherFormatIsNotMerged() throws {
    let bars = "Date,Open,High,Low,Close,Adj Close,Volume\n2016-01-04,1,2,1,2,2,10\n"
    let site = texts(try plan(bars, name: "x.csv", id: "spx"))
    let series = "date,value\n2016-01-04,20.7\n"
    #expect(
      refusal(try plan(series, name: "y.csv", into: site, id: "spx")) == [
        "Content/data/sources.yml:3:11: error: the source \"spx\" is stored in the format "
          + "yahoo-ohlcv, which series cannot be merged into. Import it under another id with --id, "
          + "or remove the entry first."
      ])
  }

  @Test func severalDisagreementsAreCounted() throws {
    let series = "date,value\n2016-01-04,20.7\n2016-01-05,19.34\n"
    let other = "date,value\n2016-01-04,20.8\n2016-01-05,19.5\n"
    let site = texts(try plan(series, name: "VIX.csv"))
    #expect(
      refusal(try plan(other, name: "VIX.csv", into: site)) == [
        "VIX.csv: error: 2 values disagree with what is stored for vix; the first: 2016-01-04: "
          + "value is stored as 20.7, the file has 20.8. Import again with --replace to take the "
          + "file's values or with --keep to leave the stored ones."
      ])
    let replaced = try plan(other, name: "VIX.csv", into: site, resolution: .replace)
    #expect(
      replaced.reports.first?.actions.first
        == "vix: 0 rows added, 0 already stored, 2 differ (the file's values replace them)")
    let kept = try plan(other, name: "VIX.csv", into: site, resolution: .keep)
    #expect(
      kept.reports.first?.actions.first
        == "vix: 0 rows added, 0 already stored, 2 differ (the stored values stay)")
  }

  /// Modelled and published values never share a source, nor does what is made of published ones.
  @Test func breadthIsNotMadeOverModelledValues() throws {
    let site = [
      "Content/data/sources.yml": """
      sources:
        - id: breadth
          file: market/breadth.csv
          format: breadth
          kind: modelled
          title: Breadth
          publisher: A model
          licence: None

      """,
      "Content/data/market/breadth.csv": "date,advances,declines\n2016-01-04,1,2\n",
    ]
    let today = try #require(CalendarDate("2026-11-25"))
    let files = [("NYSE_advn.csv", "20160104, 800\n"), ("NYSE_decln.csv", "20160104, 2300\n")]
    let plan = try DataImport(source: InMemoryFileSystem(site)).plan(
      files.map { DataImport.InputFile(name: $0.0, bytes: Array($0.1.utf8)) },
      options: DataImport.Options(today: today))
    #expect(
      plan.reports.last?.actions.last == "breadth: not made of nyse-advn and nyse-decln, because "
        + "the source holds modelled values")
    #expect(plan.writes["Content/data/market/breadth.csv"] == nil)
  }

  @Test func anEmptyStatementStoresNothing() throws {
    let plan = try plan(Self.empty, book: "mine", value: 1)
    #expect(plan.obstacles.map(\.description) == [])
    #expect(plan.reports.first?.actions.last == "mine: the statement holds nothing")
  }
}
