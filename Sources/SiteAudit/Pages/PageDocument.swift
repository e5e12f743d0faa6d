import MarketData

/// A page that was read, in the shape in which the rules look at it.
struct PageDocument {
  let path: String
  let bytes: [UInt8]
  let outline: XMLOutline
  /// Indices of the tags by their names.
  private let byName: [String: [Int]]

  init(path: String, bytes: [UInt8], outline: XMLOutline) {
    self.path = path
    self.bytes = bytes
    self.outline = outline
    var byName: [String: [Int]] = [:]
    for (index, tag) in outline.tags.enumerated() { byName[tag.name, default: []].append(index) }
    self.byName = byName
  }

  var tags: [XMLStartTag] { outline.tags }

  /// Indices of the elements of a name, in document order.
  func indices(named name: String) -> [Int] { byName[name] ?? [] }

  /// The elements of a name, in document order.
  func tags(named name: String) -> [XMLStartTag] { indices(named: name).map { tags[$0] } }

  /// The place of the page as a whole.
  var start: SourceLocation { SourceLocation(file: path, line: 1, column: 1) }

  /// Whether the class attribute of a tag holds a word.
  static func hasClass(_ tag: XMLStartTag, _ name: String) -> Bool {
    tag["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }
}

/// A rule that looks at one page by itself.
protocol PageRule: SendableMetatype {
  static func check(_ page: PageDocument, _ findings: inout Findings)
}
