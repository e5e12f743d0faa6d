import Foundation
import TestSupport

/// The built command, run as a person runs it.
struct Command {
  /// The folder it is run in.
  let folder: URL

  /// What a run came to.
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var error: String
  }

  /// The program beside the tests, or in the usual build folder; `nil` when it was not built.
  static let program: URL? = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folders = [beside]
    do {
      folders.append(try Repository.root().appendingPathComponent(".build/debug"))
    } catch {
      // Without a repository there is one place less to look.
    }
    return folders.map { $0.appendingPathComponent("hedgebook") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs the command to its end.
  func callAsFunction(_ arguments: String...) throws -> Outcome {
    let process = try start(arguments)
    // Both are read at once: a full pipe would stop the program.
    let (output, error) = (Self.text(of: process.output), Self.text(of: process.error))
    process.process.waitUntilExit()
    return Outcome(status: process.process.terminationStatus, output: output, error: error)
  }

  /// A program that runs, with what it prints.
  struct Running {
    let process: Process
    let output: Pipe
    let error: Pipe

    /// The first line on standard output.
    func firstLine() -> String {
      var line: [UInt8] = []
      while let byte = output.fileHandleForReading.readData(ofLength: 1).first, byte != 0x0A {
        line.append(byte)
      }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Starts the command without waiting for its end.
  func start(_ arguments: [String]) throws -> Running {
    guard let program = Self.program else { throw NotBuilt() }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    return Running(process: process, output: output, error: error)
  }

  /// The command was not built.
  struct NotBuilt: Error {}

  private static func text(of pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
