import ArgumentParser
import Foundation
import MarketData
import Quant
import SiteGenerator

/// `hedgebook explain`: where one number of a write-up comes from.
struct Explain: ParsableCommand {
  /// How the explanation is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Explain one value of a session: its formula, its inputs, their rows and files.",
    discussion: """
      Prints the value with unit and origin, the formula in words and symbols, and every input in \
      turn, down to the rows of the files with line and column, the date a row became known, and \
      what the catalogue says of its source. Names are those of {{ name }} in prose.

      EXAMPLES
        hedgebook explain --date 2016-01-04 --list
        hedgebook explain --date 2016-01-04 hedge.coverage
        hedgebook explain --date 2016-01-04 book.netVega --depth 3
        hedgebook explain --date 2016-01-04 vix.close --format json
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("The session, YYYY-MM-DD.", valueName: "date"))
  var date: CalendarDate

  @Argument(help: "The name of the value, such as hedge.coverage.")
  var value: String?

  @Flag(help: "List all values of the session instead.")
  var list = false

  @Option(help: "How many steps down inputs are followed, 0 to 9.")
  var depth = 2

  @Option(
    help: ArgumentHelp("The profile that decides; the site's own by default.", valueName: "id"))
  var profile: String?

  @Option(help: ArgumentHelp("The book; the site's own by default.", valueName: "id"))
  var book: String?

  @Option(help: "table or json.")
  var format: Format = .table

  func validate() throws {
    guard list == (value == nil) else {
      throw ValidationError(
        list ? "Give a value or --list, not both." : "Name a value, or list them with --list.")
    }
    guard (0...9).contains(depth) else { throw ValidationError("--depth is from 0 to 9.") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let session = try ExplainQuery(
        source: source.fileSystem, product: source.productFileSystem
      ).session(on: date, profile: profile, book: book)
      guard let value else {
        print(format == .json ? try session.listJSON() : session.list)
        return
      }
      let answer = try session.explain(value, depth: depth)
      print(format == .json ? try answer.json() : answer.table)
    }
  }
}
