import MarketData
import SVGCharts
import SiteAudit
import Testing

@testable import SiteGenerator

/// The figures shown as samples keep the rules of figures.
@Suite struct SampleFigureTests {
  private func check(_ figure: String, _ files: [OutputFile]) throws -> [String] {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />"
    let page =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Figure</title>\(policy)</head><body>\n"
      + "<h1>Figure</h1>\n<figure>\(figure)</figure>\n</body></html>\n"
    var contents = ["about/index.html": Array(page.utf8)]
    for file in files { contents[file.path] = file.bytes }
    let site = contents
    return try SiteCheck(paths: Array(site.keys), read: { site[$0] ?? [] }, jobs: 1).run()
      .problems.items.map(\.description)
  }

  @Test(arguments: SampleCharts.all.map(\.name))
  func everySampleFigurePasses(name: String) throws {
    let sample = try #require(SampleCharts.all.first { $0.name == name })
    let view = FigureView(
      id: name, number: 1, finding: "", subtitle: "", figure: sample.chart.figure(idPrefix: "f"),
      in: PagePath("about/"))
    #expect(view.files.map(\.path) == ["about/\(name).csv", "about/\(name).json"])
    let heads = view.table.columns.map { "<th scope=\"col\">\(Markup.escaped($0.head))</th>" }
    let twin =
      "<details class=\"twin\"><summary>Data</summary><a href=\"\(name).csv\" download=\"\">CSV</a>"
      + "<a href=\"\(name).json\" download=\"\">JSON</a><table aria-label=\"Data\"><thead><tr>"
      + "\(heads.joined())</tr></thead><tbody>\(view.table.rowsHTML)</tbody></table></details>"
    #expect(try check(view.figure.svg + twin, view.files) == [])
  }
}
