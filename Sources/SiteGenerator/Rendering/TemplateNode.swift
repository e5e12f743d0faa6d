/// The nesting of a template's tags, built to check names against what pages provide.
indirect enum TemplateNode: Sendable {
  case variable(TemplateTag)
  case section(TemplateTag, [TemplateNode])
  case invertedSection(TemplateTag, [TemplateNode])
  case partial(TemplateTag)
  case parent(TemplateTag, [TemplateNode])
  case block(TemplateTag, [TemplateNode])

  /// Builds the tree; unbalanced tags have been reported by the template parser before.
  static func tree(_ tags: [TemplateTag]) -> [TemplateNode] {
    var position = 0
    return nodes(tags, &position)
  }

  private static func nodes(_ tags: [TemplateTag], _ position: inout Int) -> [TemplateNode] {
    var result: [TemplateNode] = []
    while position < tags.count {
      let tag = tags[position]
      position += 1
      switch tag.kind {
      case .close: return result
      case .variable: result.append(.variable(tag))
      case .partial: result.append(.partial(tag))
      case .section: result.append(.section(tag, nodes(tags, &position)))
      case .invertedSection: result.append(.invertedSection(tag, nodes(tags, &position)))
      case .parent: result.append(.parent(tag, nodes(tags, &position)))
      case .block: result.append(.block(tag, nodes(tags, &position)))
      }
    }
    return result
  }
}
