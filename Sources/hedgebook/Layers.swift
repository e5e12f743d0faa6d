import ALVH
public import ArgumentParser
import Foundation
import MarketData
public import Quant
import SiteGenerator

/// `hedgebook layers`: one day's decision in the terminal.
struct Layers: ParsableCommand {
  /// How the decision is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Print the decision of one session.",
    discussion: """
      Uses only what was known at the close of the session. Prices that come from a model are \
      marked as modelled.

      EXAMPLES
        hedgebook layers --date 2016-01-04
        hedgebook layers --date 2015-12-04 --format json
        hedgebook layers --date 2015-12-04 --profile seed-obv-immediate
        hedgebook layers --date 2016-01-04 --profile gloss-442
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("The session, YYYY-MM-DD.", valueName: "date"))
  var date: CalendarDate

  @Option(
    help: ArgumentHelp("The profile that decides; the site's own by default.", valueName: "id"))
  var profile: String?

  @Option(help: "table or json.")
  var format: Format = .table

  func run() throws {
    try CommandFailure.reporting {
      let query = DecisionQuery(source: source.fileSystem, product: source.productFileSystem)
      let answer = try query.decision(on: date, profile: profile)
      switch format {
      case .table: print(answer.table)
      case .json: print(try answer.json())
      }
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Parses `YYYY-MM-DD`.
  public init?(argument: String) {
    self.init(argument)
  }
}
