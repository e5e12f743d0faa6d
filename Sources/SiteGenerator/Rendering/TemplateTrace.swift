import Synchronization

/// Writes down which names one page's values hold, as far as templates can tell.
///
/// Which names a template finds depends on the names of a group of values, of the groups around it,
/// on flags, and on lists being empty: not on texts, nor on how often a list repeats a group.
final class TemplateTrace: Sendable {
  /// What was written down.
  struct Evidence: Sendable {
    /// A number for each group of values with those around it; equal within one run of the program.
    var groups: Set<Int> = []
    /// Whether values were used that are neither text, flag, list nor group.
    var isIncomplete = false
  }

  private let noted = Mutex(Evidence())

  /// All that was written down so far.
  var evidence: Evidence { noted.withLock { $0 } }

  /// Notes the values that a template is rendered with.
  func note(_ values: TemplateContext, template: String) {
    var found = Evidence()
    Self.visit(values, within: template.hashValue, into: &found)
    let evidence = found
    noted.withLock { noted in
      noted.groups.formUnion(evidence.groups)
      noted.isIncomplete = noted.isIncomplete || evidence.isIncomplete
    }
  }

  /// Notes the use of a part that all pages share.
  func note(part name: String) {
    noted.withLock { evidence in _ = evidence.groups.insert(name.hashValue) }
  }

  private static func visit(
    _ group: TemplateContext, within outer: Int, into evidence: inout Evidence
  ) {
    var names = 0
    for (name, value) in group {
      guard let kind = kind(of: value) else {
        evidence.isIncomplete = true
        continue
      }
      // A sum, because a dictionary has no order.
      names &+= number(name.hashValue, kind)
    }
    let own = number(outer, names)
    evidence.groups.insert(own)
    for (name, value) in group {
      if let inner = value as? TemplateContext {
        visit(inner, within: number(own, name.hashValue), into: &evidence)
      } else if let list = value as? [TemplateContext] {
        for inner in list { visit(inner, within: number(own, name.hashValue), into: &evidence) }
      }
    }
  }

  /// What a template can tell of a value without reading its text.
  private static func kind(of value: Any) -> Int? {
    switch value {
    case is String: 0
    case let flag as Bool: flag ? 1 : 2
    case is TemplateContext: 3
    case let list as [TemplateContext]: list.isEmpty ? 4 : 5
    case let list as [String]: list.isEmpty ? 4 : 6
    default: nil
    }
  }

  private static func number(_ first: Int, _ second: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(first)
    hasher.combine(second)
    return hasher.finalize()
  }
}
