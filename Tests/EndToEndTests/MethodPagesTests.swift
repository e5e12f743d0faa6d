import ALVH
import MarketData
import Quant
import TestSupport
import Testing

@testable import SiteGenerator

/// Pages that are generated from the method: rules, and what settles contradictions.
@Suite struct MethodPagesTests {
  private func pages(
    _ change: (inout [String: [UInt8]]) -> Void = { _ in }
  ) throws -> (decisions: [DailyDecision], html: [String: String]) {
    let disk = DiskFileSystem(root: try TestSite("Sites/small").folder)
    var files = InMemoryFileSystem([:])
    for path in try disk.files(under: "Content") { files.contents[path] = try disk.read(path) }
    change(&files.contents)
    let output = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 2,
      version: "test"
    ).build(timings: BuildTimings { 0 })
    #expect(output.warnings.isEmpty)
    let problems = try output.files.check().problems
    #expect(problems.isEmpty, "\(problems)")
    return (output.decisions, output.files.byPath.mapValues { String(decoding: $0, as: UTF8.self) })
  }

  private func text(_ html: String?, of id: String) -> String {
    WriteUp(html: html ?? "").text(of: id)
  }

  /// A rule's page counts the write-ups whose trace says that the rule fired.
  @Test func firingsAgreeWithTheTraces() throws {
    let (decisions, html) = try pages()
    let traces = decisions.map { decision in
      let day = decision.date.description.replacing("-", with: "/")
      return WriteUp(html: html["daily/\(day)/index.html"] ?? "").rows(below: "table-rules")
    }
    for rule in MethodRule.all where rule.firing != nil {
      let fired = traces.count { rows in
        rows.contains { $0.first == rule.title && $0.last == "fired" }
      }
      guard traces.contains(where: { $0.contains { $0.first == rule.title } }) else { continue }
      let page = text(html["method/rules/\(rule.id)/index.html"], of: "fired")
      let words = fired == 0 ? "On none of the 3" : "On \(fired) of 3"
      #expect(page.hasPrefix("Where it fired \(words) write-ups"), "\(rule.id): \(page)")
    }
  }

  /// Runs of sessions lead to their first and last write-ups.
  @Test func firingsAreLinked() throws {
    let html = try pages().html["method/rules/policy-event/index.html"] ?? ""
    #expect(text(html, of: "fired").contains("in 1 run of sessions"))
    #expect(html.contains("<a href=\"../../../daily/2016/01/04/index.html\">4 Jan 2016</a> to"))
    #expect(html.contains("<a href=\"../../../daily/2016/01/05/index.html\">5 Jan 2016</a>"))
  }

  /// A parameter stands with the value of each profile that has it.
  @Test func parametersStandForEveryProfile() throws {
    let html = try pages().html["method/rules/policy-event/index.html"] ?? ""
    let rows = WriteUp(html: html).rows(below: "table-parameters")
    let alignment = try #require(rows.first { $0[0].contains("requireAlignment") })
    #expect(Array(alignment[1...3]) == ["yes", "no", "yes or no"])
    #expect(html.contains("profiles/seed-obv/index.html#requireAlignment"))
    #expect(html.contains("are standing plans"))
  }

  /// A page of the content at a rule's address is the site's own word on the rule.
  @Test func aSiteMayWriteARulesPageItself() throws {
    let html = try pages {
      $0["Content/pages/method/rules/macd.md"] = Array("---\ntitle: My MACD\n---\nMine.\n".utf8)
    }.html["method/rules/macd/index.html"]
    #expect(html?.contains("<h1>My MACD</h1>") == true)
    #expect(html?.contains("Where it fired") == false)
  }

  @Test func aContradictionNamesTheParametersThatSettleIt() throws {
    let text = """
      ---
      title: Contradictions
      template: contradictions
      resolutions:
        - contradiction: Of what?
          parameters: [sizing.dragLimit, requireAlignment]
        - contradiction: And then?
      ---

      ## Of what?

      A share.

      ## And then?

      Nothing.
      """
    let html = try pages {
      $0["Content/pages/contradictions.md"] = Array(text.utf8)
    }.html["contradictions/index.html"]
    let section = self.text(html, of: "parameters")
    #expect(
      section.contains(
        "Of what?Drag cap sizing.dragLimit: 0.15 % of net asset value, per hedge episode inferred"),
      "\(section)")
    #expect(
      section.contains("requireAlignment: yes stated seed-obv-immediate: no"), "\(section)")
    #expect(section.contains("And then?No parameter: the definition on this page settles it."))
    #expect(html?.contains("<a href=\"#s-of-what\">Of what?</a>") == true)
  }
}
