import ArgumentParser
import DiagnosticReports
import Foundation
import MarketData
import SiteAudit
import SiteGenerator

/// `hedgebook check`: read a built site, or a site's data, and report what is broken.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Check a built site: markup, links, access, figures, disclaimers, feeds; or its data.",
    discussion: """
      Nothing is fetched and nothing is changed. Each line ends with the code of the rule that is \
      broken; --rules lists them all.

      With --data the data of a site's source are checked instead: every fault of a row, sessions \
      without a value, values out of bounds or apart from their neighbours, changes of unit, option \
      quotes that do not fit together, stale series. Each line ends with the kind of finding and with \
      what is done about the value.

      EXAMPLES
        hedgebook check
        hedgebook check public
        hedgebook check --format sarif > check.sarif
        hedgebook check --rules
        hedgebook check --data
        hedgebook check --data --source my-site
      """)

  @Argument(help: ArgumentHelp("The folder of the built site.", valueName: "dir"))
  var folder = "Output"

  @Flag(help: "Check the data of the site's source instead of a built site.")
  var data = false

  @Flag(help: "List the rules that a built site is held to.")
  var rules = false

  @Option(help: "How findings are printed: text, json or sarif.")
  var format: ReportFormat = .text

  @OptionGroup var source: SourceOptions

  private static let auditRules = AuditRule.allCases.map {
    ReportRule(code: $0.rawValue, meaning: $0.meaning)
  }

  mutating func validate() throws {
    if rules, data {
      throw ValidationError("--rules lists the rules of a built site, not of data.")
    }
  }

  func run() throws {
    if rules { return listRules() }
    if data { return try checkData() }
    try CommandFailure.reporting {
      let files = DiskFileSystem(root: URL(fileURLWithPath: folder, isDirectory: true))
      let (pages, problems) = try SiteCheck(
        paths: try files.files(under: ""), read: { try files.read($0) },
        jobs: ProcessInfo.processInfo.activeProcessorCount
      ).run()
      guard pages > 0 else {
        Message.error("error: \(folder) holds no HTML page. Build the site first: hedgebook build.")
        throw ExitCode(74)
      }
      try Message.report(problems, rules: Self.auditRules, as: format)
      if format == .text { summarise(pages, problems) }
      if !problems.isEmpty { throw ExitCode(1) }
    }
  }

  private func summarise(_ pages: Int, _ problems: DiagnosticList) {
    let read = Message.count(pages, "page")
    guard !problems.isEmpty else {
      return print("\(read) checked by \(Self.auditRules.count) rules: nothing is broken.")
    }
    let counts = DiagnosticReport(
      tool: "", version: "", rules: [], diagnostics: problems
    ).countsByRule
    Message.error("\(Message.count(problems.items.count, "problem")) in \(read): \(counts).")
  }

  private func listRules() {
    let width = Self.auditRules.map(\.code.count).max() ?? 0
    for rule in Self.auditRules {
      let padding = String(repeating: " ", count: width - rule.code.count + 2)
      print(rule.code + padding + rule.meaning)
    }
  }

  private func checkData() throws {
    try CommandFailure.reporting {
      let (count, problems) = try DataCheck(source: source.fileSystem).run()
      let errors = problems.count { $0.severity == .error }
      if format == .text {
        // In the order of the catalogue, not of file names.
        for problem in problems {
          try Message.report(DiagnosticList([problem]), as: .text)
        }
        let files = Message.count(count, "data file")
        let found = Message.count(errors, "error")
        print("\(files) checked: \(found), \(Message.count(problems.count - errors, "warning")).")
      } else {
        try Message.report(DiagnosticList(problems), as: format)
      }
      if errors > 0 { throw ExitCode(1) }
    }
  }
}
