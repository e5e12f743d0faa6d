import ArgumentParser
import Foundation
import MarketData
import SiteGenerator

/// `hedgebook check`: read a built site and report what is broken.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a built site: well-formed pages, links, anchors, ids, policy.",
    discussion: """
      EXAMPLES
        hedgebook check
        hedgebook check public
      """)

  @Argument(help: ArgumentHelp("The folder of the built site.", valueName: "dir"))
  var folder = "Output"

  func run() throws {
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
        Message.error("\(problems.items.count) problems in \(pages) pages.")
        throw ExitCode(1)
      }
      print("\(pages) pages checked: no broken link, anchor, id or policy.")
    }
  }
}
