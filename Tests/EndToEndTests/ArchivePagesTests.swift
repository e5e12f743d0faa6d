import DecisionArchive
import MarketData
import SiteGenerator
import TestSupport
import Testing

/// The archive of write-ups and the data they were computed from.
@Suite struct ArchivePagesTests {
  private func build(
    _ change: (inout [String: [UInt8]]) -> Void = { _ in }
  ) throws -> (source: [String: [UInt8]], html: [String: String]) {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    change(&files.contents)
    let output = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
      version: "test"
    ).build(timings: BuildTimings { 0 })
    let problems = try output.files.check().problems
    #expect(problems.isEmpty, "\(problems)")
    return (files.contents, output.files.byPath.mapValues { String(decoding: $0, as: UTF8.self) })
  }

  /// Days of January with their states.
  private func states(_ html: String?) -> [[String]] {
    WriteUp(html: html ?? "").rows(ofClass: "daylist").map { [$0[0], $0[3]] }
  }

  private func report(_ corrections: String) -> [UInt8] {
    Array("---\ntitle: A day\ndate: 2016-01-04\n\(corrections)---\n\nWords.\n".utf8)
  }

  private func correction(_ kind: String) -> String {
    "corrections:\n  - date: 2016-01-08\n    kind: \(kind)\n    what: Something was wrong.\n"
  }

  @Test func aWriteUpIsComputedOrHasCommentary() throws {
    let html = try build { $0["Content/reports/2016-01-05.md"] = nil }.html
    let states = states(html["archive/2016/index.html"])
    #expect(states.map { $0[0] } == ["Mon 4 Jan", "Tue 5 Jan", "Wed 6 Jan"])
    #expect(states.allSatisfy { $0[1].hasPrefix("computed prices modelled") }, "\(states)")
  }

  @Test(arguments: [
    ("", "commentary prices modelled"), ("typo", "commentary corrected, revision 2"),
    ("correction", "commentary corrected, revision 2"), ("withdrawal", "commentary withdrawn"),
  ])
  func aChangedWriteUpSaysHow(kind: String, state: String) throws {
    let html = try build {
      $0["Content/reports/2016-01-04.md"] = report(kind.isEmpty ? "" : correction(kind))
    }.html
    #expect(states(html["archive/2016/index.html"])[0][1].hasPrefix(state))
  }

  @Test func monthsAreCounted() throws {
    let html = try build {
      $0["Content/reports/2016-01-05.md"] = nil
      $0["Content/reports/2016-01-04.md"] = report(correction("correction"))
    }.html["archive/index.html"]
    let table = try #require(html?.firstRange(of: "<tbody>")).upperBound
    let cells = html?[table...].split(separator: "<td class=\"n\">").dropFirst().prefix(5)
      .map { String($0.prefix { $0 != "<" }) }
    #expect(cells == ["3", "1", "1", "0", "0"])
    #expect(html?.contains("href=\"2016/index.html#m01\">January</a>") == true)
  }

  @Test func aSessionWithoutPricesIsIncomplete() throws {
    let html = try build {
      $0["Content/reports/2016-01-05.md"] = nil
      let path = "Content/data/market/vx-settlements.csv"
      let rows = String(decoding: $0[path] ?? [], as: UTF8.self).split(separator: "\n")
      $0[path] = Array(
        (rows.filter { !$0.hasPrefix("2016-01-05") }.joined(separator: "\n") + "\n").utf8)
    }.html
    let states = states(html["archive/2016/index.html"])
    #expect(states[1][1].contains("data incomplete"), "\(states)")
    #expect(!states[0][1].contains("data incomplete"), "\(states)")
  }

  /// The hash is that of the file's bytes, the rows are its rows.
  @Test func filesAreShownWithHashRowsAndDates() throws {
    let (source, html) = try build()
    let page = html["data/snapshots/index.html"] ?? ""
    let files = WriteUp(html: page).rows(below: "table-files")
    for name in ["market/vix.csv", "macro/fomc.csv", "market/index-options.csv"] {
      let bytes = source["Content/data/\(name)"] ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      let row = try #require(files.first { $0[0].hasSuffix("Content/data/\(name)") })
      #expect(row[2] == String(lines.count))
      #expect(row[3] == lines.map { String($0.prefix(10)) }.min())
      #expect(row[4] == lines.map { String($0.prefix(10)) }.max())
      #expect(row[6] == FileDigest.sha256(bytes))
    }
    let book = WriteUp(html: page).rows(below: "table-positions")
    #expect(
      book.map { $0[0] } == [
        "Content/books/demo/book.yml", "Content/books/demo/2015-12-31.csv",
      ])
    #expect(book[1][1] == "4")
  }

  /// What a write-up prints of its digest is the beginning of the one in the list, and leads there.
  @Test func everyWriteUpLeadsToItsDigest() throws {
    let html = try build().html
    let rows = WriteUp(html: html["data/snapshots/index.html"] ?? "").rows(below: "table-digests")
    #expect(rows.count == 3)
    let digest = try #require(rows.first?.last)
    #expect(digest.count == 64)
    let short = "\(digest.prefix(4)) \(digest.dropFirst(4).prefix(4))"
    #expect(
      html["daily/2016/01/04/index.html"]?.contains(
        "<a href=\"../../../../data/snapshots/index.html#2016-01-04\"><span class=\"code\">\(short)<"
      )
        == true)
  }
}
