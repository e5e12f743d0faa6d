import Foundation
import MarketData
import Testing

@Suite struct DiagnosticTests {
  @Test func descriptionNamesPlaceFaultAndRemedy() {
    let diagnostic = Diagnostic(
      location: SourceLocation(file: "market/spx.csv", line: 12, column: 5),
      message: "close is negative: -3.2",
      remedy: "Prices must be above zero; correct the row or remove it.")
    #expect(
      diagnostic.description == "market/spx.csv:12:5: error: close is negative: -3.2. "
        + "Prices must be above zero; correct the row or remove it.")
  }

  @Test func descriptionWithoutLineNamesTheFile() {
    let diagnostic = Diagnostic(
      severity: .warning, location: SourceLocation(file: "a.csv"), message: "odd.", remedy: "Look")
    #expect(diagnostic.description == "a.csv: warning: odd. Look.")
    #expect(SourceLocation(file: "a.csv", line: 3).description == "a.csv:3")
    #expect(SourceLocation(file: "a.csv", line: nil, column: 3).column == nil)
  }

  @Test func descriptionWithoutRemedyEndsAfterTheFault() {
    let diagnostic = Diagnostic(
      location: SourceLocation(file: "a.csv"), message: "odd", remedy: "")
    #expect(diagnostic.description == "a.csv: error: odd.")
  }

  @Test func listIsSortedAndHoldsEachItemOnce() {
    func fault(_ file: String, _ line: Int?, _ column: Int?, _ text: String) -> Diagnostic {
      Diagnostic(
        location: SourceLocation(file: file, line: line, column: column), message: text,
        remedy: "Fix it.")
    }
    let list = DiagnosticList([
      fault("b", 1, 1, "five"), fault("a", 10, 1, "four"), fault("a", 2, 9, "three"),
      fault("a", 2, 1, "two"), fault("a", nil, nil, "one"), fault("a", 2, 1, "two"),
    ])
    #expect(list.items.map(\.message) == ["one", "two", "three", "four", "five"])
    #expect(DiagnosticList([]).isEmpty)
  }

  @Test func onlyErrorsThrow() throws {
    let place = SourceLocation(file: "a")
    let warning = Diagnostic(severity: .warning, location: place, message: "w", remedy: "")
    let error = Diagnostic(location: place, message: "e", remedy: "")
    try DiagnosticList([warning]).throwIfErrors()
    let list = DiagnosticList([warning, error])
    #expect(throws: list) { try list.throwIfErrors() }
    #expect(list.errors == [error])
    #expect(list.warnings == [warning])
  }

  @Test func roundTripsThroughJSON() throws {
    let list = DiagnosticList([
      Diagnostic(
        location: SourceLocation(file: "a", line: 1, column: 2), message: "m", remedy: "r.")
    ])
    let data = try JSONEncoder().encode(list)
    #expect(try JSONDecoder().decode(DiagnosticList.self, from: data) == list)
  }
}
