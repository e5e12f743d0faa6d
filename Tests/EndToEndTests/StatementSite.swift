import MarketData
import Quant
import SiteGenerator
import TestSupport
import Testing

/// A site in memory of one downloaded statement and the downloaded market data up to its day.
struct StatementSite: Sendable {
  /// The day of the statement, `YYYY-MM-DD`.
  let date: String
  /// What importing the statement would do.
  let plan: ImportPlan
  /// The site built from it.
  let output: SiteBuilder.Output

  /// Imports and builds.
  ///
  /// - Parameters:
  ///   - statement: the statement's path in the downloaded folder.
  ///   - date: its day.
  /// - Throws: what reading the files, importing or building throws.
  init(_ statement: String, of date: String) throws {
    self.date = date
    let today = try #require(CalendarDate(date))
    let market = try DataImport(source: InMemoryFileSystem([:])).plan(
      try Self.marketFiles(until: date), options: DataImport.Options(today: today))
    #expect(market.obstacles.isEmpty, "\(market.obstacles)")
    var files = InMemoryFileSystem([
      "Content/site.yml": "title: Mine\nbook: mine\nfrom: \(date)\nto: \(date)\n"
    ])
    files.contents.merge(market.writes) { _, new in new }
    files.contents[Self.catalogue, default: []] += Array(Self.declaredMissing.utf8)
    plan = try DataImport(source: files).plan(
      [DataImport.InputFile(name: statement, bytes: try DownloadedFolder.bytes(statement))],
      options: DataImport.Options(book: "mine", netAssetValue: 150_000, today: today))
    #expect(plan.obstacles.isEmpty, "\(plan.obstacles)")
    files.contents.merge(plan.writes) { _, new in new }
    output = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 1,
      version: "test"
    ).build(timings: BuildTimings { 0 })
  }

  /// The write-up of the statement's day.
  var page: String {
    get throws {
      let path = "daily/\(date.replacing("-", with: "/"))/index.html"
      let file = try #require(output.files.first { $0.path == path })
      return String(decoding: file.bytes, as: UTF8.self)
    }
  }

  /// A file of the book as the import writes it.
  func stored(_ path: String) -> String? {
    plan.writes["Content/books/mine/\(path)"].map { String(decoding: $0, as: UTF8.self) }
  }

  private static let catalogue = "Content/data/sources.yml"

  /// VX settlements and option chains of the statements' days are not in the folder: the site declares
  /// them and has no file.
  private static let declaredMissing = ["vx", "vix-options", "index-options"].map {
    """
      - id: \($0)
        kind: quoted
        title: \($0) of the day
        publisher: Cboe
        licence: none

    """
  }.joined()

  /// The index and the VIX from the year before the day, and the policy calendar.
  private static func marketFiles(until date: String) throws -> [DataImport.InputFile] {
    let year = try #require(Int(date.prefix(4))) - 1
    let vix = try DownloadedFolder.lines(
      "cboe_indices/VIX_History.csv", from: "01/02/\(year)", through: american(date))
    let meetings = "fomc/fomc_meetings_2015_2026.csv"
    return [
      DataImport.InputFile(name: "SPX.csv", bytes: Array(try bars(year, through: date).utf8)),
      DataImport.InputFile(
        name: "VIX_History.csv",
        bytes: Array((["DATE,OPEN,HIGH,LOW,CLOSE"] + vix).joined(separator: "\n").utf8)),
      DataImport.InputFile(name: meetings, bytes: try DownloadedFolder.bytes(meetings)),
    ]
  }

  /// Bars of the index with their volume, which come as two files.
  private static func bars(_ year: Int, through date: String) throws -> String {
    let prices = try DownloadedFolder.lines(
      "yahoo/GSPC_ohlc_1927_2026.csv", from: "\(year)-01-02", through: date)
    let volumes = try DownloadedFolder.lines(
      "yahoo/GSPC_close_volume_1927_2026.csv", from: "\(year)-01-02", through: date)
    let rows = try zip(prices, volumes).map { price, volume in
      try #require(price.prefix(10) == volume.prefix(10), "the two files list other days")
      return "\(price),\(try #require(volume.split(separator: ",").last))"
    }
    return (["Date,Open,High,Low,Close,Volume"] + rows).joined(separator: "\n") + "\n"
  }

  /// `MM/DD/YYYY` of an ISO date.
  private static func american(_ date: String) -> String {
    let parts = date.split(separator: "-")
    return [parts[1], parts[2], parts[0]].joined(separator: "/")
  }
}
