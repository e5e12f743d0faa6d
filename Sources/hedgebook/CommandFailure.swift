import ArgumentParser
import Foundation
import MarketData
import SiteGenerator

/// Exit statuses: 0 done, 1 content or data at fault, 64 wrong usage, 74 input or output failed.
enum CommandFailure {
  /// Runs the work of a command and turns its errors into messages and an exit status.
  ///
  /// - Parameters:
  ///   - outcome: what holds after faults of the content, for the last line.
  ///   - work: what the command does.
  /// - Throws: `ExitCode`, after the messages have been printed.
  static func reporting(
    outcome: String = "the output was left as it was", _ work: () throws -> Void
  ) throws {
    do {
      try work()
    } catch let list as DiagnosticList {
      for item in list.items { Message.error(item.description) }
      Message.error("\(Message.count(list.errors.count, "error")); \(outcome).")
      throw ExitCode(1)
    } catch let refusal as SitePublisher.Refusal {
      Message.error("error: \(refusal)")
      throw ExitCode(74)
    } catch let code as ExitCode {
      throw code
    } catch {
      Message.error("error: \(error.localizedDescription)")
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

  /// Prints a line on standard error.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
