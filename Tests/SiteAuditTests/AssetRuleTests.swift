import Testing

@testable import SiteAudit

/// Stylesheets, scripts and drawings in files of their own.
@Suite struct AssetRuleTests {
  @Test func goodAssetsBreakNoRule() throws {
    let files = [
      "assets/style.css":
        "/* url(https://example.org/) */ a { background: url( 'a.svg' ) } b { mask: url(#m) }\n"
        + "c { background: URL(data:image/gif;base64,R0) } @import \"print.css\";",
      "assets/print.css": "", "assets/a.svg": "<svg><use href=\"#m\"/></svg>",
      "assets/search.js": String(repeating: "x", count: 20_000),
      "search/index-1.js": String(repeating: "x", count: 20_000),
      "assets/figures.js": String(repeating: "x", count: 10_240),
    ]
    #expect(try AuditedSite(files).said() == [])
  }

  @Test(arguments: [
    ("a {\n b: url(\"https://example.org/a\") }", "2:10"),
    ("@import 'https://example.org/a';", "1:10"),
    ("@IMPORT URL(https://example.org/a);", "1:13"),
  ])
  func aRequestOfAStylesheetIsReported(css: String, place: String) throws {
    #expect(
      try AuditedSite(["a.css": css]).said() == [
        "a.css:\(place): error: the stylesheet requests `https://example.org/a`. Ship the file with "
          + "the site. [external-request]"
      ])
  }

  @Test func aFileThatAStylesheetLacksIsReported() throws {
    #expect(
      try AuditedSite(["x/a.css": "é { b: url(../gone.png) }"]).said() == [
        "x/a.css:1:12: error: the link `../gone.png` leads nowhere. Correct it or add the page. "
          + "[broken-link]"
      ])
  }

  @Test func heavyAssetsAreReported() throws {
    let files = [
      "a.js": String(repeating: "x", count: 10_241), "a.css": String(repeating: "x", count: 65_537),
    ]
    #expect(
      try AuditedSite(files).said() == [
        "a.css:1:1: error: the stylesheet weighs 65537 bytes. A stylesheet has at most 65536; leave "
          + "out what no page uses. [stylesheet-weight]",
        "a.js:1:1: error: the script weighs 10241 bytes. A script has at most 10240; pages are "
          + "complete without one. [script-weight]",
      ])
  }

  @Test func aDrawingThatIsDamagedOrRunsOrFetchesIsReported() throws {
    let files = [
      "a.svg": "<svg><script>x</script>\n<g onclick=\"x\"/></svg>",
      "b.svg": "<svg><image href=\"https://example.org/a\"/><image href=\"gone.png\"/></svg>",
    ]
    #expect(
      try AuditedSite(files).said() == [
        "a.svg:1:6: error: `script` is a script in a drawing. Leave it out. [inline-code]",
        "a.svg:2:1: error: `onclick` is a script in a drawing. Leave it out. [inline-code]",
        "b.svg:1:6: error: the drawing requests `https://example.org/a`. Ship the file with the "
          + "site. [external-request]",
        "b.svg:1:43: error: the link `gone.png` leads nowhere. Correct it or add the page. "
          + "[broken-link]",
      ])
    let damaged = try AuditedSite(["a.svg": "<svg>"]).said()
    #expect(damaged.count == 1)
    #expect(damaged.first?.hasSuffix("[well-formed]") == true)
  }
}
