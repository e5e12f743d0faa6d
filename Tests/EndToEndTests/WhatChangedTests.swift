import ALVH
import MarketData
import Quant
import SiteGenerator
import TestSupport
import Testing

/// The table of what changed between a write-up and the one before.
@Suite struct WhatChangedTests {
  /// Write-ups of the small site by date, with the decisions behind them.
  private func build(
    from first: String = "2016-01-04"
  ) throws -> [(decision: DailyDecision, changes: WriteUp)] {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    let path = "Content/site.yml"
    let text = String(decoding: files.contents[path] ?? [], as: UTF8.self)
    files.contents[path] = Array(
      text.replacing("from: 2016-01-04", with: "from: \(first)").utf8)
    let output = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
      version: "test"
    ).build(timings: BuildTimings { 0 })
    let pages = output.files.byPath
    return output.decisions.map { decision in
      let folder = decision.date.description.replacing("-", with: "/")
      let html = String(decoding: pages["daily/\(folder)/index.html"] ?? [], as: UTF8.self)
      return (decision, WriteUp(html: html))
    }
  }

  @Test func theFirstWriteUpHasNoneBeforeIt() throws {
    let first = try #require(build().first)
    #expect(
      first.changes.text(of: "changes")
        == "What changed This is the first write-up; there is none before to compare it with.")
  }

  /// The stage changes on the last of the three days and on no other.
  @Test func whatChangedStandsWithBothValuesAndWhatDidNotIsLeftOut() throws {
    let days = try build()
    #expect(days.map(\.decision.step.stageAfter) == [.layer1, .layer1, .layer2])
    let second = days[1].changes.rows(ofClass: "changes")
    #expect(!second.contains { $0[0] == "Stage" })
    let third = days[2].changes.rows(ofClass: "changes")
    #expect(third.contains(["Stage", "layer 1", "layer 2"]))
    #expect(third.contains(["Target, share of vega", "33–50 %", "50–75 %"]))
    #expect(third.contains(["A policy event is near", "fired", "not fired"]))
  }

  /// Every row differs, and a number of the hedge says that it is modelled.
  @Test func rowsAreThoseThatDifferAsPrinted() throws {
    for (before, day) in try zip(build(), build().dropFirst()) {
      let rows = day.changes.rows(ofClass: "changes")
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(row.count == 3 && row[1] != row[2], "\(row)")
        let restsOnPrices = [
          "Drag used", "Hedge per VIX point", "Coverage of that day’s vega",
        ].contains { row[0].hasPrefix($0 + " modelled") }
        #expect(
          restsOnPrices || ["Drag", "Hedge per", "Coverage"].allSatisfy { !row[0].hasPrefix($0) },
          "\(row)")
      }
      let stages = [before, day].map(\.decision.step.stageAfter)
      #expect(rows.contains { $0[0] == "Stage" } == (stages[0] != stages[1]))
      let events = [before, day].map { $0.decision.context.catalystVerdict }
      #expect(rows.contains { $0[0] == "A policy event is near" } == (events[0] != events[1]))
    }
  }

  @Test func aDayWithoutChangeSaysSo() throws {
    let days = try build(from: "2015-12-21")
    for (before, day) in zip(days, days.dropFirst())
    where day.changes.rows(ofClass: "changes").isEmpty {
      #expect(
        day.changes.text(of: "changes").contains(
          "Nothing in the decision changed since the write-up of"))
      #expect(before.decision.step.stageAfter == day.decision.step.stageAfter)
      #expect(before.decision.hedge.contracts == day.decision.hedge.contracts)
      return
    }
    Issue.record("no day without a change")
  }
}
