import ArgumentParser
import Foundation
import MarketData
import SiteGenerator

/// `hedgebook check`: read a built site, or a site's data, and report what is broken.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a built site: well-formed pages, links, anchors, ids, policy; or its data.",
    discussion: """
      With --data the data of a site's source are checked instead: every fault of a row, sessions \
      without a value, values out of bounds or apart from their neighbours, changes of unit, option \
      quotes that do not fit together, stale series. Each line ends with the kind of finding and with what is done about the value.

      EXAMPLES
        hedgebook check
        hedgebook check public
        hedgebook check --data
        hedgebook check --data --source my-site
      """)

  @Argument(help: ArgumentHelp("The folder of the built site.", valueName: "dir"))
  var folder = "Output"

  @Flag(help: "Check the data of the site's source instead of a built site.")
  var data = false

  @OptionGroup var source: SourceOptions

  func run() throws {
    if data { return try checkData() }
    try CommandFailure.reporting {
      let files = DiskFileSystem(root: URL(fileURLWithPath: folder, isDirectory: true))
      let (pages, problems) = try SiteCheck(
        files, jobs: ProcessInfo.processInfo.activeProcessorCount
      ).run()
      guard pages > 0 else {
        Message.error("error: \(folder) holds no HTML page. Build the site first: hedgebook build.")
        throw ExitCode(74)
      }
      for problem in problems.items { Message.error(problem.description) }
      guard problems.isEmpty else {
        Message.error(
          "\(Message.count(problems.items.count, "problem")) in \(Message.count(pages, "page")).")
        throw ExitCode(1)
      }
      print("\(Message.count(pages, "page")) checked: no broken link, anchor, id or policy.")
    }
  }

  private func checkData() throws {
    try CommandFailure.reporting {
      let (count, problems) = try DataCheck(source: source.fileSystem).run()
      for problem in problems {
        let kind = [problem.code?.rawValue, problem.action?.rawValue].compactMap { $0 }
        Message.error(
          kind.isEmpty ? "\(problem)" : "\(problem) [\(kind.joined(separator: ", "))]")
      }
      let errors = problems.count { $0.severity == .error }
      let files = Message.count(count, "data file")
      let found = Message.count(errors, "error")
      print("\(files) checked: \(found), \(Message.count(problems.count - errors, "warning")).")
      if errors > 0 { throw ExitCode(1) }
    }
  }
}
