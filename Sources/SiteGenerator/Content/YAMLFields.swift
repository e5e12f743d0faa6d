import MarketData
import Quant
import Yams
import TextDistance

/// One YAML mapping being read key by key, with the position of everything for diagnostics.
///
/// Every accessor marks its key as known; `finish` then reports the keys nobody asked for. Faults
/// are appended to a list, so that one run reports all of them.
struct YAMLFields {
  let file: String
  private let lineOffset: Int
  private let yaml: String
  private let mapping: Node.Mapping
  /// Where a nested group begins; `nil` for the mapping of the whole text.
  private let start: SourceLocation?
  private var known: Set<String> = []

  /// Parses a YAML text whose first line is line `lineOffset + 1` of `file`.
  ///
  /// An empty text is an empty mapping. Bad YAML, or YAML that is not a mapping, is reported.
  init?(yaml: String, file: String, lineOffset: Int, into problems: inout [Diagnostic]) {
    self.file = file
    self.lineOffset = lineOffset
    self.yaml = yaml
    start = nil
    let remedy =
      "Write `key: value` lines; quote a value that contains a colon or starts with a symbol."
    do {
      guard let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8) else {
        mapping = Node.Mapping([])
        return
      }
      guard case .mapping(let mapping) = node else {
        problems.append(
          .error(
            SourceLocation(file: file, line: lineOffset + 1, column: 1),
            "the YAML is not a list of keys and values", remedy))
        return nil
      }
      self.mapping = mapping
    } catch {
      let (what, mark) = Self.explain(error)
      problems.append(
        .error(
          SourceLocation(
            file: file, line: (mark?.line ?? 1) + lineOffset, column: mark?.column ?? 1),
          "bad YAML: \(what)", remedy))
      return nil
    }
  }

  private init(_ parent: YAMLFields, mapping: Node.Mapping, start: SourceLocation) {
    file = parent.file
    lineOffset = parent.lineOffset
    yaml = parent.yaml
    self.mapping = mapping
    self.start = start
  }

  private static func explain(_ error: any Error) -> (String, Mark?) {
    guard let error = error as? YamlError else { return (String(describing: error), nil) }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (problem, mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return (
        "the key `\(duplicates.sorted().joined(separator: "`, `"))` appears twice", context.mark
      )
    case .reader(let problem, _, _, _):
      return (problem, nil)
    default:
      return (String(describing: error), nil)
    }
  }

  /// Where a node begins.
  private func location(of node: Node?) -> SourceLocation {
    guard let mark = node?.mark else {
      return SourceLocation(file: file, line: lineOffset + 1, column: 1)
    }
    return SourceLocation(file: file, line: mark.line + lineOffset, column: mark.column)
  }

  /// Whether the mapping has the key; does not count as reading it.
  func has(_ key: String) -> Bool { mapping[key] != nil }

  /// Whether the value of a key is a list; does not count as reading it.
  func hasList(_ key: String) -> Bool { mapping[key]?.sequence != nil }

  /// Where the value of a key begins, or the mapping when the key is absent.
  func location(of key: String) -> SourceLocation { location(of: mapping[key] ?? nil) }

  /// Where the characters of a key's text stand, or those of an item of its list of texts.
  func place(ofText key: String, item: Int? = nil) -> TextPlace {
    var node = mapping[key]
    if let item, let sequence = node?.sequence, sequence.indices.contains(item) {
      node = sequence[item]
    }
    return TextPlace(
      of: node?.scalar?.string ?? "", in: yaml, line: node?.mark?.line ?? 1,
      column: node?.mark?.column ?? 1, lineOffset: lineOffset)
  }

  /// The keys in the order they stand, for groups whose keys are names of the content's own.
  var keys: [String] { mapping.compactMap { $0.key.scalar?.string } }

  private mutating func node(_ key: String) -> Node? {
    known.insert(key)
    return mapping[key]
  }

  private func missing(_ key: String, _ example: String, into problems: inout [Diagnostic]) {
    problems.append(
      .error(
        start ?? SourceLocation(file: file, line: max(1, lineOffset), column: 1),
        "the key `\(key)` is missing", "Add a line `\(key): \(example)`."))
  }

  private func mismatch(
    _ key: String, _ node: Node, _ expected: String, into problems: inout [Diagnostic]
  ) {
    let found =
      node.scalar.map { "`\(ShownScalar.shortened($0.string))`" } ?? "a list or mapping"
    problems.append(
      .error(
        location(of: node), "`\(key)` is \(found), not \(expected)",
        "Write \(expected) after `\(key):`."))
  }

  /// The text of a key that may be absent.
  mutating func text(_ key: String, into problems: inout [Diagnostic]) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      mismatch(key, node, "a text", into: &problems)
      return nil
    }
    // XML, and so the feed, cannot hold control characters.
    if scalar.string.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    {
      problems.append(
        .error(
          location(of: node), "`\(key)` holds a control character",
          "Remove it, or write it in words."))
      return nil
    }
    if let turning = scalar.string.unicodeScalars.first(where: ShownScalar.turnsText) {
      problems.append(
        .error(
          location(of: node),
          "`\(key)` holds \(ShownScalar.name(of: turning)), which turns the direction of text",
          "Remove it; words of right-to-left scripts are set in order without it."))
      return nil
    }
    return scalar.string
  }

  /// The text of a key that must be present and not empty; reports it and returns "" otherwise.
  mutating func requiredText(
    _ key: String, example: String, into problems: inout [Diagnostic]
  ) -> String {
    guard let node = node(key) else {
      missing(key, example, into: &problems)
      return ""
    }
    let text = text(key, into: &problems)
    if let text, text.isEmpty {
      problems.append(
        .error(
          location(of: node), "`\(key)` is empty", "Write a text, such as `\(key): \(example)`."))
    }
    return text ?? ""
  }

  /// A value converted from its text; a text that does not convert is reported.
  mutating func value<Value>(
    _ key: String, _ expected: String, into problems: inout [Diagnostic],
    _ convert: (String) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, let value = convert(scalar.string) else {
      mismatch(key, node, expected, into: &problems)
      return nil
    }
    return value
  }

  /// A value that must be present.
  mutating func requiredValue<Value>(
    _ key: String, _ expected: String, example: String, into problems: inout [Diagnostic],
    _ convert: (String) -> Value?
  ) -> Value? {
    guard node(key) != nil else {
      missing(key, example, into: &problems)
      return nil
    }
    return value(key, expected, into: &problems, convert)
  }

  /// A date of the form `YYYY-MM-DD`.
  mutating func date(_ key: String, into problems: inout [Diagnostic]) -> CalendarDate? {
    value(key, "a date of the form YYYY-MM-DD", into: &problems) { CalendarDate($0) }
  }

  /// An address that a page can link to; other schemes could run a script or open a file.
  mutating func webAddress(_ key: String, into problems: inout [Diagnostic]) -> String? {
    value(key, "an address that begins with https:// or http://", into: &problems) { text in
      text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil
    }
  }

  /// A list of texts; absent means empty.
  mutating func texts(_ key: String, into problems: inout [Diagnostic]) -> [String] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      mismatch(key, node, "a list of texts", into: &problems)
      return []
    }
    return sequence.compactMap { item in
      if item.scalar == nil { mismatch(key, item, "a list of texts", into: &problems) }
      return item.scalar?.string
    }
  }

  /// A list of mappings; absent means empty.
  mutating func list(_ key: String, into problems: inout [Diagnostic]) -> [YAMLFields] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      mismatch(key, node, "a list of `key: value` groups", into: &problems)
      return []
    }
    return sequence.compactMap { item in
      guard case .mapping(let mapping) = item else {
        mismatch(key, item, "a list of `key: value` groups", into: &problems)
        return nil
      }
      return YAMLFields(self, mapping: mapping, start: location(of: item))
    }
  }

  /// A nested mapping.
  mutating func group(_ key: String, into problems: inout [Diagnostic]) -> YAMLFields? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let mapping) = node else {
      mismatch(key, node, "a group of `key: value` lines", into: &problems)
      return nil
    }
    return YAMLFields(self, mapping: mapping, start: location(of: node))
  }

  /// Reports every key that no accessor has asked for, with the nearest known one.
  func finish(into problems: inout [Diagnostic]) {
    for (key, _) in mapping {
      guard let name = key.scalar?.string, !known.contains(name) else { continue }
      let nearest = Spelling.nearest(to: name, among: known.sorted())
      let remedy =
        nearest.map { "Did you mean `\($0)`?" }
        ?? "Known keys: \(known.sorted().joined(separator: ", "))."
      problems.append(.error(location(of: key), "unknown key `\(name)`", remedy))
    }
  }
}
