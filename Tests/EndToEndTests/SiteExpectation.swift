import Foundation
import MarketData
import Quant
import SiteGenerator
import Yams

/// What `expected.yml` of a case says about the finished site (`Sites/README.md`).
struct SiteExpectation: Decodable {
  /// Another site, whose data and books lie under the case's own files.
  var data: String?
  /// Files of that site that are not there.
  var without: [String]
  var target: LinkTarget
  var drafts: Bool
  var asOf: CalendarDate?
  /// Texts that are left out, with the reason.
  var leftOut: [String]
  var warnings: [String]
  /// All files but assets, search index and records; any when absent.
  var files: [String]?
  var holds: [String]
  var lacks: [String]
  var pages: [String: PageExpectation]

  private enum Key: String, CodingKey, CaseIterable {
    case data, without, target, drafts, asOf, leftOut, warnings, files, holds, lacks, pages
  }

  /// Reads an expectation; a key that is not known is refused.
  init(yaml: String) throws {
    self = try YAMLDecoder().decode(Self.self, from: yaml)
  }

  init(from decoder: any Decoder) throws {
    try UnknownKey.refuse(in: decoder, known: Key.allCases.map(\.rawValue))
    let values = try decoder.container(keyedBy: Key.self)
    func texts(_ key: Key) throws -> [String] {
      try values.decodeIfPresent([String].self, forKey: key) ?? []
    }
    data = try values.decodeIfPresent(String.self, forKey: .data)
    without = try texts(.without)
    let target = try values.decodeIfPresent(String.self, forKey: .target) ?? "offline"
    self.target = try UnknownKey.value(LinkTarget(rawValue: target), named: target)
    drafts = try values.decodeIfPresent(Bool.self, forKey: .drafts) ?? false
    asOf = try values.decodeIfPresent(String.self, forKey: .asOf).map {
      try UnknownKey.value(CalendarDate($0), named: $0)
    }
    leftOut = try texts(.leftOut)
    warnings = (try values.decodeIfPresent(String.self, forKey: .warnings) ?? "")
      .split(separator: "\n").map(String.init)
    files = try values.decodeIfPresent([String].self, forKey: .files)
    holds = try texts(.holds)
    lacks = try texts(.lacks)
    pages = try values.decodeIfPresent([String: PageExpectation].self, forKey: .pages) ?? [:]
  }

  /// One sentence for each expectation that the site does not meet.
  func differences(from built: SiteBuilder.Output) -> [String] {
    let contents = built.files.byPath
    let left = built.held.map { "\($0.file), \($0.explanation)" }
    var differences = Self.difference("leaves out", leftOut, left)
    differences += Self.difference("warns", warnings, built.warnings.map(\.description))
    if let files {
      let own = contents.keys.filter { path in
        !["assets/", "search/", "api/"].contains { path.hasPrefix($0) }
      }
      differences += Self.difference("files", files.sorted(), own.sorted())
    }
    differences += holds.filter { contents[$0] == nil }.map { "\($0) is not written" }
    differences += lacks.filter { contents[$0] != nil }.map { "\($0) is written" }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      differences +=
        contents[path].map { page.differences(from: $0, path) }
        ?? ["\(path) is not written"]
    }
    return differences
  }

  private static func difference(
    _ what: String, _ expected: [String], _ found: [String]
  ) -> [String] {
    guard expected != found else { return [] }
    let separator = what == "files" ? ", " : "\n            "
    return [
      "\(what):\n  expected: \(expected.joined(separator: separator))"
        + "\n  found:    \(found.joined(separator: separator))"
    ]
  }
}

/// A key or a value of `expected.yml` that nothing reads.
struct UnknownKey: Error, CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }

  static func refuse(in decoder: any Decoder, known: [String]) throws {
    for key in try decoder.container(keyedBy: Self.self).allKeys
    where !known.contains(key.stringValue) {
      throw key
    }
  }

  static func value<Value>(_ value: Value?, named name: String) throws -> Value {
    guard let value else { throw UnknownKey(stringValue: name) }
    return value
  }
}
