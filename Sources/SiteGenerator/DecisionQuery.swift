public import ALVH
import Foundation
import MarketData
public import Quant

/// Computes the decision of one session of a site without building it.
public struct DecisionQuery {
  private let source: any FileSystem
  private let product: (any FileSystem)?

  /// Creates a query over a site's source folder.
  public init(source: any FileSystem, product: (any FileSystem)?) {
    self.source = source
    self.product = product
  }

  /// A decision ready to be printed.
  public struct Answer {
    /// The decision.
    public let decision: ProfileDecision
    let definition: ProfileDefinition

    /// The decision as a table for a terminal.
    public var table: String {
      switch decision {
      case .ruleTable(let decision):
        DecisionTable(decision: decision, profile: definition.ruleTable ?? .seedOBV).text
      case .standing(let decision):
        StandingTable(decision: decision, definition: definition).text
      }
    }

    /// The decision as JSON with sorted keys.
    ///
    /// - Throws: when a value cannot be encoded.
    public func json() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let data =
        switch decision {
        case .ruleTable(let decision): try encoder.encode(decision)
        case .standing(let decision): try encoder.encode(decision)
        }
      return String(decoding: data, as: UTF8.self)
    }
  }

  /// The decision of a session.
  ///
  /// - Throws: `DiagnosticList` when the content has faults, there is no session on the date, or the
  ///   profile does not exist.
  public func decision(on date: CalendarDate, profile id: String?) throws -> Answer {
    var problems: [Diagnostic] = []
    let content = try ContentReader(fileSystem: source, product: product, jobs: 1)
      .read(into: &problems)
    try DiagnosticList(problems).throwIfErrors()
    let place = SourceLocation(file: SiteConfiguration.path)
    guard let content, let history = content.history, let book = content.book else {
      throw DiagnosticList([
        .error(place, "the site has no market data or no book", "Name a book and declare sources.")
      ])
    }
    let wanted =
      id.map { content.profile($0, at: SourceLocation(file: "--profile"), into: &problems) }
      ?? content.profile(
        content.configuration.profile, at: content.configuration.profilePlace, into: &problems)
    guard let definition = wanted else { throw DiagnosticList(problems) }
    let decisions = try definition.decisions(
      history, account: book.account, in: date...date,
      declaresExchangeRate: content.declaresExchangeRate)
    guard let decision = decisions.first else {
      let span = history.bars.first.flatMap { first in
        history.bars.last.map { "\(first.date) to \($0.date)" }
      }
      throw DiagnosticList([
        .error(
          SourceLocation(file: "--date"), "\(date) is no session of the index history",
          "Choose a session from \(span ?? "the data").")
      ])
    }
    return Answer(decision: decision, definition: definition)
  }
}
