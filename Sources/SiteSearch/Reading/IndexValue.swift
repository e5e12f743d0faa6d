/// A value of an index file: the part of JSON that the builder writes.
enum IndexValue: Hashable, Sendable {
  case string(String)
  case number(Int)
  case array([IndexValue])
  case object([String: IndexValue])

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var number: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var array: [IndexValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  subscript(_ key: String) -> IndexValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }
}
