import Foundation
import TestSupport

/// The plain keys at the head of a content file.
struct FrontMatter {
  /// Values by key, without the quotation marks around them; nested lines are left out.
  let values: [String: String]

  /// Reads a file of the repository, for example `Content/glossary/vega.md`.
  init(path: String) throws {
    let url = try Repository.root().appendingPathComponent(path)
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var values: [String: String] = [:]
    guard lines.first == "---" else {
      self.values = values
      return
    }
    for line in lines.dropFirst().prefix(while: { $0 != "---" }) where !line.hasPrefix(" ") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      values[String(parts[0])] = parts[1].trimmingCharacters(
        in: CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\"")))
    }
    self.values = values
  }
}
