import ArgumentParser
import Foundation
import PreviewServer
import Quant
import SiteGenerator

/// `hedgebook serve`: the site on this machine, built again whenever its sources change.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Preview the site in a browser; pages reload when their sources change.",
    discussion: """
      The site is built in memory and served on this machine only; nothing is written. While the \
      sources have faults, every page shows them with their lines. Stop with Ctrl-C.

      EXAMPLES
        hedgebook serve
        hedgebook serve --drafts
        hedgebook serve --source my-site --port 0
        hedgebook serve --host 192.168.1.20    others on the network can read along
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "port"))
  var port = 8000

  @Option(
    help: ArgumentHelp(
      "The address to listen on; others can reach all but loopback.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: "How links end: web (a slash) or offline (index.html, for reading from disk).")
  var target: LinkTarget = .web

  @Flag(help: "Show texts marked as drafts too.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "Show texts that are to appear on this day (YYYY-MM-DD) or earlier; without it none that has "
        + "a day.",
      valueName: "date"))
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("Threads to use; all cores when not given.", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but the address and faults.")
  var quiet = false

  mutating func validate() throws {
    if !(0...65_535).contains(port) {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
    if host.isEmpty { throw ValidationError("--host must be an address, such as 127.0.0.1.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let interrupt = Interrupt()
    let server = PreviewServer(host: host, port: port)
    let address: PreviewAddress
    do {
      address = try server.start()
    } catch {
      Message.error("error: \(error)")
      throw ExitCode(74)
    }
    defer { server.stop() }
    if !PreviewServer.isLoopback(host) {
      Message.error(
        "warning: everyone who can reach \(host) can read the preview. Leave --host out to keep it "
          + "to this machine.")
    }
    print("Preview at \(address) (Ctrl-C stops)")
    // A reader of the output, such as a script, waits for this line.
    fflush(nil)
    var preview = PreviewLoop(
      source: source, target: target,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      publication: Publication(showsDrafts: drafts, asOf: asOf), server: server, isQuiet: quiet)
    preview.run(until: interrupt)
  }
}
