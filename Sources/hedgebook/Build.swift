public import ArgumentParser
public import DiagnosticReports
import Foundation
import MarketData
import Quant
public import SiteGenerator

/// `hedgebook build`: content in, site out.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site.",
    discussion: """
      The site is written to a staging folder beside the output folder and swapped in as the last \
      step, so a failed build leaves the last good site as it is.

      EXAMPLES
        hedgebook build --output Output
        hedgebook build --target web --timings
        hedgebook build --diagnostics sarif > build.sarif
        hedgebook build --drafts
        hedgebook build --as-of 2016-01-08
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("The folder to write the site to.", valueName: "dir"))
  var output = "Output"

  @Option(help: "How links end: offline (index.html, for reading from disk) or web (a slash).")
  var target: LinkTarget = .offline

  @Flag(help: "Show texts marked as drafts too.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "Show texts that are to appear on this day (YYYY-MM-DD) or earlier; without it none that has "
        + "a day.",
      valueName: "date"))
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("Threads to use; all cores when not given.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Replace an output folder that Hedgebook did not write.")
  var force = false

  @Flag(help: "Treat warnings as errors: nothing is written while there is one.")
  var strict = false

  @Flag(help: "Print how long each phase took.")
  var timings = false

  @Option(help: "How faults are printed: text, json or sarif.")
  var diagnostics: ReportFormat = .text

  @Flag(name: .shortAndLong, help: "Print nothing but faults.")
  var quiet = false

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let publisher = SitePublisher(
      destination: URL(fileURLWithPath: output, isDirectory: true), force: force)
    try CommandFailure.reporting(as: diagnostics) {
      try publisher.check(source: URL(fileURLWithPath: source.source, isDirectory: true))
      let clock = BuildTimings { ProcessInfo.processInfo.systemUptime }
      let built = try SiteBuilder(
        source: source.fileSystem, product: source.productFileSystem, target: target, jobs: workers,
        version: Hedgebook.version, isStrict: strict,
        publication: Publication(showsDrafts: drafts, asOf: asOf)
      ).build(timings: clock)
      let start = ProcessInfo.processInfo.systemUptime
      try publisher.publish(built.files, jobs: workers)
      let publishing = ProcessInfo.processInfo.systemUptime - start
      try Message.report(DiagnosticList(built.warnings), as: diagnostics)
      // What is printed for programs is one document and nothing else.
      guard diagnostics == .text else { return }
      if timings { report(built.timings, publishing: publishing) }
      if quiet { return }
      for text in built.held { print("left out: \(text.file), \(text.explanation)") }
      print("\(built.pageCount) pages, \(built.files.count) files in \(output)")
    }
  }

  private func report(_ timings: BuildTimings, publishing: Double) {
    let phases = timings.phases.map { ($0.name, $0.seconds) } + [("publish", publishing)]
    for (name, seconds) in phases + [("total", timings.total + publishing)] {
      let milliseconds = String(Int((seconds * 1000).rounded()))
      let padding = String(repeating: " ", count: max(1, 32 - name.count - milliseconds.count))
      print("\(name)\(padding)\(milliseconds) ms")
    }
  }
}

extension LinkTarget: ExpressibleByArgument {}

extension ReportFormat: ExpressibleByArgument {}
