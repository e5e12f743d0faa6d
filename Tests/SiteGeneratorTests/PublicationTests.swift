import MarketData
import Quant
import Testing

@testable import SiteGenerator

@Suite struct PublicationTests {
  private let texts = [
    "Content/site.yml": "title: Notes\n",
    "Content/pages/public.md": "---\ntitle: A\n---\n",
    "Content/pages/draft.md": "---\ntitle: A\ndraft: true\n---\n",
    "Content/pages/later.md": "---\ntitle: A\npublish: 2016-02-01\n---\n",
    "Content/pages/both.md": "---\ntitle: A\ndraft: true\npublish: 2016-02-01\n---\n",
    "Content/glossary/vega.md": "---\ndraft: true\nnonsense: 1\n---\n",
  ]

  private func read(
    drafts: Bool = false, asOf: String? = nil
  ) throws -> (pages: [String], held: [String], problems: [String]) {
    var problems: [Diagnostic] = []
    let publication = Publication(
      showsDrafts: drafts, asOf: try asOf.map { try #require(CalendarDate($0)) })
    let content = try #require(
      try ContentReader(
        fileSystem: InMemoryFileSystem(texts), product: nil, jobs: 1, publication: publication
      ).read(into: &problems))
    return (
      content.pages.map(\.path).sorted(),
      content.held.map { "\($0.file): \($0.explanation)" }.sorted(),
      problems.map(\.description)
    )
  }

  @Test func draftsAndScheduledTextsAreLeftOut() throws {
    let (pages, held, problems) = try read()
    #expect(pages == ["public"])
    #expect(
      held == [
        "Content/glossary/vega.md: a draft; --drafts shows it",
        "Content/pages/both.md: a draft; --drafts shows it",
        "Content/pages/draft.md: a draft; --drafts shows it",
        "Content/pages/later.md: to appear on 2016-02-01; --as-of 2016-02-01 shows it",
      ])
    #expect(problems.isEmpty, "an unfinished text stops no build")
  }

  @Test func draftsAreShownAndJudgedOnRequest() throws {
    let (pages, held, problems) = try read(drafts: true)
    #expect(pages == ["draft", "public"])
    #expect(held.map { $0.prefix(22) } == ["Content/pages/both.md:", "Content/pages/later.md"])
    #expect(problems.count == 4, "\(problems)")
  }

  @Test(arguments: [
    ("2016-01-31", ["public"]), ("2016-02-01", ["later", "public"]),
    ("2017-01-01", ["later", "public"]),
  ])
  func aTextAppearsOnItsDay(asOf: String, pages: [String]) throws {
    #expect(try read(asOf: asOf).pages == pages)
  }

  @Test func bothConditionsHold() throws {
    #expect(
      try read(drafts: true, asOf: "2016-02-01").pages == ["both", "draft", "later", "public"])
  }

  @Test func aWrongValueIsReported() throws {
    let files = InMemoryFileSystem([
      "Content/site.yml": "title: Notes\n",
      "Content/pages/a.md": "---\ntitle: A\ndraft: yes\npublish: soon\n---\n",
    ])
    let problems = try collecting {
      try ContentReader(fileSystem: files, product: nil, jobs: 1).read(into: &$0)
    }.problems
    #expect(
      problems == [
        "Content/pages/a.md:3:8: error: `draft` is `yes`, not true or false. "
          + "Write true or false after `draft:`.",
        "Content/pages/a.md:4:10: error: `publish` is `soon`, not a date of the form YYYY-MM-DD. "
          + "Write a date of the form YYYY-MM-DD after `publish:`.",
      ])
  }
}
