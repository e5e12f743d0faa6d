/// The texts of a page's values in a fixed order, and everything else about the values as a key.
///
/// Two sets of values with equal keys have the same names, groups, lists, list lengths and flags;
/// they differ in their texts only.
struct TemplateShape {
  private(set) var key: [UInt8] = []
  private(set) var texts: [String] = []
  /// Whether the values hold only texts, flags, lists and groups; the key says nothing otherwise.
  private(set) var isPlain = true

  init(_ context: TemplateContext, template: String) {
    append(name: template)
    read(context)
  }

  private mutating func append(name: String) {
    key += name.utf8
    key.append(0)
  }

  private mutating func read(_ group: TemplateContext) {
    key.append(UInt8(ascii: "{"))
    for (name, value) in Self.sorted(group) {
      append(name: name)
      read(value)
    }
    key.append(UInt8(ascii: "}"))
  }

  private mutating func read(_ value: Any) {
    switch value {
    case let text as String:
      texts.append(text)
      key.append(UInt8(ascii: "t"))
    case let flag as Bool:
      key.append(UInt8(ascii: flag ? "1" : "0"))
    case let group as TemplateContext:
      read(group)
    case let list as [TemplateContext]:
      key.append(UInt8(ascii: "["))
      for group in list { read(group) }
      key.append(UInt8(ascii: "]"))
    case let list as [String]:
      key.append(UInt8(ascii: "("))
      for text in list { read(text) }
      key.append(UInt8(ascii: ")"))
    default:
      isPlain = false
    }
  }

  /// The values with numbered marks in place of the texts, numbered as in `texts`.
  static func marked(_ context: TemplateContext) -> TemplateContext {
    var next = 0
    return marked(context, &next)
  }

  private static func marked(_ group: TemplateContext, _ next: inout Int) -> TemplateContext {
    var result = group
    for (name, value) in sorted(group) { result[name] = marked(value, &next) }
    return result
  }

  private static func marked(_ value: Any, _ next: inout Int) -> Any {
    switch value {
    case is String:
      next += 1
      return TemplateMould.mark(next - 1)
    case is Bool:
      return value
    case let group as TemplateContext:
      return marked(group, &next)
    case let list as [TemplateContext]:
      return list.map { marked($0, &next) as TemplateContext }
    case let list as [String]:
      return list.map { _ in
        next += 1
        return TemplateMould.mark(next - 1)
      }
    default:
      return value
    }
  }

  private static func sorted(_ group: TemplateContext) -> [(key: String, value: Any)] {
    group.sorted { $0.key < $1.key }
  }
}
