import Foundation
import MarketData
import SiteGenerator
import TestSupport
import Testing

/// The small site with markup in every text that a contributor writes.
@Suite struct HostileContentTests {
  /// A text that would be noticed as markup, as an attribute and as a template.
  private static let hostile =
    #"<script>alert(1)</script>" onload="x" '&amp; {{title}} {{{bodyHTML}}}"#

  private static let quoted = "'" + hostile.replacing("'", with: "''") + "'"

  /// For the fields of a report, in which `{{ name }}` prints a value.
  private static let quotedWithoutNames = quoted.replacing("{", with: "(")

  /// The files of the small site with the given ones put in place.
  private func site(_ texts: [String: String]) throws -> InMemoryFileSystem {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    for (path, text) in texts { files.contents[path] = Array(text.utf8) }
    return files
  }

  private func build(_ source: InMemoryFileSystem) throws -> SiteBuilder.Output {
    try SiteBuilder(
      source: source, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
      version: "test"
    ).build(timings: BuildTimings { 0 })
  }

  private static let documents: [String: String] = [
    "Content/site.yml": """
    title: \(quoted)
    summary: \(quoted)
    author: \(quoted)
    baseURL: https://small.example/
    book: demo
    from: 2016-01-04
    to: 2016-01-06
    """,
    "Content/pages/about.md": """
    ---
    title: \(quoted)
    summary: \(quoted)
    ---

    # `\(hostile.replacing("{", with: "("))`
    """,
    "Content/pages/about/disclaimers.md": """
    ---
    title: \(quoted)
    template: disclaimers
    ---
    """,
    "Content/lessons/01-one-condor.md": """
    ---
    title: \(quoted)
    summary: \(quoted)
    order: 1
    question: \(quoted)
    session: 2016-01-05
    couldBeWrong: \(quoted)
    checks:
      - question: \(quoted)
        answer: \(quoted)
    sources:
      - title: \(quoted)
        url: 'https://example.com/"onclick="x'
    ---

    ```figure
    chart: price-volume
    date: 2016-01-05
    ```
    """,
    "Content/glossary/pivot.md": """
    ---
    title: \(quoted)
    summary: \(quoted)
    aka: [\(quoted)]
    role: misused
    formula: \(quoted)
    units: \(quoted)
    see: [pivot]
    sources:
      - title: \(quoted)
    ---
    """,
    "Content/reports/2016-01-05.md": """
    ---
    title: \(quotedWithoutNames)
    date: 2016-01-05
    decision: \(quotedWithoutNames)
    alternatives: \(quotedWithoutNames)
    falsifier: \(quotedWithoutNames)
    loyaltyOrMotion: \(quotedWithoutNames)
    stewardOrPromoter: \(quotedWithoutNames)
    sources:
      - title: \(quotedWithoutNames)
        url: 'https://example.com/"onclick="x'
    ---
    """,
  ]

  @Test func noTextOfAContributorBecomesMarkup() throws {
    let output = try build(site(Self.documents))
    let problems = try Self.faultsOfMarkup(output)
    #expect(problems.isEmpty, "\(problems)")
    for file in output.files where file.path.hasSuffix(".html") || file.path.hasSuffix(".xml") {
      let text = Self.withoutOwnScripts(file)
      #expect(!text.contains("<script") && !text.contains("\" onload=\""), "\(file.path)")
    }
  }

  /// Text of sources and book comes from files too.
  @Test func noTextOfTheCatalogueBecomesMarkup() throws {
    let small = try site([:])
    let catalogue = String(decoding: try small.read("Content/data/sources.yml"), as: UTF8.self)
    let lines = catalogue.split(separator: "\n").map { line in
      for key in ["units", "title", "publisher", "licence", "note"]
      where line.hasPrefix("    \(key):") {
        return "    \(key): \(Self.quoted)"
      }
      return String(line)
    }
    let output = try build(
      site([
        "Content/data/sources.yml": lines.joined(separator: "\n"),
        "Content/books/demo/book.yml": """
        id: demo
        title: \(Self.quoted)
        mode: paper
        nav: 40000
        currency: \(Self.quoted)
        note: \(Self.quoted)
        """,
      ]))
    let problems = try Self.faultsOfMarkup(output)
    #expect(problems.isEmpty, "\(problems)")
    for file in output.files where file.path.hasSuffix(".html") {
      let text = Self.withoutOwnScripts(file)
      #expect(!text.contains("<script") && !text.contains("\" onload=\""), "\(file.path)")
    }
  }

  /// What the check finds, but for what the hostile texts themselves are: braces that look left
  /// behind, one title for all pages, and headings of the first level.
  private static func faultsOfMarkup(_ output: SiteBuilder.Output) throws -> [Diagnostic] {
    let expected: Set = ["placeholder", "duplicate-title", "main-heading"]
    return try output.files.check().problems.items.filter { !expected.contains($0.rule ?? "") }
  }

  /// The text of a page without the page's own script and its block of data, the only ones allowed.
  private static func withoutOwnScripts(_ file: OutputFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
      .replacing("<script defer=\"\" src=\"", with: "")
      .replacing("<script type=\"application/ld+json\">", with: "")
  }

  /// Two names that many disks cannot tell apart.
  @Test(arguments: [("About", "about"), ("Caf\u{E9}", "cafe\u{301}")])
  func twinsAreOneAddress(first: String, second: String) throws {
    let files = try site([
      "Content/pages/\(first).md": "---\ntitle: One\n---\n",
      "Content/pages/\(second).md": "---\ntitle: Two\n---\n",
    ])
    do {
      _ = try build(files)
      // An in-memory folder, like some disks, may hold only one of the two.
      #expect(first == second)
    } catch let list as DiagnosticList {
      #expect(list.items.count == 1)
      #expect(list.items.first?.message.contains("is also made from Content/pages/") == true)
    }
  }
}
