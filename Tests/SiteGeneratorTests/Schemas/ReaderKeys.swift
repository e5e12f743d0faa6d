import Foundation
import MarketData
import Testing

@testable import SiteGenerator

/// What a reader of YAML knows, told by its own messages.
struct ReaderKeys {
  /// A key that resembles none, so that the message lists all.
  private static let stranger = "zzzzzzzzzzzzzzzz"

  /// Keys the reader asks for, sorted.
  let keys: [String]
  /// Keys that must be there, sorted.
  let required: [String]
  /// Words that may stand after a key, by key.
  let words: [String: [String]]

  /// Asks a reader, which is given YAML lines that stand in the object at hand.
  ///
  /// - Parameters:
  ///   - enumerated: keys whose words are asked for.
  ///   - read: reads an object with one more line, and returns what it complains about.
  /// - Throws: what `read` throws, or a failed requirement when the reader lists no keys.
  init(enumerated: [String], read: (_ line: String) throws -> [Diagnostic]) throws {
    let complaints = try read("\(Self.stranger): 1")
    let list = try #require(
      complaints.first { $0.message == "unknown key `\(Self.stranger)`" }?.remedy)
    try #require(list.hasPrefix("Known keys: "))
    keys = list.dropFirst("Known keys: ".count).dropLast().components(separatedBy: ", ")
    required = complaints.compactMap { complaint in
      complaint.message.wholeMatch(of: /the key `(.+)` is missing/).map { String($0.1) }
    }.sorted()
    var words: [String: [String]] = [:]
    for key in enumerated {
      let messages = try read("\(key): \(Self.stranger)").map(\.message)
      words[key] =
        messages.compactMap { message in
          message.wholeMatch(of: /`.+` is `.+`, not one of (.+)/)
            .map { $0.1.components(separatedBy: ", ") }
        }.first
    }
    self.words = words
  }

  /// Asks the reader of the front matter in a folder of `Content/`.
  static func frontMatter(_ path: String, within prefix: String = "", enumerated: [String] = [])
    throws -> ReaderKeys
  {
    try ReaderKeys(enumerated: enumerated) { line in
      let files = InMemoryFileSystem([
        "Content/site.yml": "title: Notes\n", path: "---\n\(prefix)\(line)\n---\n",
      ])
      var problems: [Diagnostic] = []
      _ = try ContentReader(fileSystem: files, product: nil, jobs: 1).read(into: &problems)
      return problems
    }
  }

  /// Asks the reader of one file of the site.
  static func file(
    _ path: String, within prefix: String = "", enumerated: [String] = [],
    site: String = "title: Notes\n"
  ) throws -> ReaderKeys {
    try ReaderKeys(enumerated: enumerated) { line in
      var texts = ["Content/site.yml": site]
      texts[path] = "\(prefix)\(line)\n"
      var problems: [Diagnostic] = []
      _ = try ContentReader(fileSystem: InMemoryFileSystem(texts), product: nil, jobs: 1)
        .read(into: &problems)
      return problems.filter { $0.location.file == path }
    }
  }
}
