import ArgumentParser
import Foundation
import SiteGenerator

/// `hedgebook init`: a new site.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new site with commented configuration and one worked example.",
    discussion: """
      The folder appears whole or not at all, and nothing is overwritten. The example has data and \
      a book for write-ups of 4 to 8 January 2016; the prices of the S&P 500 and the VIX are \
      published data, option prices are modelled, and the book is invented.

      EXAMPLES
        hedgebook init my-notes
        hedgebook init --bare my-notes
        cd my-notes && hedgebook new report 2016-01-05 && hedgebook build
      """)

  @Argument(help: ArgumentHelp("The folder to make; it must not hold files.", valueName: "dir"))
  var folder: String

  @Flag(help: "Write the configuration only, without the worked example.")
  var bare = false

  @Option(
    help: ArgumentHelp("The folder whose Templates/ the site begins with.", valueName: "dir"))
  var product: String?

  func run() throws {
    try CommandFailure.reporting(outcome: "nothing was written") {
      let files = try SiteStarter(product: SourceOptions.productFileSystem(named: product))
        .create(bare ? .bare : .example, at: URL(fileURLWithPath: folder, isDirectory: true))
      let count = Message.count(files.count, "file")
      print("\(count) in \(folder). Content/site.yml explains each key.")
      let next = bare ? "hedgebook build" : "hedgebook new report 2016-01-05 && hedgebook build"
      print("Next: \(folder == "." ? "" : "cd \(folder) && ")\(next)")
    }
  }
}
