import MarketData
import TestSupport

@testable import SiteGenerator

/// Every value that pages give to their templates, told from the pages of a site and from the
/// templates' own tags.
struct TemplateInventory {
  /// One value of a template: its name with those of the groups it stands in, and what it holds.
  struct Value: Hashable, Comparable {
    var path: String
    var type: String

    static func < (lhs: Value, rhs: Value) -> Bool { (lhs.path, lhs.type) < (rhs.path, rhs.type) }
  }

  /// Groups that occur on many pages, by name with the names they may hold; the first ones always.
  static let shapes: [(name: String, required: Set<String>, allowed: Set<String>)] = [
    ("link", ["label", "href"], ["current", "title"]),
    ("number", ["text"], ["fraction", "modelled", "class", "contentHTML"]),
    (
      "figure", ["id", "number", "finding", "subtitle", "plotSVG", "data"],
      ["noteHTML", "asideHTML", "foldLabel"]
    ),
    (
      "table", ["id", "caption", "columns", "rows"], ["noteHTML", "class", "footRow", "numeric"]
    ),
  ]

  /// Values that pages gave, by template; `base` for those of every page.
  private(set) var given: [String: [String: Set<String>]] = [:]
  private let trees: [String: [TemplateNode]]

  init(templates: any FileSystem) throws {
    var trees: [String: [TemplateNode]] = [:]
    for path in try templates.files(under: "Templates") where path.hasSuffix(".mustache") {
      let name = String(path.dropFirst("Templates/".count).dropLast(".mustache".count))
      let text = String(decoding: try templates.read(path), as: UTF8.self)
      trees[name] = TemplateNode.tree(TemplateTag.scan(text))
    }
    self.trees = trees
  }

  var templates: [String] { trees.keys.sorted() }

  /// The partials and the templates that include each, both in order.
  var partials: [(name: String, users: [String])] {
    var users: [String: Set<String>] = [:]
    for (name, tree) in trees { includes(of: tree) { users[$0, default: []].insert(name) } }
    return trees.keys.filter { $0.hasPrefix("partials/") }.sorted().map {
      ($0, (users[$0] ?? []).sorted())
    }
  }

  private func includes(of nodes: [TemplateNode], _ found: (String) -> Void) {
    for node in nodes {
      switch node {
      case .variable: break
      case .partial(let tag): found(tag.name)
      case .section(_, let inner), .invertedSection(_, let inner), .parent(_, let inner),
        .block(_, let inner):
        includes(of: inner, found)
      }
    }
  }

  /// Takes the values of one page; those beside the page's own are the frame's.
  mutating func record(_ context: TemplateContext, own: TemplateContext, template: String) {
    for (name, value) in context {
      let owner = own[name] == nil ? "base" : template
      record(value, at: name, in: owner)
    }
  }

  private mutating func record(_ value: Any, at path: String, in template: String) {
    var type: String
    switch value {
    case is Bool: type = "flag"
    case is String:
      let name = path.split(separator: ".").last ?? ""
      type = name.hasSuffix("HTML") ? "markup" : name.hasSuffix("SVG") ? "drawing" : "text"
    case let group as TemplateContext:
      type = "group"
      if let shape = Self.shape(of: group) {
        type = shape
      } else {
        for (name, inner) in group { record(inner, at: "\(path).\(name)", in: template) }
      }
    case let list as [TemplateContext]:
      let shapes = Set(list.map { Self.shape(of: $0) ?? "group" })
      type = shapes.count == 1 ? "list of \(shapes.first ?? "group")s" : "list of groups"
      guard type == "list of groups" else { break }
      for group in list {
        for (name, inner) in group { record(inner, at: "\(path).\(name)", in: template) }
      }
    case is [String]: type = path.hasSuffix("HTML") ? "list of markup" : "list of texts"
    default: type = "unknown"
    }
    given[template, default: [:]][path, default: []].insert(type)
  }

  private static func shape(of group: TemplateContext) -> String? {
    let names = Set(group.keys)
    return shapes.first {
      $0.required.isSubset(of: names) && names.isSubset(of: $0.required.union($0.allowed))
    }?.name
  }

  /// The values of a template in order; those that no page gave it are there sometimes.
  func values(of template: String) -> [Value] {
    var values = (given[template] ?? [:]).map { path, types in
      Value(path: path, type: types.sorted().joined(separator: " or "))
    }
    let known = Set(values.map(\.path))
    values += open(template).subtracting(known).map { path in
      let type = typeElsewhere(path)
      return Value(path: path, type: type.map { "\($0), sometimes" } ?? "sometimes")
    }
    return values.sorted()
  }

  /// What values of the same name hold on other pages; `nil` when none is there or they differ.
  private func typeElsewhere(_ path: String) -> String? {
    let name = path.split(separator: ".").last
    let types = Set(
      given.values.flatMap { values in
        values.filter { $0.key.split(separator: ".").last == name }.flatMap(\.value)
      })
    return types.count == 1 ? types.first : nil
  }

  /// Names that a template's tags hold and no page gave.
  private func open(_ template: String) -> Set<String> {
    var found: Set<String> = []
    walk(trees[template] ?? [], template, [], &found)
    return found
  }

  private func walk(
    _ nodes: [TemplateNode], _ page: String, _ groups: [String], _ found: inout Set<String>
  ) {
    for node in nodes {
      switch node {
      case .variable(let tag): _ = place(tag, page, groups, &found)
      case .section(let tag, let inner):
        switch place(tag, page, groups, &found) {
        case .element: walk(inner, page, groups, &found)
        case .path(let path):
          guard let types = types(of: path, page) else {
            walk(inner, page, groups + [path], &found)
            continue
          }
          // What shapes hold is told once; texts and flags hold nothing.
          if types.contains(where: { type in Self.shapes.contains { type.contains($0.name) } }) {
            continue
          }
          let isGroup = types.contains { $0.contains("group") }
          walk(inner, page, isGroup ? groups + [path] : groups, &found)
        }
      case .invertedSection(let tag, let inner):
        _ = place(tag, page, groups, &found)
        walk(inner, page, groups, &found)
      case .partial(let tag): walk(trees[tag.name] ?? [], page, groups, &found)
      case .parent(_, let inner), .block(_, let inner): walk(inner, page, groups, &found)
      }
    }
  }

  private func types(of path: String, _ page: String) -> Set<String>? {
    given[page]?[path] ?? given["base"]?[path] ?? typeElsewhere(path).map { [$0] }
  }

  /// Where a tag's value stands.
  private enum Place {
    /// The list's own element.
    case element
    case path(String)
  }

  /// Where a name is found, from the innermost group outwards.
  ///
  /// One that is found nowhere counts as a name of the innermost group when it begins with a dot, else of
  /// the page.
  private func place(
    _ tag: TemplateTag, _ page: String, _ groups: [String], _ found: inout Set<String>
  ) -> Place {
    guard tag.name != "." else { return .element }
    let isInner = tag.name.hasPrefix(".")
    let name = isInner ? String(tag.name.dropFirst()) : tag.name
    for scope in isInner ? Array(groups.suffix(1)) : groups.reversed() + [""] {
      let path = scope.isEmpty ? name : "\(scope).\(name)"
      if given[page]?[path] != nil || given["base"]?[path] != nil { return .path(path) }
    }
    let path = isInner ? groups.last.map { "\($0).\(name)" } ?? name : name
    found.insert(path)
    return .path(path)
  }
}
