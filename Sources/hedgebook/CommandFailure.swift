import ArgumentParser
import DiagnosticReports
import Foundation
import MarketData
import SiteGenerator

/// Exit statuses: 0 done, 1 content or data at fault, 64 wrong usage, 74 input or output failed.
enum CommandFailure {
  /// Runs the work of a command and turns its errors into messages and an exit status.
  ///
  /// - Parameters:
  ///   - format: how the faults of content and data are printed.
  ///   - outcome: what holds after faults of the content, for the last line.
  ///   - work: the command's work.
  /// - Throws: the exit status, after the messages have been printed.
  static func reporting(
    as format: ReportFormat = .text, outcome: String = "the output was left as it was",
    _ work: () throws -> Void
  ) throws {
    do {
      try work()
    } catch let list as DiagnosticList {
      try Message.report(list, as: format)
      guard format == .text else { throw ExitCode(1) }
      Message.error("\(Message.count(list.errors.count, "error")); \(outcome).")
      throw ExitCode(1)
    } catch let refusal as SitePublisher.Refusal {
      Message.error("error: \(refusal)")
      throw ExitCode(74)
    } catch let code as ExitCode {
      throw code
    } catch {
      Message.error("error: \(Message.words(of: error))")
      throw ExitCode(74)
    }
  }
}

/// Lines for the terminal.
enum Message {
  /// A number of things: `1 error`, `2 errors`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// What an error says: its words for people, or its description where it has none.
  static func words(of error: any Error) -> String {
    if error is any LocalizedError || error is CocoaError { return error.localizedDescription }
    return String(describing: error)
  }

  /// Prints diagnostics: as text on standard error, for programs on standard output.
  static func report(
    _ list: DiagnosticList, rules: [ReportRule] = [], as format: ReportFormat
  ) throws {
    let text = try DiagnosticReport(
      tool: "hedgebook", version: Hedgebook.version, rules: rules, diagnostics: list
    ).rendered(as: format)
    if format != .text { return print(text) }
    if !text.isEmpty { error(text) }
  }

  /// Prints a line on standard error.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
