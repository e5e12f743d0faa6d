import MarketData

/// Checks every name in the templates against the values of the pages rendered with them.
///
/// A name is known when at least one page provides it where it stands; a name that no page
/// provides is a mistake in the template. Tags inside a section that no page enters are not judged.
struct TemplateAudit: Sendable {
  private struct Place: Hashable, Sendable {
    var template: String
    var tag: TemplateTag
  }

  private let trees: [String: [TemplateNode]]
  private var resolved: Set<Place> = []
  private var open: [Place: Set<String>] = [:]
  private var settled: Set<String> = []
  private var records: [String: Int] = [:]

  /// Pages of one template that are looked at, so that sections which few pages enter are seen.
  private static let pagesToAsk = 256

  init(trees: [String: [TemplateNode]]) {
    self.trees = trees
  }

  /// Whether further pages of this template can still tell something.
  func needs(_ template: String) -> Bool { !settled.contains(template) }

  /// Walks the template with one page's values.
  ///
  /// A template is settled when `pagesToAsk` pages have left no name open. While one is open, every
  /// further page is asked, because a late page may be the first to provide it.
  mutating func record(_ context: [String: Any], template: String) {
    guard needs(template), let tree = trees[template] else { return }
    var visited: Set<String> = [template]
    walk(tree, template, [context], &visited)
    records[template, default: 0] += 1
    if open.isEmpty, records[template, default: 0] >= Self.pagesToAsk { settled.insert(template) }
  }

  private mutating func walk(
    _ nodes: [TemplateNode], _ template: String, _ stack: [Any], _ visited: inout Set<String>
  ) {
    for node in nodes {
      switch node {
      case .variable(let tag):
        _ = look(tag, template, stack)
      case .section(let tag, let inner):
        switch look(tag, template, stack) {
        case let list as [Any]:
          for element in list { walk(inner, template, stack + [element], &visited) }
        case let flag as Bool:
          if flag { walk(inner, template, stack, &visited) }
        case let value?:
          walk(inner, template, stack + [value], &visited)
        case nil: break
        }
      case .invertedSection(let tag, let inner):
        let value = look(tag, template, stack)
        if value == nil || (value as? Bool) == false || (value as? [Any])?.isEmpty == true {
          walk(inner, template, stack, &visited)
        }
      case .partial(let tag):
        enter(tag.name, stack, &visited)
      case .parent(let tag, let inner):
        walk(inner, template, stack, &visited)
        enter(tag.name, stack, &visited)
      case .block(_, let inner):
        walk(inner, template, stack, &visited)
      }
    }
  }

  private mutating func enter(_ name: String, _ stack: [Any], _ visited: inout Set<String>) {
    guard let tree = trees[name], visited.count < 64 else { return }
    let depth = visited
    visited.insert("\(name)#\(visited.count)")
    walk(tree, name, stack, &visited)
    visited = depth
  }

  private mutating func look(_ tag: TemplateTag, _ template: String, _ stack: [Any]) -> Any? {
    let place = Place(template: template, tag: tag)
    let (found, value) = resolve(tag.name, stack)
    if found {
      resolved.insert(place)
      open[place] = nil
    } else if !resolved.contains(place), !Self.isOptional(tag.name) {
      var names = open[place] ?? []
      for case let values as [String: Any] in stack { names.formUnion(values.keys) }
      open[place] = names
    }
    return value
  }

  private static func isOptional(_ name: String) -> Bool {
    let key = name.split(separator: ".").last.map(String.init) ?? name
    return TemplateVocabulary.optional.contains(key)
  }

  private func resolve(_ name: String, _ stack: [Any]) -> (found: Bool, value: Any?) {
    if name == "." { return (true, stack.last) }
    let parts = name.split(separator: ".").map(String.init)
    guard let head = parts.first else { return (true, nil) }
    for case let values as [String: Any] in stack.reversed() {
      guard var value = values[head] else { continue }
      for part in parts.dropFirst() {
        guard let inner = (value as? [String: Any])?[part] else { return (false, nil) }
        value = inner
      }
      return (true, value)
    }
    return (false, nil)
  }

  /// One error for each name that no page provided.
  func diagnostics(file: (String) -> String) -> [Diagnostic] {
    open.map { place, names in
      let known = names.union(TemplateVocabulary.optional).sorted()
      let nearest = Spelling.nearest(to: place.tag.name, among: known)
      return .error(
        SourceLocation(file: file(place.template), line: place.tag.line, column: place.tag.column),
        "the template names an unknown value `\(place.tag.name)`",
        nearest.map { "Did you mean `\($0)`?" } ?? "No page that uses the template provides it.")
    }
  }
}
