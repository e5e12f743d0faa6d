import MarketData
import Quant
import Testing

@Suite struct MarketHistoryLoaderTests {
  private func entry(
    _ id: String, _ file: String?, _ format: SourceFormat?, _ kind: SourceKind = .published,
    line: Int = 1
  ) -> SourceEntry {
    SourceEntry(
      id: id, file: file, format: format, kind: kind,
      location: SourceLocation(file: "data/sources.yml", line: line, column: 5))
  }

  private func load(
    _ entries: [SourceEntry], _ files: [String: String]
  ) -> (history: MarketHistory, problems: [String]) {
    var problems: [Diagnostic] = []
    let loader = MarketHistoryLoader(
      catalogue: SourceCatalogue(entries: entries), folder: "data"
    ) { file in
      guard let text = files[file] else { throw MarketHistoryLoader.FileFailure.missing }
      return bytes(text)
    }
    let history = loader.load(into: &problems)
    return (history, problems.map(\.description))
  }

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func fillsEveryInput() throws {
    let (history, problems) = load(
      [
        entry("spx", "market/spx.csv", .yahooBars), entry("vix", "market/vix.csv", .series),
        entry("vx", "market/vx.csv", .futuresSettlements, .settled),
        entry("vix-options", "market/vo.csv", .optionQuotes, .modelled),
        entry("index-options", "market/io.csv", .optionQuotes, .quoted),
        entry("breadth", "market/b.csv", .breadth, .modelled),
        entry("releases", "macro/r.csv", .releases), entry("fomc", "macro/f.csv", .policyEvents),
        entry("reer", "macro/reer.csv", .series),
      ],
      [
        "market/spx.csv": "Date,Open,High,Low,Close,Volume\n2016-01-04,1,2,1,2,9\n",
        "market/vix.csv": "date,value\n2016-01-04,20.7\n",
        "market/vx.csv": "date,expiration,settle\n2016-01-04,2016-02-17,21\n"
          + "2016-01-04,2016-01-20,20\n2016-01-05,2016-01-20,19\n",
        "market/vo.csv": "date,root,expiration,strike,right,bid,ask\n"
          + "2016-01-04,VIX,2016-02-17,25,call,1,2\n2016-01-04,VIX,2016-02-17,20,call,2,3\n",
        "market/io.csv": "date,root,expiration,strike,right,bid,ask\n"
          + "2016-01-04,SPXW,2016-02-19,1900,put,1,2\n2016-01-05,SPX,2016-02-19,1900,put,2,3\n",
        "market/b.csv": "date,advances,declines\n2016-01-04,1,2\n",
        "macro/r.csv": "release_date,release_time_et,series,period,actual,consensus,previous\n"
          + "2016-01-20,08:30,CPI,2015-12,-0.1,0,0\n",
        "macro/f.csv": "date,event\n2016-01-27,statement\n",
        "macro/reer.csv": "date,value\n2015-12-01,115\n",
      ])
    #expect(problems.isEmpty)
    let day = try date("2016-01-04")
    #expect(history.bars.map(\.close) == [2])
    #expect(history.vix == [DatedValue(date: day, value: 20.7)])
    #expect(history.futures[day]?.map(\.settle) == [20, 21])
    #expect(history.futures.count == 2)
    #expect(history.vixOptions[day]?.map(\.contract.strike) == [20, 25])
    #expect(history.indexOptions.count == 2)
    #expect(history.indexOptions[day]?.count == 1)
    #expect(history.breadth.count == 1)
    #expect(history.releases.count == 1)
    #expect(history.policy.count == 1)
    #expect(history.realEffectiveExchangeRate.map(\.known.description) == ["2016-01-25"])
    #expect(history.provenance.bars == .quoted)
    #expect(history.provenance.vixOptions == .modelled)
    #expect(history.provenance.indexOptions == .quoted)
    #expect(history.provenance.breadth == .modelled)
  }

  @Test func noEntriesGiveAnEmptyHistory() {
    let (history, problems) = load([], [:])
    #expect(history == MarketHistory())
    #expect(problems.isEmpty)
  }

  @Test func aSourceWithoutFileIsMissingOnPurpose() {
    let (history, problems) = load([entry("reer", nil, nil)], [:])
    #expect(history == MarketHistory())
    #expect(problems.isEmpty)
  }

  @Test func aMissingFileIsReportedAtItsEntryAndTheOthersAreRead() {
    let (history, problems) = load(
      [entry("vix", "market/vix.csv", .series, line: 7), entry("breadth", "b.csv", .breadth)],
      ["b.csv": "date,advances,declines\n2016-01-04,1,-2\n2016-01-05,1,2\n"])
    #expect(history.breadth.count == 1)
    #expect(
      problems == [
        "data/sources.yml:7:5: error: the file \"market/vix.csv\" of source \"vix\" does not "
          + "exist. Add the file, correct its path, or remove the path to declare the source "
          + "missing.",
        "data/b.csv:2:14: error: declines is negative: -2. Volumes and counts must be zero or "
          + "above; correct the row or remove it.",
      ])
  }

  @Test func anUnreadableFileIsReportedWithItsReason() {
    var problems: [Diagnostic] = []
    let loader = MarketHistoryLoader(
      catalogue: SourceCatalogue(entries: [entry("vix", "v.csv", .series)])
    ) { _ in throw MarketHistoryLoader.FileFailure.unreadable(reason: "permission denied") }
    _ = loader.load(into: &problems)
    #expect(
      problems.map(\.description) == [
        "data/sources.yml:1:5: error: the file \"v.csv\" of source \"vix\" cannot be read: "
          + "permission denied. Add the file, correct its path, or remove the path to declare the "
          + "source missing."
      ])
  }

  @Test func pricesOfTheInputsMustBeAboveZero() {
    let (_, problems) = load(
      [entry("vix", "v.csv", .series)], ["v.csv": "date,value\n2016-01-04,0\n"])
    #expect(
      problems == [
        "data/v.csv:2:12: error: value is zero. Prices must be above zero; correct the row or "
          + "remove it."
      ])
  }

  @Test func faultsOfTheCatalogueAreReported() {
    let (history, problems) = load(
      [
        entry("vix", "v.csv", .series, line: 1), entry("vix", "w.csv", .series, line: 2),
        entry("vix-option", "o.csv", .optionQuotes, line: 3),
        entry("weather", "w.csv", .series, line: 4), entry("spx", "s.csv", nil, line: 5),
        entry("fomc", "f.csv", .breadth, line: 6),
        entry("breadth", "../secret.csv", .breadth, line: 7),
        entry("reer", "/etc/passwd", .series, line: 8),
      ], ["v.csv": "date,value\n2016-01-04,20\n"])
    #expect(history.vix.count == 1)
    #expect(
      problems == [
        "data/sources.yml:2:5: error: the source \"vix\" is declared twice, first at "
          + "data/sources.yml:1:5. Give each source its own id.",
        "data/sources.yml:3:5: warning: the source \"vix-option\" feeds no input and is not read. "
          + "Did you mean \"vix-options\"?",
        "data/sources.yml:4:5: warning: the source \"weather\" feeds no input and is not read. "
          + "Sources that are read are spx, vix, vx, vix-options, index-options, breadth, "
          + "releases, fomc, reer.",
        "data/sources.yml:5:5: error: the source \"spx\" has a file but no format. Add one of the "
          + "formats yahoo-ohlcv, cboe-index.",
        "data/sources.yml:6:5: error: the source \"fomc\" cannot have the format breadth. Use one "
          + "of the formats fomc.",
        "data/sources.yml:7:5: error: the path \"../secret.csv\" of source \"breadth\" is not "
          + "inside the data folder. Write a path relative to the data folder, such as "
          + "market/spx.csv.",
        "data/sources.yml:8:5: error: the path \"/etc/passwd\" of source \"reer\" is not inside "
          + "the data folder. Write a path relative to the data folder, such as market/spx.csv.",
      ])
  }

  @Test func contractFilesFeedTheFuturesTogether() throws {
    let header = "Trade Date,Settle\n"
    let (history, problems) = load(
      [
        entry("vx-jan", "VX_2016-01-20.csv", .cfeContract, .settled),
        entry("vx-feb", "CFE_G16_VX.csv", .cfeContract, .settled),
        entry("vx-bad", "x.csv", .cfeContract, .settled, line: 9),
      ],
      [
        "CFE_G16_VX.csv": header + "2016-01-04,21\n",
        "VX_2016-01-20.csv": header + "2016-01-04,20\n", "x.csv": header + "2016-01-04,20\n",
      ])
    #expect(
      history.futures[try date("2016-01-04")]?.map(\.expiration.description) == [
        "2016-01-20", "2016-02-17",
      ])
    #expect(
      problems == [
        "data/sources.yml:9:5: error: the name \"data/x.csv\" does not tell the expiration. Keep "
          + "the exchange's file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv."
      ])
  }

  @Test func indexHistoriesMayFeedTheVIX() {
    let (history, problems) = load(
      [entry("vix", "v.csv", .cboeIndex)],
      ["v.csv": "DATE,OPEN,HIGH,LOW,CLOSE\n01/04/2016,22.48,23.36,20.67,20.70\n"])
    #expect(problems.isEmpty)
    #expect(history.vix.map(\.value) == [20.70])
  }

  @Test func optionsOfAnotherUnderlyingAreRefused() {
    let (history, problems) = load(
      [entry("vix-options", "o.csv", .optionQuotes)],
      [
        "o.csv": "date,root,expiration,strike,right,bid,ask\n2016-01-04,SPX,2016-02-19,1900,P,1,2\n"
      ])
    #expect(history.vixOptions.isEmpty)
    #expect(
      problems == ["data/o.csv:2:12: error: root is unknown: \"SPX\". Use one of VIX."])
  }
}
