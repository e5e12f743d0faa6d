import MarketData
import SiteGenerator
import TestSupport
import Testing

/// Old addresses of pages.
@Suite struct RedirectTests {
  private func build(
    _ texts: [String: String], target: LinkTarget = .offline, baseURL: String = ""
  ) throws -> (files: [OutputFile], faults: [String]) {
    let site = ["Content/site.yml": "title: Notes\n\(baseURL)"]
    do {
      let output = try SiteBuilder(
        source: InMemoryFileSystem(texts.merging(site) { own, _ in own }),
        product: DiskFileSystem(root: Repository.root()), target: target, jobs: 1, version: "test"
      ).build(timings: BuildTimings { 0 })
      let problems = try output.files.check().problems
      #expect(target == .web || problems.isEmpty, "\(problems)")
      return (output.files, [])
    } catch let list as DiagnosticList {
      return ([], list.items.map(\.description))
    }
  }

  private func page(title: String = "About us", aliases: String) -> String {
    "---\ntitle: \(title)\naliases: \(aliases)\n---\n\nText.\n"
  }

  private func text(_ path: String, _ files: [OutputFile]) -> String {
    String(decoding: files.byPath[path] ?? [], as: UTF8.self)
  }

  @Test func anOldAddressLeadsToThePage() throws {
    let (files, faults) = try build([
      "Content/pages/about.md": page(aliases: "[/who/we/are/, /2015/old.html]")
    ])
    #expect(faults.isEmpty)
    let html = text("who/we/are/index.html", files)
    #expect(
      html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../../about/index.html\" />"))
    #expect(html.contains("<meta name=\"robots\" content=\"noindex\" />"))
    #expect(
      html.contains(
        "<p>The page now stands at <a href=\"../../../about/index.html\">About us</a>.</p>"))
    #expect(text("2015/old.html", files).contains("content=\"0; url=../about/index.html\""))
    #expect(!text("about/index.html", files).contains("refresh"))
  }

  @Test func searchEnginesAreToldTheNewAddress() throws {
    let (files, _) = try build(
      ["Content/pages/about.md": page(aliases: "[/old/]")], target: .web,
      baseURL: "baseURL: https://notes.example/\n")
    let html = text("old/index.html", files)
    #expect(html.contains("<link rel=\"canonical\" href=\"https://notes.example/about/\" />"))
    #expect(html.contains("content=\"0; url=../about/\""))
    #expect(!text("sitemap.xml", files).contains("/old/"))
  }

  @Test func theHomePageMayHaveAnOldAddress() throws {
    let (files, _) = try build(["Content/pages/index.md": page(aliases: "[/home/]")])
    #expect(text("home/index.html", files).contains("content=\"0; url=../index.html\""))
  }

  @Test func collisionsAreNamed() throws {
    let (_, faults) = try build([
      "Content/pages/a.md": page(aliases: "[/a/, /B/, /old/, /c/index.html]"),
      "Content/pages/b.md": page(aliases: "[/old/]"),
      "Content/pages/c.md": page(aliases: "[/index.html, /x/, /X/]"),
    ])
    let remedy = "Remove the alias, or give it an address that nothing else has."
    #expect(
      faults == [
        "Content/pages/a.md:3:11: error: the alias /a/ is also the address of Content/pages/a.md. "
          + remedy,
        "Content/pages/a.md:3:16: error: the alias /B/ is also the address of Content/pages/b.md. "
          + remedy,
        "Content/pages/a.md:3:28: error: the alias /c/index.html is also the address of "
          + "Content/pages/c.md. \(remedy)",
        "Content/pages/b.md:3:11: error: the alias /old/ is also the address of an alias in "
          + "Content/pages/a.md. \(remedy)",
        "Content/pages/c.md:3:11: error: the alias /index.html is also the address of "
          + "the build itself. \(remedy)",
        "Content/pages/c.md:3:29: error: the alias /X/ is also the address of an alias in "
          + "Content/pages/c.md. \(remedy)",
      ])
  }

  @Test func unsafeAliasesAreReportedAtTheirPlace() throws {
    let (_, faults) = try build([
      "Content/pages/a.md": page(aliases: "[/ok/, \"/../x/\", https://example.com/]")
    ])
    #expect(
      faults == [
        "Content/pages/a.md:3:18: error: the alias `/../x/` leaves its folder. "
          + "Write the address without `.` and `..`.",
        "Content/pages/a.md:3:27: error: the alias `https://example.com/` is an address of another "
          + "site. Write an address of this site, such as `/old/` or `/2015/old.html`.",
      ])
  }

  @Test func aDraftHasNoOldAddress() throws {
    let (files, faults) = try build([
      "Content/pages/a.md": "---\ntitle: A\ndraft: true\naliases: [/old/]\n---\n"
    ])
    #expect(faults.isEmpty && files.byPath["old/index.html"] == nil)
  }

  @Test func aLinkToADraftSaysSo() throws {
    let (_, faults) = try build([
      "Content/pages/a.md": "---\ntitle: A\n---\n[b](/b/) [c](/c/#x)\n",
      "Content/pages/b.md": "---\ntitle: B\ndraft: true\n---\n",
      "Content/pages/c.md": "---\ntitle: C\npublish: 2016-02-01\n---\n",
    ])
    #expect(
      faults == [
        "Content/pages/a.md:4:1: error: the link /b/ leads to Content/pages/b.md, which is left "
          + "out. It is a draft; --drafts shows it. Take the link out until then.",
        "Content/pages/a.md:4:10: error: the link /c/ leads to Content/pages/c.md, which is left "
          + "out. It is to appear on 2016-02-01; --as-of 2016-02-01 shows it. "
          + "Take the link out until then.",
      ])
  }
}
