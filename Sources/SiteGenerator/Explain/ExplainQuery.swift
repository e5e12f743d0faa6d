import ALVH
import DecisionArchive
import Foundation
import MarketData
import ProseChecks
public import Quant

/// Explains the values of one session of a site without building it.
public struct ExplainQuery {
  private let source: any FileSystem
  private let product: (any FileSystem)?

  /// Creates a query over a site's source folder.
  public init(source: any FileSystem, product: (any FileSystem)?) {
    self.source = source
    self.product = product
  }

  /// A session whose values can be explained.
  public struct Session {
    let explainer: Explainer
    let snapshot: String?

    /// Names, values as printed, origins and titles as columns for a terminal.
    public var list: String {
      let values = explainer.catalogue.values
      let name = values.map(\.name.count).max() ?? 0
      let text = values.map(\.text.count).max() ?? 0
      func padded(_ words: String, _ width: Int) -> String {
        words + String(repeating: " ", count: width - words.count)
      }
      return values.map { value in
        "\(padded(value.name, name))  \(padded(value.text, text))  "
          + "\(padded(value.origin.rawValue, 9))  \(value.title)"
      }.joined(separator: "\n")
    }

    /// The list as JSON, a list of objects with sorted keys.
    ///
    /// - Throws: when a value cannot be encoded.
    public func listJSON() throws -> String {
      struct Line: Encodable {
        var name: String
        var origin: ValueOrigin
        var text: String
        var title: String
        var unit: String
      }
      return try ExplainQuery.json(
        explainer.catalogue.values.map { value in
          Line(
            name: value.name, origin: value.origin, text: value.text, title: value.title,
            unit: value.unit.rawValue)
        })
    }

    /// The explanation of a value.
    ///
    /// - Parameters:
    ///   - name: its name in the catalogue, such as `hedge.coverage`.
    ///   - depth: how many steps down inputs are followed, from 0.
    /// - Returns: the answer, ready to be printed.
    /// - Throws: `DiagnosticList` for an unknown name, with the nearest; other errors when a file
    ///   cannot be read.
    public func explain(_ name: String, depth: Int) throws -> Answer {
      guard let value = explainer.catalogue[name] else {
        let remedy =
          explainer.catalogue.nearest(to: name).map { "Did you mean `\($0)`?" }
          ?? "List the values of the session with --list."
        throw DiagnosticList([
          .error(
            SourceLocation(file: "VALUE"), "\(explainer.date) has no value `\(name)`", remedy)
        ])
      }
      let explanation = try explainer.explanation(of: value, depth: depth)
      return Answer(
        report: ExplanationReport(
          date: explainer.date.description, asOf: Feed.timestamp(explainer.date),
          profile: explainer.decision.profile, book: explainer.sections.site.content.book?.id,
          snapshot: snapshot, value: explanation,
          sources: try explainer.files.sources(of: explanation.allRows)))
    }
  }

  /// An explanation ready to be printed.
  public struct Answer {
    let report: ExplanationReport

    /// The explanation as an outline for a terminal.
    public var table: String { ExplanationTable(report: report).text }

    /// The explanation as JSON with sorted keys.
    ///
    /// - Throws: when a value cannot be encoded.
    public func json() throws -> String { try ExplainQuery.json(report) }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension ExplainQuery {
  /// The session of a date.
  ///
  /// - Parameters:
  ///   - date: a session of the index history.
  ///   - profile: the rule table that decides; the site's own when `nil`.
  ///   - book: the book; the site's own when `nil`.
  /// - Returns: the session with its decision computed.
  /// - Throws: `DiagnosticList` when the content has faults, there is no session on the date, or the
  ///   profile or the book does not exist.
  public func session(
    on date: CalendarDate, profile: String? = nil, book: String? = nil
  ) throws -> Session {
    var problems: [Diagnostic] = []
    var content = try ContentReader(fileSystem: source, product: product, jobs: 1)
      .read(into: &problems)
    if let book { content?.book = try BookFile(id: book, fileSystem: source, into: &problems) }
    if let profile { content?.configuration.profile = profile }
    let templates = try TemplateLibrary(site: source, product: product, into: &problems)
    let assets = try SiteAssets(site: source, product: product)
    try DiagnosticList(problems).throwIfErrors()
    guard let content, let history = content.history, let book = content.book else {
      throw DiagnosticList([
        .error(
          SourceLocation(file: SiteConfiguration.path), "the site has no market data or no book",
          "Name a book and declare sources.")
      ])
    }
    let place =
      profile == nil ? content.configuration.profilePlace : SourceLocation(file: "--profile")
    guard
      let definition = content.profile(content.configuration.profile, at: place, into: &problems)
    else { throw DiagnosticList(problems) }
    guard let rules = definition.ruleTable else {
      throw DiagnosticList([
        .error(
          place, "the profile `\(definition.id)` is a standing plan and has no values of the day",
          "Name a profile with a rule table.")
      ])
    }
    let decisions = try Self.decisions(on: date, history, content, book, rules)
    return session(decisions, content, rules, definition, templates, assets, history, book)
  }

  /// The decisions from the running episode's start, or the session before, through the date.
  private static func decisions(
    on date: CalendarDate, _ history: MarketHistory, _ content: SiteContent, _ book: BookFile,
    _ rules: Profile
  ) throws -> [DailyDecision] {
    guard let index = history.bars.firstIndex(where: { $0.date == date }) else {
      let span = history.bars.first.flatMap { first in
        history.bars.last.map { "\(first.date) to \($0.date)" }
      }
      throw DiagnosticList([
        .error(
          SourceLocation(file: "--date"), "\(date) is no session of the index history",
          "Choose a session from \(span ?? "the data").")
      ])
    }
    let engine = DailyEngine(
      profile: rules, account: book.account, declaresExchangeRate: content.declaresExchangeRate)
    let before = history.bars[max(0, index - 1)].date
    let decisions = try engine.decisions(history, in: before...date)
    guard let start = decisions.last?.drag.episodeStart, start < before else { return decisions }
    return try engine.decisions(history, in: start...date)
  }

  private func session(
    _ decisions: [DailyDecision], _ content: SiteContent, _ rules: Profile,
    _ definition: ProfileDefinition, _ templates: TemplateLibrary, _ assets: SiteAssets,
    _ history: MarketHistory,
    _ book: BookFile
  ) -> Session {
    let decision = decisions[decisions.count - 1]
    let snapshot = SnapshotDigest.bySession(history, account: book.account)[decision.date]?.short
    let site = Site(
      content: content, target: .offline, version: "", decisions: decisions, alternatives: [:],
      snapshots: [:],
      indexByDate: Dictionary(
        uniqueKeysWithValues: zip(decisions.map(\.date), decisions.indices)),
      profile: rules, track: nil, calendar: .cboe, templates: templates, assets: assets,
      disclaimerHTML: [:], terms: TermIndex([]), tags: TagIndex(), navigation: [])
    let sections = DailySections(site: site, decision: decision)
    let start = decision.drag.episodeStart ?? decision.date
    return Session(
      explainer: Explainer(
        sections: sections, catalogue: sections.values(), definition: definition,
        episode: decisions.filter { $0.date >= start },
        files: SourceFiles(content, source: source, product: product, date: decision.date)),
      snapshot: snapshot)
  }
}
