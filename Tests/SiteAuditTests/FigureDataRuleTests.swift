import Testing

@testable import SiteAudit

/// The files of a figure against its table.
@Suite struct FigureDataRuleTests {
  private static let rows =
    "<tr><th scope=\"row\">2016-01-04</th><td>\u{2212}1\u{202F}234.50</td></tr>"
    + "<tr><th scope=\"row\">+1 session</th><td>–</td></tr>"
  private static let csv = "Date,\"Net, $\"\r\n2016-01-04,-1234.50\r\n'+1 session,\r\n"
  private static let json =
    "{\"columns\":[{\"title\":\"Date\",\"unit\":\"\"},{\"title\":\"Net\",\"unit\":\"$\"}],\n\"rows\":[\n"
    + "[\"2016-01-04\",-1234.50],\n[\"+1 s\\u0065ssion\",null]\n]}\n"

  private func said(
    rows: String = rows, csv: String = csv, json: String = json
  ) throws -> [String] {
    try AuditedSite(
      body: "<details class=\"twin\"><summary>Data</summary>\n"
        + "<a href=\"f.csv\" download=\"\">CSV</a>\n<a href=\"f.json\" download=\"\">JSON</a>"
        + "<table aria-label=\"Data\"><tr><th scope=\"col\">Date</th><th scope=\"col\">Net, $</th></tr>"
        + "\(rows)</table></details>",
      others: ["f.csv": csv, "f.json": json]
    ).said()
  }

  private let remedy =
    "Build the site again, so that table and file come from the same values. [figure-data]"

  @Test func filesThatHoldWhatTheTableShowsAreGood() throws {
    #expect(try said() == [])
  }

  @Test func anotherValueIsReportedWithBoth() throws {
    #expect(
      try said(csv: Self.csv.replacing("1234.50", with: "1234.51")) == [
        "index.html:5:1: error: row 2 of f.csv says `-1234.51` where the table says "
          + "`\u{2212}1\u{202F}234.50`. \(remedy)"
      ])
    #expect(
      try said(json: Self.json.replacing("null", with: "0")) == [
        "index.html:6:1: error: row 2 of f.json says `0` where the table says `–`. \(remedy)"
      ])
  }

  @Test func aRowThatIsLackingIsReported() throws {
    #expect(
      try said(csv: Self.csv.replacing("'+1 session,\r\n", with: "")) == [
        "index.html:5:1: error: f.csv has 2 rows where the table has 3. \(remedy)"
      ])
  }

  @Test(arguments: ["", "[]", "{\"rows\":[[1,]]}", "{\"rows\":[[\"\\x\"]]}", "{\"rows\":[[1]]"])
  func aDamagedFileIsReported(json: String) throws {
    #expect(
      try said(json: json) == ["index.html:6:1: error: f.json cannot be read. \(remedy)"])
  }

  @Test(arguments: [
    ("1.50", "+1.50", true), ("-1.50", "\u{2212}1.50", true), ("1.5", "1.50", false),
    ("", "–", true), ("", "", true), ("0", "–", false), ("12345", "12\u{202F}345", true),
    ("'=x", "=x", true), ("a b", "a b", true), ("+x", "x", false), ("'+1 a", "+1 a", true),
  ])
  func valuesAgreeWhateverTheirSigns(stored: String, shown: String, agree: Bool) {
    #expect(FigureValue.agree(stored, shown) == agree)
  }
}
