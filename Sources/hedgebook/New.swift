import ArgumentParser
import Foundation
import Quant
import SiteGenerator

/// `hedgebook new`: begin a file of content from an archetype.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a write-up, a lesson or a term as a draft.",
    discussion: """
      The text comes from Templates/archetypes of the site or of the product. Nothing is \
      overwritten. A draft is left out of the site until its line `draft: true` is removed; \
      hedgebook build --drafts and hedgebook serve --drafts show it.

      EXAMPLES
        hedgebook new report 2016-01-05
        hedgebook new lesson what-a-roll-costs
        hedgebook new term vega
        hedgebook new report 2016-01-05 --source my-notes
      """,
    subcommands: [NewReport.self, NewLesson.self, NewTerm.self, NewClaim.self])

  /// Writes a new file and says what comes next.
  static func write(
    _ source: SourceOptions, _ make: (ContentScaffold) throws -> ScaffoldedFile
  ) throws {
    try CommandFailure.reporting(outcome: "nothing was written") {
      let file = try make(
        ContentScaffold(source: source.fileSystem, product: source.productFileSystem))
      try SiteWriter(root: URL(fileURLWithPath: source.source, isDirectory: true))
        .create(file.path, file.bytes)
      print("Wrote \(file.path), a draft of \(file.address).")
      print(
        "hedgebook build --drafts and hedgebook serve --drafts show it; remove its line "
          + "`draft: true` to publish it.")
    }
  }
}

/// `hedgebook new report`.
struct NewReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Begin the write-up of a session.",
    discussion: """
      The session must lie between `from` and `to` of Content/site.yml and have prices of the \
      index. The new file lists the values that its text can print.

      EXAMPLES
        hedgebook new report 2016-01-05
      """)

  @OptionGroup var source: SourceOptions

  @Argument(help: ArgumentHelp("The session, YYYY-MM-DD.", valueName: "date"))
  var date: String

  mutating func validate() throws {
    guard CalendarDate(date) == nil else { return }
    throw ValidationError(
      "\(date) is no date of the calendar. Write it as YYYY-MM-DD, such as 2016-01-05.")
  }

  func run() throws {
    guard let day = CalendarDate(date) else { return }
    try New.write(source) { try $0.report(on: day) }
  }
}

/// `hedgebook new lesson`.
struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Begin a lesson, numbered after the last one.",
    discussion: """
      EXAMPLES
        hedgebook new lesson what-a-roll-costs
      """)

  @OptionGroup var source: SourceOptions

  @Argument(
    help: ArgumentHelp("Its name: lowercase letters, digits, single hyphens.", valueName: "slug"))
  var slug: String

  func run() throws { try New.write(source) { try $0.lesson(slug) } }
}

/// `hedgebook new term`.
struct NewTerm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term", abstract: "Begin a term of the glossary.",
    discussion: """
      EXAMPLES
        hedgebook new term vega
      """)

  @OptionGroup var source: SourceOptions

  @Argument(
    help: ArgumentHelp("Its name: lowercase letters, digits, single hyphens.", valueName: "slug"))
  var slug: String

  func run() throws { try New.write(source) { try $0.term(slug) } }
}

/// `hedgebook new claim`: says that there are no pages of claims yet.
struct NewClaim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Not there yet: says what to write instead.",
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("Its name.", valueName: "slug"))
  var slug: String

  func run() throws {
    throw ValidationError(
      "This version builds no pages of claims, so that no file was written. Until it does, write "
        + "the claim as a lesson: hedgebook new lesson \(slug).")
  }
}
