import DiagnosticReports
import Foundation
import MarketData
import Testing

@Suite struct DiagnosticReportTests {
  private static let diagnostics = DiagnosticList([
    Diagnostic(
      location: SourceLocation(file: "b c/ü.html", line: 3, column: 7),
      message: "the id is “twice”",
      remedy: "Give it one.", rule: "duplicate-id"),
    Diagnostic(
      severity: .warning, location: SourceLocation(file: "a.csv"), message: "it is stale",
      remedy: "", code: .stale, action: .kept),
    Diagnostic(
      location: SourceLocation(file: "a.md", line: 2), message: "it is wrong", remedy: "Mend it."),
  ])

  private func report(_ diagnostics: DiagnosticList = diagnostics) -> DiagnosticReport {
    DiagnosticReport(
      tool: "hedgebook", version: "1.2.3",
      rules: [
        ReportRule(code: "missing-title", meaning: "A page has a title."),
        ReportRule(code: "duplicate-id", meaning: "Ids are unique."),
      ],
      diagnostics: diagnostics)
  }

  @Test func asTextEachDiagnosticIsALineWithItsCode() throws {
    #expect(
      try report().rendered(as: .text) == """
        a.csv: warning: it is stale. [stale, kept]
        a.md:2: error: it is wrong. Mend it.
        b c/ü.html:3:7: error: the id is “twice”. Give it one. [duplicate-id]
        """)
    #expect(try report(DiagnosticList([])).rendered(as: .text) == "")
  }

  @Test func asJSONEachDiagnosticHasItsParts() throws {
    #expect(
      try report().rendered(as: .json) == """
        {
          "diagnostics" : [
            {
              "action" : "kept",
              "file" : "a.csv",
              "message" : "it is stale",
              "remedy" : "",
              "rule" : "stale",
              "severity" : "warning"
            },
            {
              "file" : "a.md",
              "line" : 2,
              "message" : "it is wrong",
              "remedy" : "Mend it.",
              "severity" : "error"
            },
            {
              "column" : 7,
              "file" : "b c/ü.html",
              "line" : 3,
              "message" : "the id is “twice”",
              "remedy" : "Give it one.",
              "rule" : "duplicate-id",
              "severity" : "error"
            }
          ],
          "errors" : 2,
          "tool" : "hedgebook",
          "version" : "1.2.3",
          "warnings" : 1
        }
        """)
  }

  /// The constraints of the schema on the properties that a log uses.
  @Test func asSARIFTheLogHasTheStructureOfTheStandard() throws {
    let text = try report().rendered(as: .sarif)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    #expect(log["version"] as? String == "2.1.0")
    #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(Set(run.keys) == ["tool", "columnKind", "results"])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "hedgebook")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["missing-title", "duplicate-id", "stale"])
    #expect(
      rules.map { ($0["shortDescription"] as? [String: String])?["text"] } == [
        "A page has a title.", "Ids are unique.", nil,
      ])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "error"])
    #expect(results.map { $0["ruleId"] as? String } == ["stale", nil, "duplicate-id"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [2, nil, 1])
    #expect(
      results.map { ($0["message"] as? [String: String])?["text"] } == [
        "it is stale.", "it is wrong. Mend it.", "the id is “twice”. Give it one.",
      ])
    let places = try results.map { result in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      return try #require(location["physicalLocation"] as? [String: Any])
    }
    #expect(
      places.map { ($0["artifactLocation"] as? [String: String])?["uri"] } == [
        "a.csv", "a.md", "b%20c/%C3%BC.html",
      ])
    #expect(
      places.map { $0["region"] as? [String: Int] } == [
        nil, ["startLine": 2], ["startLine": 3, "startColumn": 7],
      ])
  }

  @Test func aRunWithoutFindingsIsALogWithoutResults() throws {
    let text = try report(DiagnosticList([])).rendered(as: .sarif)
    #expect(text.contains("\"results\" : [\n\n      ]"))
  }

  @Test func findingsAreCountedByRuleTheMostFrequentFirst() {
    let items = ["b", "a", "c", "c"].enumerated().map { line, rule in
      Diagnostic(
        location: SourceLocation(file: "x", line: line + 1), message: "m", remedy: "", rule: rule)
    }
    #expect(report(DiagnosticList(items)).countsByRule == "2 c, 1 a, 1 b")
    #expect(report(DiagnosticList([])).countsByRule == "")
  }
}
