public import ArgumentParser
import Foundation
import MarketData
import Quant
import SiteGenerator

/// `hedgebook import`: recognise files, show what was read, store it.
struct Import: ParsableCommand {
  /// How the report is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  /// What to do with values that disagree with stored ones.
  enum Conflict: String, EnumerableFlag {
    case replace, keep

    static func help(for value: Conflict) -> ArgumentHelp? {
      switch value {
      case .replace: "Take the file's value where it disagrees with a stored one."
      case .keep: "Leave the stored value where the file disagrees with it."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read market, macro and broker files into the site.",
    discussion: """
      A file is recognised by its content. Rows are stored in the project's own formats under \
      Content/data/ or Content/books/, with an entry in Content/data/sources.yml. Every row that is \
      left out is reported. Nothing is written when a file cannot be read or disagrees with what is \
      stored.

      EXAMPLES
        hedgebook import --dry-run VIX_History.csv
        hedgebook import VX_2016-01-20.csv VX_2016-02-17.csv
        hedgebook import --id spx ^GSPC.csv
        hedgebook import --book mine --nav 150000 statement.xml
        hedgebook import --format json --dry-run *.csv
      """)

  @OptionGroup var source: SourceOptions

  @Argument(help: ArgumentHelp("The files to import.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("The source to import into; by content when not given.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("The book that a broker's positions go into.", valueName: "id"))
  var book: String?

  @Option(
    help: ArgumentHelp(
      "Net asset value of a new book, in dollars; the denominator of drag.", valueName: "dollars"))
  var nav: Double?

  @Option(
    help: ArgumentHelp("The kind of the files; recognised when not given.", valueName: "kind"))
  var kind: FileKind?

  @Option(
    help: ArgumentHelp(
      "The date of the figures, for chains and tables that do not tell their own.",
      valueName: "date"))
  var quoteDate: CalendarDate?

  @Flag(help: "Show what would be done and write nothing.")
  var dryRun = false

  @Flag(exclusivity: .exclusive)
  var conflict: Conflict?

  @Option(help: "table or json.")
  var format: Format = .table

  mutating func validate() throws {
    if let nav, !(nav > 0 && nav.isFinite) {
      throw ValidationError("--nav must be an amount of dollars above zero.")
    }
    if let book, book.isEmpty || book.contains("/") || book.hasPrefix(".") {
      throw ValidationError("--book is the name of a folder in Content/books, such as mine.")
    }
    if let id, id != SourceName.slug(id) {
      throw ValidationError("--id is made of lowercase letters, digits and hyphens, such as vix3m.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let inputs = try DataImport.InputFile.read(files)
      let plan = try DataImport(source: source.fileSystem).plan(
        inputs,
        options: DataImport.Options(
          id: id, book: book, kind: kind,
          resolution: conflict.map { $0 == .replace ? .replace : .keep }, netAssetValue: nav,
          today: Clock.today, context: ReadingContext(quoteDate: quoteDate)))
      switch format {
      case .table: print(plan.table)
      case .json: print(try plan.json())
      }
      try DiagnosticList(plan.obstacles).throwIfErrors()
      if !dryRun {
        try SiteWriter(root: URL(fileURLWithPath: source.source, isDirectory: true))
          .write(plan.writes)
      }
      if format == .table { summarise(plan) }
    }
  }

  private func summarise(_ plan: ImportPlan) {
    let paths = plan.writes.keys.sorted()
    if paths.isEmpty {
      print("\nNothing changes.")
    } else {
      print("\n\(dryRun ? "Would write" : "Wrote") \(paths.joined(separator: ", ")).")
    }
  }
}

extension FileKind: ExpressibleByArgument {}
