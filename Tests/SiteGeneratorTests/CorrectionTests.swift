import MarketData
import Quant
import Testing

@testable import SiteGenerator

@Suite struct CorrectionTests {
  private func report(_ corrections: String) throws -> (result: Report?, problems: [String]) {
    let text = "---\ntitle: A\ndate: 2016-01-05\n\(corrections)---\n"
    return collecting { problems in
      ContentDocument(
        bytes: Array(text.utf8), path: "Content/reports/2016-01-05.md", into: &problems
      ).flatMap { Report($0, into: &problems) }
    }
  }

  @Test func aReportMayHaveNone() throws {
    let (report, problems) = try report("")
    #expect(report?.corrections == [])
    #expect(problems == [])
  }

  @Test func correctionsAreOrderedByTheirDay() throws {
    let (report, problems) = try report(
      """
      corrections:
        - {date: 2016-02-01, kind: correction, what: "b"}
        - {date: 2016-01-05, kind: typo, what: "a"}
        - {date: 2016-02-01, kind: withdrawal, what: "c"}

      """)
    #expect(problems == [])
    #expect(report?.corrections.map(\.what) == ["a", "b", "c"])
    #expect(
      report?.corrections.map(\.sentence) == [
        "Corrected on 5 Jan 2016 (typo): a", "Corrected on 1 Feb 2016: b",
        "Withdrawn on 1 Feb 2016: c",
      ])
  }

  @Test func whatIsMissingOrWrongIsReportedAtItsPlace() throws {
    let problems = try report(
      """
      corrections:
        - kind: mistake
          what: x
        - date: 2016-01-04
          kind: typo
          what: x
          why: y

      """
    ).problems
    #expect(
      problems == [
        "Content/reports/2016-01-05.md:5:5: error: the key `date` is missing. "
          + "Add a line `date: 2016-01-12`.",
        "Content/reports/2016-01-05.md:5:11: error: `kind` is `mistake`, not one of typo, "
          + "clarification, correction, withdrawal. Write one of typo, clarification, correction, "
          + "withdrawal after `kind:`.",
        "Content/reports/2016-01-05.md:10:5: error: unknown key `why`. Did you mean `what`?",
        "Content/reports/2016-01-05.md:7:11: error: the correction of 2016-01-04 lies before the "
          + "write-up of 2016-01-05. Give the day on which the text was changed.",
      ])
  }
}
