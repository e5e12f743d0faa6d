import Foundation
import TestSupport
import Testing

/// One object of a schema of `Templates/schemas/`.
struct EditorSchema {
  private let object: [String: Any]

  init(_ name: String) throws {
    let file = try Repository.root()
      .appendingPathComponent("Templates/schemas/\(name).schema.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    object = try #require(json as? [String: Any])
  }

  private init(_ object: [String: Any]) { self.object = object }

  private var properties: [String: [String: Any]] {
    object["properties"] as? [String: [String: Any]] ?? [:]
  }

  /// Names of the keys, sorted.
  var keys: [String] { properties.keys.sorted() }

  /// Names of the keys that must be there, sorted.
  var required: [String] { (object["required"] as? [String] ?? []).sorted() }

  /// Whether the schema refuses keys that it does not name.
  var isClosed: Bool { object["additionalProperties"] as? Bool == false }

  /// The patterns of further keys.
  var patterns: [String] {
    (object["patternProperties"] as? [String: Any] ?? [:]).keys.sorted()
  }

  /// The words that may stand after a key, by key.
  var words: [String: [String]] {
    properties.compactMapValues { $0["enum"] as? [String] }
  }

  /// Keys without a description for the reader of an editor.
  var undescribed: [String] {
    properties.filter { ($0.value["description"] as? String)?.isEmpty ?? ($0.value["$ref"] == nil) }
      .keys.sorted()
  }

  /// The object of a key, or that of the items of its list.
  func inner(_ key: String) throws -> EditorSchema {
    let property = try #require(properties[key])
    return EditorSchema(property["items"] as? [String: Any] ?? property)
  }

  /// A definition that others refer to.
  func definition(_ name: String) throws -> EditorSchema {
    let definitions = try #require(object["$defs"] as? [String: [String: Any]])
    return EditorSchema(try #require(definitions[name]))
  }
}
