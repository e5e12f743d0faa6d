import Foundation
import MarketData
import TestSupport
import Testing

@testable import SiteGenerator

/// A build that uses again what an earlier one left must not be told from a fresh build.
@Suite struct BuildSessionTests {
  /// The small site with the product's files, in memory.
  private static func files() throws -> EditableSite {
    try EditableSite(TestSite("Sites/small"))
  }

  @Test(arguments: [1, 2])
  func afterEveryEditTheOutputIsThatOfAFreshBuild(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let original = try Self.files()
    var site = original
    let session = BuildSession()
    _ = site.outcome(in: session)
    var failures = 0
    var hasFaults = false
    for step in 0..<20 {
      // Faults would pile up and hide everything else.
      if hasFaults, Bool.random(using: &random) { site = original }
      let name = site.edit(using: &random, original: original)
      let reused = site.outcome(in: session)
      let fresh = site.outcome(in: BuildSession())
      hasFaults = fresh.problems.contains(": error: ")
      failures += hasFaults ? 1 : 0
      #expect(
        reused == fresh, "seed \(seed), step \(step), \(name): \(reused.difference(from: fresh))")
      guard reused == fresh else { return }
    }
    // The edits must not all end in faults, nor all go well.
    #expect((1...18).contains(failures), "\(failures)")
  }

  @Test func aBodyMakesOnePageAnew() throws {
    var site = try Self.files()
    let session = BuildSession()
    _ = site.outcome(in: session)
    #expect(session.pages.renderedCount == session.pages.pages.count)
    _ = site.outcome(in: session)
    #expect(session.pages.renderedCount == 0)
    site.append("\nOne more line.\n", to: "Content/glossary/pivot.md")
    let outcome = site.outcome(in: session)
    #expect(session.pages.renderedCount == 1)
    let page = outcome.files["glossary/pivot/index.html"].map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(page?.contains("One more line.") == true)
  }

  /// What others list is made anew with it; what they do not show is not.
  @Test func aTitleMakesThePagesAnewThatListIt() throws {
    var site = try Self.files()
    let session = BuildSession()
    _ = site.outcome(in: session)
    let decided = session.analysis.version
    site.replace("summary: ", "summary: A new text. ", in: "Content/glossary/pivot.md")
    _ = site.outcome(in: session)
    // The term and the glossary.
    #expect(session.pages.renderedCount == 2)
    site.replace("title: ", "title: New ", in: "Content/reports/2016-01-05.md")
    let outcome = site.outcome(in: session)
    // The write-up, the home page and the list of corrections; the indexes do not count.
    #expect(session.pages.renderedCount == 3)
    #expect(outcome == site.outcome(in: BuildSession()))
    #expect(session.analysis.version == decided)
  }

  /// Every page may use a term, which is then a link.
  @Test func aTermsNameMakesAllPagesAnewAndNoDecision() throws {
    var site = try Self.files()
    let session = BuildSession()
    _ = site.outcome(in: session)
    let (all, decided) = (session.pages.pages.count, session.analysis.version)
    site.replace("title: ", "title: New ", in: "Content/glossary/pivot.md")
    let outcome = site.outcome(in: session)
    #expect(session.pages.renderedCount == all)
    #expect(outcome == site.outcome(in: BuildSession()))
    #expect(session.analysis.version == decided)
  }

  @Test func anotherDocumentMakesAllPagesAnewAndNoDecision() throws {
    var site = try Self.files()
    let session = BuildSession()
    _ = site.outcome(in: session)
    let decided = session.analysis.version
    site.append("---\ntitle: More\n---\nMore.\n", to: "Content/pages/more.md")
    _ = site.outcome(in: session)
    #expect(session.pages.renderedCount == session.pages.pages.count)
    #expect(session.analysis.version == decided)
  }

  @Test func dataMakeDecisionsAnew() throws {
    var site = try Self.files()
    let session = BuildSession()
    _ = site.outcome(in: session)
    let (decided, templates) = (session.analysis.version, session.templates.version)
    site.append("\n", to: "Content/data/market/vix.csv")
    _ = site.outcome(in: session)
    #expect(session.analysis.version == decided + 1)
    #expect(session.templates.version == templates)
  }

  /// What one page told about a template is forgotten when that page has changed.
  @Test func aFaultOfATemplateGoesWithThePageThatShowedIt() throws {
    var site = try Self.files()
    let session = BuildSession()
    let (path, template) = ("Content/lessons/01-one-condor.md", "Templates/pages/lesson.mustache")
    site.site.contents[template] =
      (site.product.contents[template] ?? []) + Array("{{^checks}}{{nonesuch}}{{/checks}}\n".utf8)
    #expect(site.outcome(in: session).problems.isEmpty)
    let whole = site.site.contents[path]
    site.replace(
      """
      checks:
        - question: What is the credit of the book?
          answer: It is printed above, with its unit.

      """, "", in: path)
    let fault = site.outcome(in: session)
    #expect(fault.problems.contains("the template names an unknown value `nonesuch`"))
    #expect(fault == site.outcome(in: BuildSession()))
    site.site.contents[path] = whole
    let mended = site.outcome(in: session)
    #expect(mended.problems.isEmpty, "\(mended.problems)")
    #expect(mended == site.outcome(in: BuildSession()))
  }

  @Test func aFaultIsReportedUntilItIsMended() throws {
    var site = try Self.files()
    let session = BuildSession()
    let whole = site.outcome(in: session)
    let path = "Content/glossary/pivot.md"
    let text = site.site.contents[path]
    site.append("\n[x](/nowhere/)\n", to: path)
    let fault = site.outcome(in: session)
    #expect(fault.problems.contains("the link /nowhere/ leads to no page"))
    // A change elsewhere leaves the fault where it is.
    site.append("\nMore.\n", to: "Content/pages/about.md")
    #expect(site.outcome(in: session).problems == fault.problems)
    site.site.contents[path] = text
    let mended = site.outcome(in: session)
    #expect(mended.problems == whole.problems)
    #expect(mended == site.outcome(in: BuildSession()))
  }

  /// The preview shows what a build makes: what a link leads to out of the site is no part of it.
  @Test func aLinkOutOfTheSiteIsNotInTheOutput() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    let site = folder.url.appendingPathComponent("site")
    for path in ["Content", "Templates/assets"] {
      try manager.createDirectory(
        at: site.appendingPathComponent(path), withIntermediateDirectories: true)
    }
    let secret = folder.url.appendingPathComponent("secret.txt")
    try Data("secret".utf8).write(to: secret)
    try Data("title: Notes\n".utf8).write(to: site.appendingPathComponent("Content/site.yml"))
    try manager.createSymbolicLink(
      at: site.appendingPathComponent("Templates/assets/link.txt"), withDestinationURL: secret)
    try manager.createSymbolicLink(
      at: site.appendingPathComponent("Templates/assets/folder"), withDestinationURL: folder.url)
    let output = try SiteBuilder(
      source: DiskFileSystem(root: site), product: DiskFileSystem(root: Repository.root()),
      target: .web, jobs: 1, version: "test"
    ).build(timings: BuildTimings { 0 }, session: BuildSession())
    #expect(output.files.contains { $0.path == "assets/style.css" })
    #expect(!output.files.contains { $0.path.contains("link") || $0.path.contains("folder") })
    #expect(!output.files.contains { String(decoding: $0.bytes, as: UTF8.self) == "secret" })
  }
}
