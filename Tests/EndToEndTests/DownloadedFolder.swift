import Foundation
import TestSupport
import Testing

/// The folder of downloaded files; nothing of it is part of this project.
///
/// The environment variable `HEDGEBOOK_DATA` names it, else it is `../shared/data` beside the
/// repository.
enum DownloadedFolder {
  /// The folder; `nil` when it is not there.
  static let url: URL? = {
    let named = ProcessInfo.processInfo.environment["HEDGEBOOK_DATA"]
    let folder =
      named.flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }
      ?? repository?.appendingPathComponent("../shared/data").standardizedFileURL
    guard let folder,
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("MANIFEST.csv").path)
    else { return nil }
    return folder
  }()

  private static var repository: URL? {
    do { return try Repository.root() } catch { return nil }
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: try #require(url).appendingPathComponent(path)))
  }

  /// The lines of a table from the one that begins with one date through that of another.
  ///
  /// The dates are as the file writes them; only what lies between them is cut into lines.
  static func lines(
    _ path: String, from first: String, through last: String
  ) throws -> [Substring] {
    let data = Data(try bytes(path))
    let start = try #require(data.range(of: Data("\n\(first),".utf8)), "\(path): \(first)")
    let rest = data[start.upperBound...]
    let end = try #require(rest.range(of: Data("\n\(last),".utf8)), "\(path): \(last)")
    let line = data[end.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
    let text = String(decoding: data[(start.lowerBound + 1)..<line.endIndex], as: UTF8.self)
    return text.split(whereSeparator: \.isNewline)
  }
}
