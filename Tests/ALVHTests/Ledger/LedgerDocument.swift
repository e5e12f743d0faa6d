import Foundation
import TestSupport

/// The ledger as the methodology prints it, for those who have that document beside the repository.
enum LedgerDocument {
  /// The document, whether or not it is there.
  private static func url() throws -> URL {
    try Repository.root().deletingLastPathComponent()
      .appendingPathComponent("shared/design/methodology.md")
  }

  /// Whether the document can be read.
  static var isPresent: Bool {
    do {
      return FileManager.default.isReadableFile(atPath: try url().path)
    } catch {
      return false
    }
  }

  /// The rows of its ledger: phrase and place.
  static func rows() throws -> [[String]] {
    let lines = try String(contentsOf: url(), encoding: .utf8).components(separatedBy: "\n")
    let section = lines.drop { !$0.hasPrefix("## 8. ") }.dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
