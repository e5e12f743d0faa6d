import MarketData

/// Finds templates that include themselves, directly or through others: rendering would never end.
enum IncludeCycles {
  static func find(_ trees: [String: [TemplateNode]], files: [String: String]) -> [Diagnostic] {
    trees.keys.sorted().compactMap { name in
      for tag in includes(trees[name] ?? []) where reaches(name, from: tag.name, trees) {
        return .error(
          SourceLocation(file: files[name] ?? name, line: tag.line, column: tag.column),
          "the template includes itself" + (tag.name == name ? "" : " through `\(tag.name)`"),
          "Take the include out of one of the templates.")
      }
      return nil
    }
  }

  private static func includes(_ nodes: [TemplateNode]) -> [TemplateTag] {
    nodes.flatMap { node -> [TemplateTag] in
      switch node {
      case .variable: []
      case .partial(let tag): [tag]
      case .parent(let tag, let inner): [tag] + includes(inner)
      case .section(_, let inner), .invertedSection(_, let inner), .block(_, let inner):
        includes(inner)
      }
    }
  }

  private static func reaches(
    _ target: String, from start: String, _ trees: [String: [TemplateNode]]
  ) -> Bool {
    var seen: Set<String> = []
    var waiting = [start]
    while let name = waiting.popLast() {
      if name == target { return true }
      guard seen.insert(name).inserted else { continue }
      waiting += includes(trees[name] ?? []).map(\.name)
    }
    return false
  }
}
