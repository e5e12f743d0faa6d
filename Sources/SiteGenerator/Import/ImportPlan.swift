import Foundation
public import MarketData

/// What an import would do: reports on every file, and the files of the site it would write.
public struct ImportPlan: Sendable {
  /// One report for each file, in the order they were given.
  public var reports: [ImportReport] = []
  /// The site's files to write, by path; empty when nothing changes.
  public var writes: [String: [UInt8]] = [:]
  /// Why the import cannot be carried out; nothing may be written while there is an error.
  public var obstacles: [Diagnostic] = []

  /// The reports for a terminal.
  public var table: String { ImportTable(reports: reports).text }

  /// The reports as a JSON array.
  ///
  /// - Throws: when a value cannot be encoded.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys]
    return String(decoding: try encoder.encode(reports), as: UTF8.self)
  }
}
