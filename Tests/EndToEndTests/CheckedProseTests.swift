import MarketData
import SiteGenerator
import TestSupport
import Testing

/// Prose that is checked against the data, through whole builds.
@Suite struct CheckedProseTests {
  private static let bookPath = "Content/books/demo/2015-12-31.csv"

  /// The files of the small site, with changes.
  private func small(
    _ change: (inout [String: [UInt8]]) -> Void = { _ in }
  ) throws -> InMemoryFileSystem {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    change(&files.contents)
    return files
  }

  private func pages(_ texts: [String: String]) -> InMemoryFileSystem {
    InMemoryFileSystem(texts.merging(["Content/site.yml": "title: Notes\n"]) { own, _ in own })
  }

  /// What a build says, and the page of a path.
  private func build(
    _ files: InMemoryFileSystem, isStrict: Bool = false, page: String = "about/"
  ) throws -> (html: String, said: [String]) {
    do {
      let output = try SiteBuilder(
        source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
        version: "test", isStrict: isStrict
      ).build(timings: BuildTimings { 0 })
      let html = String(
        decoding: output.files.byPath["\(page)index.html"] ?? [], as: UTF8.self)
      return (html, output.warnings.map(\.description))
    } catch let list as DiagnosticList {
      return ("", list.items.map(\.description))
    }
  }

  @Test func assertionsThatHoldPrintTheirWords() throws {
    let (html, said) = try build(small(), page: "daily/2016/01/05/")
    #expect(said.isEmpty)
    #expect(
      html.contains(
        "VIX fell from 20.70 and\nis <em>below 20</em> again, while the index rose by\n"
          + "0.2\u{202F}%.</p>"))
    #expect(
      html.contains("<p>The condors are short vega, and the first layer stands against it.</p>"))
  }

  /// The sold put is bought, and every assertion that this contradicts fails, and no other.
  @Test func turningOneSignFailsEveryAssertionThatItContradicts() throws {
    let report = """
      ---
      title: A day
      date: 2016-01-05
      decision: "{{ assert book.netTheta > 0: The book earns time }}."
      ---

      The book is {{ assert book.netVega < 0: short *vega* }}, and VIX
      {{ assert vix.close fell: fell }}. It {{ assert book.netTheta > $0:
      gains }} while it waits, {{ assert book.netVega between −$300 and −$20: within bounds }}.

      ```assert
      that:
        - vix.close < 20
        - book.netVega < 0
      text: Both hold.
      ```

      """.replacing("$0:\ngains", with: "$0: gains")
    var files = try small { $0["Content/reports/2016-01-05.md"] = Array(report.utf8) }
    #expect(try build(files).said.isEmpty)
    let book = String(decoding: files.contents[Self.bookPath] ?? [], as: UTF8.self)
    let turned = book.replacing("01900000,-1,", with: "01900000,1,")
    #expect(turned != book)
    files.contents[Self.bookPath] = Array(turned.utf8)
    let said = try build(files).said
    let remedy = "Correct the words, or the data when they are wrong."
    let isTheta = "but book.netTheta is −$106.5 a day. \(remedy)"
    let isVega = "but book.netVega is $216 per vol point. \(remedy)"
    // The lesson prints the width of spreads that are now none.
    #expect(said.first?.hasPrefix("Content/lessons/01-one-condor.md:17:48: error: unknown") == true)
    #expect(
      Array(said.dropFirst())
        == [
          "4:12: error: “The book earns time” says book.netTheta > 0, \(isTheta)",
          "7:13: error: “short *vega*” says book.netVega < 0, \(isVega)",
          "8:39: error: “gains” says book.netTheta > $0, \(isTheta)",
          "8:94: error: “within bounds” says book.netVega between −$300 and −$20, \(isVega)",
          "13:5: error: “Both hold.” says book.netVega < 0, \(isVega)",
        ].map { "Content/reports/2016-01-05.md:\($0)" })
  }

  @Test func strictTurnsWarningsIntoErrors() throws {
    let files = pages([
      "Content/pages/about.md": "---\ntitle: About\n---\n\nYou should buy.\n"
    ])
    let text =
      "“You should buy” is not written here, because it sounds like advice. "
      + "Say what the rule table asks for, or what the author does."
    let usual = try build(files)
    #expect(usual.said == ["Content/pages/about.md:5:1: warning: " + text])
    #expect(usual.html.contains("<p>You should buy.</p>"))
    let strict = try build(files, isStrict: true)
    #expect(strict.said == ["Content/pages/about.md:5:1: error: " + text])
    #expect(strict.html.isEmpty)
  }

  @Test func numbersThatAreNearlyTheDaysAreWarnedOf() throws {
    let report = "---\ntitle: A day\ndate: 2016-01-05\n---\n\nThe VIX is at 19.43 tonight.\n"
    let files = try small { $0["Content/reports/2016-01-05.md"] = Array(report.utf8) }
    #expect(
      try build(files).said == [
        "Content/reports/2016-01-05.md:6:15: warning: 19.43 looks like `vix.close`, which is 19.34. "
          + "Write `{{ vix.close }}` for the day’s value, or `{{ literal: 19.43 }}` when another "
          + "number is meant."
      ])
  }

  private static let glossary = [
    "Content/glossary/vix.md":
      "---\ntitle: VIX\nsummary: An index.\nrole: working\n---\n\nThe VIX and a pivot.\n",
    "Content/glossary/pivot.md":
      "---\ntitle: Pivot\nsummary: A close.\nrole: working\naka: [swing high]\n---\n\nText.\n",
  ]

  @Test func firstUsesOfTermsAreLinked() throws {
    let files = pages(
      Self.glossary.merging([
        "Content/pages/about.md":
          "---\ntitle: About\n---\n\n# VIX\n\nThe VIX, a swing\nhigh, the VIX and a pivot.\n"
      ]) { $1 })
    let (html, said) = try build(files)
    #expect(said.isEmpty)
    #expect(
      html.contains(
        "<p>The <a class=\"term\" href=\"../glossary/vix/index.html\">VIX</a>, a "
          + "<a class=\"term\" href=\"../glossary/pivot/index.html\">swing\nhigh</a>, the VIX and "
          + "a pivot.</p>"))
    let term = try build(files, page: "glossary/vix/").html
    #expect(
      term.contains(
        "<p>The VIX and a <a class=\"term\" href=\"../../glossary/pivot/index.html\">pivot</a>.</p>"
      )
        || term.contains(
          "<p>The VIX and a <a class=\"term\" href=\"../pivot/index.html\">pivot</a>.</p>")
    )
  }

  @Test func aPageAndASiteCanLeaveTermsUnlinked() throws {
    var texts = Self.glossary
    texts["Content/pages/about.md"] = "---\ntitle: About\nglossary: off\n---\n\nVIX, pivot.\n"
    #expect(try build(pages(texts)).html.contains("<p>VIX, pivot.</p>"))
    texts["Content/pages/about.md"] = "---\ntitle: About\nglossary: on\n---\n\nVIX, pivot.\n"
    texts["Content/site.yml"] = "title: Notes\nunlinkedTerms: [pivot]\n"
    #expect(try build(pages(texts)).html.contains("VIX</a>, pivot.</p>"))
  }

  @Test func termsAreSpeltAsTheGlossaryHasThem() throws {
    let files = pages(
      Self.glossary.merging([
        "Content/pages/about.md": "---\ntitle: About\n---\n\nThe Vix.\n"
      ]) { $1 })
    #expect(
      try build(files).said == [
        "Content/pages/about.md:5:5: warning: “Vix” is spelt “VIX” in the glossary. "
          + "Write “VIX”, or list the spelling under `aka` of the term."
      ])
  }

  @Test func aSiteAddsRulesAndAllowsAPhraseWithAReason() throws {
    let files = pages([
      "Content/wording.yml": """
      version: 1
      rules:
        - phrase: to the moon
          severity: error
          because: says nothing
          instead: Say how far.
      allow:
        - phrase: risk-free
          in: Content/pages/claims.md
          reason: It is the claim under test.

      """,
      "Content/pages/claims.md": "---\ntitle: Claims\n---\n\nA risk-free claim.\n",
      "Content/pages/about.md": "---\ntitle: About\n---\n\nA risk-free trip to the moon.\n",
    ])
    #expect(
      try build(files).said == [
        "Content/pages/about.md:5:3: error: “risk-free” is not written here, because it promises "
          + "that nothing can be lost. Say what can be lost, and when.",
        "Content/pages/about.md:5:18: error: “to the moon” is not written here, because it says "
          + "nothing. Say how far.",
      ])
  }
}
