import ALVH
import Foundation
import MarketData
import Quant
import SiteGenerator
import TestSupport
import Testing

/// From `init` through `new` to a built site, with no edit in between.
@Suite struct NewSiteTests {
  private let temporary: TemporaryFolder
  private let product: DiskFileSystem
  private let date = CalendarDate(dayNumber: 16_805)  // 2016-01-05

  init() throws {
    temporary = try TemporaryFolder()
    product = DiskFileSystem(root: try Repository.root())
  }

  private func start(_ kind: StarterKind) throws -> URL {
    let folder = temporary(kind.rawValue)
    try SiteStarter(product: product).create(kind, at: folder)
    return folder
  }

  private func build(_ folder: URL, drafts: Bool = false) throws -> SiteBuilder.Output {
    let output = try SiteBuilder(
      source: DiskFileSystem(root: folder), product: product, target: .offline, jobs: 2,
      version: "test", publication: Publication(showsDrafts: drafts)
    ).build(timings: BuildTimings { 0 })
    #expect(output.warnings.isEmpty, "\(output.warnings)")
    let problems = try output.files.check().problems
    #expect(problems.isEmpty, "\(problems)")
    return output
  }

  /// Makes a file of content and writes it.
  @discardableResult
  private func new(
    in folder: URL, _ make: (ContentScaffold) throws -> ScaffoldedFile
  ) throws -> ScaffoldedFile {
    let file = try make(
      ContentScaffold(source: DiskFileSystem(root: folder), product: product))
    try SiteWriter(root: folder).create(file.path, file.bytes)
    return file
  }

  private func complaints(
    in folder: URL, _ make: (ContentScaffold) throws -> ScaffoldedFile
  ) throws -> [String] {
    do {
      try new(in: folder, make)
      return []
    } catch let list as DiagnosticList {
      return list.items.map(\.description)
    }
  }

  private func publish(_ path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("\ndraft: true\n"))
    try Data(text.replacing("\ndraft: true\n", with: "\n").utf8).write(to: file)
  }

  private func text(_ path: String, _ output: SiteBuilder.Output) -> String {
    String(decoding: output.files.byPath[path] ?? [], as: UTF8.self)
  }

  @Test func aWriteUpIsADraftThatBuilds() throws {
    let folder = try start(.example)
    let file = try new(in: folder) { try $0.report(on: date) }
    #expect(file.path == "Content/reports/2016-01-05.md")
    #expect(file.address == "/daily/2016/01/05/")
    let source = String(decoding: file.bytes, as: UTF8.self)
    #expect(source.contains("\n# review: 2016-01-12\n"))
    #expect(source.firstMatch(of: /\n#   \{\{ vix\.close \}\} +19\.34\n/) != nil, "\(source)")
    #expect(!source.contains("<%"))

    let page = "daily/2016/01/05/index.html"
    let plain = try build(folder)
    #expect(plain.held.map(\.file) == [file.path])
    #expect(plain.held.map(\.reason) == [.draft])
    #expect(!text(page, plain).contains("Write-up of Tuesday 5 January 2016"))
    let preview = try build(folder, drafts: true)
    #expect(preview.held.isEmpty)
    #expect(text(page, preview).contains("Write-up of Tuesday 5 January 2016"))
    try publish(file.path, in: folder)
    #expect(try build(folder).files == preview.files)
    #expect(plain.decisions.count == 5)
  }

  /// Percentiles of a year need 252 sessions before the first write-up.
  @Test func theExampleHasAYearOfPrices() throws {
    let decision = try #require(try build(start(.example)).decisions.first)
    #expect(decision.date.description == "2016-01-04")
    #expect(decision.dashboard.first { $0.quantity == .vix }?.percentile != nil)
    #expect(decision.book != nil && decision.hedge.contracts > 0)
  }

  @Test func lessonsAndTermsBuildAndAreNumbered() throws {
    for kind in StarterKind.allCases {
      let folder = try start(kind)
      let files = [
        try new(in: folder) { try $0.lesson("first-steps") },
        try new(in: folder) { try $0.lesson("what-a-roll-costs") },
        try new(in: folder) { try $0.term("vega") },
      ]
      #expect(
        files.map(\.path) == [
          "Content/lessons/01-first-steps.md", "Content/lessons/02-what-a-roll-costs.md",
          "Content/glossary/vega.md",
        ])
      #expect(
        files.map(\.address) == [
          "/lessons/01-first-steps/", "/lessons/02-what-a-roll-costs/", "/glossary/vega/",
        ])
      #expect(try build(folder).held.count == 3)
      let preview = try build(folder, drafts: true).files.byPath
      #expect(preview["lessons/02-what-a-roll-costs/index.html"] != nil)
      for file in files { try publish(file.path, in: folder) }
      #expect(try build(folder).files.byPath == preview)
    }
  }

  @Test func whatIsThereIsLeftAsItIs() throws {
    let folder = try start(.example)
    try new(in: folder) { try $0.lesson("first") }
    let before = try temporary.contents()
    let remedy =
      "error: the file is there already, and is left as it is. "
      + "Edit it, or remove it first."
    let fourth = CalendarDate(dayNumber: 16_804)
    #expect(
      try complaints(in: folder) { try $0.report(on: fourth) }
        == ["Content/reports/2016-01-04.md: \(remedy)"])
    #expect(
      try complaints(in: folder) { try $0.term("on-balance-volume") }
        == ["Content/glossary/on-balance-volume.md: \(remedy)"])
    #expect(
      try complaints(in: folder) { try $0.lesson("first") }
        == ["Content/lessons/01-first.md: \(remedy)"])
    #expect(try temporary.contents() == before)
  }

  @Test func dayAfterTheDataSaysWhatToDo() throws {
    let folder = try start(.example)
    let monday = CalendarDate(dayNumber: 16_811)
    #expect(
      try complaints(in: folder) { try $0.report(on: monday) } == [
        "Content/data/market/spx.csv: error: the file ends on 2016-01-08, before 2016-01-11. "
          + "Bring the missing sessions in with `hedgebook import --id spx FILE`.",
        "Content/site.yml: error: 2016-01-11 lies after the last write-up, 2016-01-08. "
          + "Write `to: 2016-01-11` there.",
      ])
  }

  @Test func aBadSlugWritesNothing() throws {
    let folder = try start(.bare)
    #expect(
      try complaints(in: folder) { try $0.term("../site") } == [
        "SLUG: error: `../site` does not begin with a lowercase letter. "
          + "Use lowercase letters, digits and single hyphens, such as `site`."
      ])
  }

  /// A site may bring its own archetypes.
  @Test func theSitesArchetypeWins() throws {
    let folder = try start(.bare)
    try temporary.write(
      "---\ntitle: \"<% title %>!\"\n---\n", to: "bare/Templates/archetypes/term.md")
    let file = try new(in: folder) { try $0.term("vega") }
    #expect(file.bytes == Array("---\ntitle: \"Vega!\"\n---\n".utf8))
  }

  /// The data of a new site are rows of the product's own example.
  @Test func theDataAreThoseOfTheProduct() throws {
    let files = try SiteStarter(product: product).files(.example)
    for file in files where file.path.hasSuffix(".csv") {
      let own = Set(try product.read(file.path).split(separator: 0x0A))
      let foreign = file.bytes.split(separator: 0x0A).filter { !own.contains($0) }
      #expect(foreign.isEmpty, "\(file.path): run Scripts/starter-data.sh")
    }
  }
}
