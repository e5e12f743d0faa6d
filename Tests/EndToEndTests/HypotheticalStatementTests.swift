import Foundation
import SiteGenerator
import Testing

/// Where the statement on hypothetical performance stands.
@Suite struct HypotheticalStatementTests {
  private static let beginning = "These results are based on simulated or hypothetical performance"

  private func page(_ path: String) throws -> String {
    let files = try TestSite("Sites/small").build().files.byPath
    return String(decoding: files[path] ?? [], as: UTF8.self)
  }

  @Test func aWriteUpShowsItOnceBesideItsFigureAndPointsThereAtTheFoot() throws {
    let html = try page("daily/2016/01/05/index.html")
    #expect(html.components(separatedBy: Self.beginning).count == 2)
    #expect(html.components(separatedBy: "data-disclaimer=\"hypothetical\"").count == 2)
    #expect(
      html.contains(
        "<aside class=\"side hypothetical\" id=\"hypothetical\" "
          + "aria-label=\"Hypothetical performance\"><p class=\"ochre\"><b>Hypothetical results.</b>"
          + "</p><div data-disclaimer=\"hypothetical\" data-version=\"1\"><p>\(Self.beginning)"))
    #expect(
      html.contains(
        "<div><h2>Hypothetical performance</h2><p>The <a href=\"#hypothetical\">statement beside "
          + "the simulated figure</a> applies to every simulated or modelled result of this page."
          + "</p></div>"))
  }

  @Test func aWriteUpCarriesItsUnitsWithoutOrdinarySpaces() throws {
    let html = try page("daily/2016/01/05/index.html")
    #expect(html.contains("VIX changes by −4.2\u{202F}% for each percent"))
    #expect(html.firstMatch(of: /[0-9] %/)?.output == nil)
  }
}
