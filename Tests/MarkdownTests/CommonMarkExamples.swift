import Foundation
import TestSupport

/// The examples of the CommonMark specification 0.30 (John MacFarlane, CC BY-SA 4.0).
///
/// They are not part of the repository: they are read from the folder that the environment variable
/// `HEDGEBOOK_COMMONMARK` names, else from `../shared/commonmark` beside the repository.
enum CommonMarkExamples {
  struct Example: Decodable {
    let example: Int
    let section: String
    let markdown: String
    let html: String
  }

  /// The file; `nil` when neither folder has it.
  static var file: URL? {
    var folders: [URL] = []
    if let path = ProcessInfo.processInfo.environment["HEDGEBOOK_COMMONMARK"], !path.isEmpty {
      folders.append(URL(fileURLWithPath: path, isDirectory: true))
    }
    if let root = try? Repository.root() {
      folders.append(
        root.deletingLastPathComponent().appendingPathComponent("shared/commonmark"))
    }
    return folders.map { $0.appendingPathComponent("examples.json") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  static func all() throws -> [Example] {
    guard let file else { return [] }
    return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }
}
