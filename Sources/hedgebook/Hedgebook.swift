import ArgumentParser

/// The command and its subcommands.
@main
struct Hedgebook: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "hedgebook",
    abstract: "Turns Markdown, positions and market data into a site of daily hedge write-ups.",
    discussion: """
      A site is a folder with Content/ and, if it wants its own look, Templates/. Every number in a \
      write-up is computed from the data; nothing is fetched from a network.

      EXAMPLES
        hedgebook init my-notes
        hedgebook new report 2016-01-05
        hedgebook build
        hedgebook build --source my-site --output public --target web
        hedgebook serve
        hedgebook layers --date 2016-01-04
        hedgebook layers --date 2016-01-04 --format json
        hedgebook explain --date 2016-01-04 hedge.coverage
        hedgebook import --dry-run VIX_History.csv
        hedgebook check Output
      """,
    version: BuildCommit.versionText(version),
    subcommands: [
      Init.self, New.self, Build.self, Serve.self, Layers.self, Explain.self, Import.self,
      Check.self,
    ])
}
