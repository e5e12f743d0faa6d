import MarketData
import SiteGenerator
import TestSupport
import Testing

/// Tables of a write-up in the prose of other pages.
@Suite struct DayTableTests {
  private func about(_ yaml: String) throws -> String {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    files.contents["Content/pages/about.md"] = Array(
      "---\ntitle: About\n---\n\n```table\n\(yaml)\n```\n".utf8)
    let output = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
      version: "test"
    ).build(timings: BuildTimings { 0 })
    return String(decoding: output.files.byPath["about/index.html"] ?? [], as: UTF8.self)
  }

  @Test func aTableOfAWriteUpSaysWhereItIsFrom() throws {
    let html = try about("caption: The *legs*\nrows: legs\ndate: 2016-01-05\nnote: Read *down*.")
    #expect(html.contains("<p class=\"caption\" id=\"table-2-1\">The *legs*</p>"))
    #expect(html.contains("<th scope=\"row\">Short put</th>"))
    #expect(
      html.contains(
        "<p class=\"note\">Read <em>down</em>. From "
          + "<a href=\"../daily/2016/01/05/index.html\">the write-up of 5 Jan 2016</a>"))
    #expect(html.contains("data-disclaimer=\"hypothetical\""))
  }

  @Test func aSessionWithoutWriteUpIsReported() throws {
    do {
      _ = try about("caption: Legs\nrows: legs\ndate: 2016-01-09")
      Issue.record("the build succeeded")
    } catch let list as DiagnosticList {
      #expect(
        list.description == "Content/pages/about.md:8:7: error: there is no write-up of 2016-01-09 "
          + "to take a table from. Name a session that has a write-up.")
    }
  }
}
