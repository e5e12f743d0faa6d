import MarketData
import TextDistance

/// Checks every name in the templates against the values of the pages rendered with them.
///
/// A name is known when at least one page provides it where it stands; a name that no page
/// provides is a mistake in the template. Tags inside a section that no page enters are not judged.
struct TemplateAudit: Sendable {
  /// A tag that no page has provided so far, and the names that were there instead.
  private struct Open: Sendable {
    var template: String
    var tag: TemplateTag
    var names: Set<String>
  }

  private let trees: [String: [TemplateNode]]
  private let numbers: [String: Int]
  private let trusted: Set<String>
  private var resolved: Set<Int> = []
  private var open: [Int: Open] = [:]
  private var settled: Set<String> = []
  private var records: [String: Int] = [:]

  /// Pages of one template that are looked at, so that sections which few pages enter are seen.
  private static let pagesToAsk = 256
  /// Includes within includes that are followed.
  private static let deepestInclude = 64

  /// Takes the parsed templates; `trusted` ones are the product's own, which the example site audits.
  ///
  /// A site may hold so little that no page provides a name the product's templates know.
  init(trees: [String: [TemplateNode]], trusted: Set<String> = []) {
    self.trees = trees
    self.trusted = trusted
    numbers = Dictionary(uniqueKeysWithValues: zip(trees.keys.sorted(), 1...))
  }

  /// Whether further pages of this template can still tell something.
  func needs(_ template: String) -> Bool { !settled.contains(template) }

  /// Walks the template with one page's values.
  ///
  /// A template is settled when `pagesToAsk` pages have left no name open. While one is open, every
  /// further page is asked, because a late page may be the first to provide it.
  mutating func record(_ context: [String: Any], template: String) {
    guard needs(template) else { return }
    enter(template, [context], depth: 0)
    records[template, default: 0] += 1
    if open.isEmpty, records[template, default: 0] >= Self.pagesToAsk { settled.insert(template) }
  }

  private mutating func enter(_ name: String, _ stack: [Any], depth: Int) {
    guard let tree = trees[name], let number = numbers[name], depth < Self.deepestInclude else {
      return
    }
    walk(tree, name, number, stack, depth)
  }

  private mutating func walk(
    _ nodes: [TemplateNode], _ template: String, _ number: Int, _ stack: [Any], _ depth: Int
  ) {
    for node in nodes {
      switch node {
      case .variable(let tag):
        _ = look(tag, template, number, stack)
      case .section(let tag, let inner):
        switch look(tag, template, number, stack) {
        case let list as [Any]:
          for element in list { walk(inner, template, number, stack + [element], depth) }
        case let flag as Bool:
          if flag { walk(inner, template, number, stack, depth) }
        case let value?:
          walk(inner, template, number, stack + [value], depth)
        case nil: break
        }
      case .invertedSection(let tag, let inner):
        let value = look(tag, template, number, stack)
        if value == nil || (value as? Bool) == false || (value as? [Any])?.isEmpty == true {
          walk(inner, template, number, stack, depth)
        }
      case .partial(let tag):
        enter(tag.name, stack, depth: depth + 1)
      case .parent(let tag, let inner):
        walk(inner, template, number, stack, depth)
        enter(tag.name, stack, depth: depth + 1)
      case .block(_, let inner):
        walk(inner, template, number, stack, depth)
      }
    }
  }

  private mutating func look(
    _ tag: TemplateTag, _ template: String, _ number: Int, _ stack: [Any]
  ) -> Any? {
    // A number for the place: hashing the texts would cost more than the look-up itself.
    let place = (number << 40) | (tag.line << 20) | tag.column
    let (found, value) = resolve(tag.name, stack)
    if found {
      if resolved.insert(place).inserted { open[place] = nil }
    } else if !resolved.contains(place), !trusted.contains(template), !Self.isOptional(tag.name) {
      var entry = open[place] ?? Open(template: template, tag: tag, names: [])
      for case let values as [String: Any] in stack { entry.names.formUnion(values.keys) }
      open[place] = entry
    }
    return value
  }

  private static func isOptional(_ name: String) -> Bool {
    let key = name.split(separator: ".").last.map(String.init) ?? name
    return TemplateVocabulary.optional.contains(key)
  }

  private func resolve(_ name: String, _ stack: [Any]) -> (found: Bool, value: Any?) {
    if name == "." { return (true, stack.last) }
    let plain = name.utf8.first == 0x2E ? String(name.dropFirst()) : name
    guard plain.utf8.contains(0x2E) else { return find(plain, stack) }
    let parts = plain.split(separator: ".").map(String.init)
    guard let head = parts.first else { return (true, nil) }
    var (found, value) = find(head, stack)
    for part in parts.dropFirst() where found {
      value = (value as? [String: Any])?[part]
      found = value != nil
    }
    return (found, value)
  }

  private func find(_ name: String, _ stack: [Any]) -> (found: Bool, value: Any?) {
    for case let values as [String: Any] in stack.reversed() {
      if let value = values[name] { return (true, value) }
    }
    return (false, nil)
  }

  /// One error for each name that no page provided.
  func diagnostics(file: (String) -> String) -> [Diagnostic] {
    open.values.map { entry in
      let known = entry.names.union(TemplateVocabulary.optional).sorted()
      let nearest = Spelling.nearest(to: entry.tag.name, among: known)
      return .error(
        SourceLocation(
          file: file(entry.template), line: entry.tag.line, column: entry.tag.column),
        "the template names an unknown value `\(entry.tag.name)`",
        nearest.map { "Did you mean `\($0)`?" } ?? "No page that uses the template provides it.")
    }
  }
}
