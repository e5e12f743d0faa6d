import Foundation
import MarketData
import Testing
import TestSupport

/// The downloaded files as the MANIFEST beside them lists them.
///
/// The folder is named by the environment variable `HEDGEBOOK_DATA`, else it is `../shared/data`
/// beside the repository. Nothing of it is part of this project.
enum DownloadedFiles {
  struct Listed {
    let file: String
    let rows: Int
    let first: String?
    let last: String?
  }

  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["HEDGEBOOK_DATA"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return (try? Repository.root())?.appendingPathComponent("../shared/data").standardizedFileURL
  }()

  static let areThere =
    folder.map {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("MANIFEST.csv").path)
    } ?? false

  /// The files of some folders, with what the MANIFEST says about each.
  static func listed(in folders: Set<String>) throws -> [Listed] {
    var problems: [Diagnostic] = []
    let table = CSVTable(
      parsing: try bytes("MANIFEST.csv"), file: "MANIFEST.csv", into: &problems)
    #expect(problems.isEmpty)
    let text = { table.text(row: $0, field: $1) }
    return (1..<table.rowCount).compactMap { row in
      let file = text(row, 0)
      guard let folder = file.split(separator: "/").first, folders.contains(String(folder)) else {
        return nil
      }
      return Listed(
        file: file, rows: Int(text(row, 7)) ?? -1, first: text(row, 8).isEmpty ? nil : text(row, 8),
        last: text(row, 9).isEmpty ? nil : text(row, 9))
    }
  }

  /// The content of a file, unpacked when it is packed.
  static func bytes(_ path: String) throws -> [UInt8] {
    let url = try #require(folder).appendingPathComponent(path)
    let bytes = [UInt8](try Data(contentsOf: url))
    return GzipArchive.isArchive(bytes) ? try GzipArchive.unpack(bytes, file: path) : bytes
  }
}
