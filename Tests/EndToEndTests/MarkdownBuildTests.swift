import MarketData
import SiteGenerator
import TestSupport
import Testing

/// Hostile and hard Markdown through a whole build: what is refused stops it, what passes is harmless.
@Suite struct MarkdownBuildTests {
  /// The page made of a text, or the faults that stopped the build.
  private func build(
    _ markdown: String, configuration: String = "title: Notes\n"
  ) throws -> (files: [OutputFile], faults: [String]) {
    var files = InMemoryFileSystem([:])
    files.contents["Content/site.yml"] = Array(configuration.utf8)
    files.contents["Content/pages/about.md"] = Array("---\ntitle: About\n---\n\(markdown)".utf8)
    do {
      let output = try SiteBuilder(
        source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 1,
        version: "test"
      ).build(timings: BuildTimings { 0 })
      return (output.files, [])
    } catch let list as DiagnosticList {
      return ([], list.items.map(\.description))
    }
  }

  /// The page, after every check that a browser would make.
  private func page(_ markdown: String) throws -> String {
    let (files, faults) = try build(markdown)
    #expect(faults.isEmpty, "\(faults.prefix(3))")
    // A heading `#` in the text stands beside the page's own, which the check rightly reports.
    let problems = try files.check().problems.items.filter { $0.rule != "main-heading" }
    #expect(problems.isEmpty, "\(problems.prefix(3))")
    return String(decoding: files.byPath["about/index.html"] ?? [], as: UTF8.self)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <b onclick=\"alert(1)\">b</b>", "<!-- comment -->",
    "<![CDATA[<script>]]>", "<?php x ?>", "<svg onload=alert(1)>", "<img src=x onerror=alert(1)>",
    "<div><p>unclosed", "</article></main>", "<style>*{}</style>", "<iframe srcdoc='<script>'>",
    "<math><mtext></mtext></math>", "<a href=\"javascript:alert(1)\">x</a>", "<!DOCTYPE html>",
    "- <b>x</b>", "> <b>x</b>", "| <b>x</b> |\n|---|", "a[^1]\n\n[^1]: <b>x</b>", "# <b>x</b>",
    "a\u{0}b",
  ])
  func rawMarkupStopsTheBuild(markdown: String) throws {
    let faults = try build(markdown + "\n").faults
    #expect(!faults.isEmpty)
    for fault in faults { #expect(fault.hasPrefix("Content/pages/about.md:"), "\(fault)") }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)", "&#106;avascript:alert(1)", "javascript%3Aalert(1)",
    "data:text/html,x", "vbscript:msgbox", "file:///etc/passwd", "//example.com/x",
    "\u{1}javascript:alert(1)", "/nowhere/", "about/",
  ])
  func addressesThatAreNotPagesOrWebAddressesStopTheBuild(address: String) throws {
    for markdown in ["[a](<\(address)>)", "![a](<\(address)>)", "[a][r]\n\n[r]: <\(address)>"] {
      let faults = try build(markdown + "\n").faults
      #expect(faults.count == 1, "\(markdown): \(faults)")
      #expect(faults.first?.hasPrefix("Content/pages/about.md:4:1: error: the ") == true)
    }
  }

  @Test(arguments: [
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "\\<script>", "`<script>`",
    "```\n</code></pre><script>\n```", "    <script>alert(1)</script>", "a < b > c & d",
    #"[a](https://x.y/ "t\" onclick=\"alert(1)")"#, "# a \" onclick=\"x", "``` <script>\nx\n```",
    "```&quot;&gt;<script>\nx\n```", "[a](https://x.y/&quot;onclick=&quot;x)",
    "# main\n\n# main\n\n#\n\n# !?\n\n# −120 of which vega?", "- [ ] a\n- [x] b",
    "> [!WARNING]\n> a", "~~a~~ 5 ~ 6", "a | b\n--|:-:\n`\\|` | 2", "a[^x] b[^x]\n\n[^x]: y",
    "Σ $`\\sum_{i=1}^{n} x_i \\text{<script>}`$", "[home](/)",
    "{{", "{ {x} }",
  ])
  func whatIsTextStaysText(markdown: String) throws {
    let html = try page(markdown + "\n")
    let scripts = html.ranges(of: "<script").count
    // The page's own script is the only one.
    #expect(scripts == 1, "\(html)")
    #expect(!html.contains("\" onclick=\"x\""))
  }

  @Test func unknownValuesAreReportedInCodeAndDirectivesToo() throws {
    #expect(
      try build("`{{ x }}`\n\n```note\ntext: a {{ y }}\n```\n").faults.map { $0.prefix(52) } == [
        "Content/pages/about.md:4:2: error: unknown value `x`",
        "Content/pages/about.md:7:9: error: unknown value `y`",
      ])
  }

  /// Far larger than a person writes; the build takes seconds, and the page stays in proportion.
  ///
  /// The bound is on processor time: the clock of a time limit also runs while a test waits for
  /// its turn on a busy machine. That limit only ends a build that would never end.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: ">", count: 20_000) + "a", String(repeating: "[", count: 50_000),
      String(repeating: "*a **a ", count: 10_000), String(repeating: "{{ ", count: 100_000),
      "|" + String(repeating: "a|", count: 10_000) + "\n|" + String(repeating: "-|", count: 10_000),
      (0..<20_000).map { "[r\($0)]: /about/\n" }.joined() + "\n[r1]",
      String(repeating: "$`x`$ ", count: 5_000),
    ])
  func largeTextsAreBuiltInTime(markdown: String) throws {
    let ((files, faults), seconds) = try ProcessorTime.measure { try build(markdown + "\n") }
    #expect(faults.isEmpty, "\(faults.prefix(3))")
    #expect(seconds < 20, "\(markdown.prefix(8))…: \(seconds) s of processor")
    #expect(
      files.byPath["about/index.html"].map { $0.count < 60 * markdown.utf8.count + 20_000 } ?? false
    )
  }
}
