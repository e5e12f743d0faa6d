import MarketData

/// One page by itself: read once, then held to each rule.
enum PageCheck {
  private static let rules: [any PageRule.Type] = [
    LanguageRule.self, TitleRule.self, HeadingRule.self, IdRule.self, ReferenceRule.self,
    ImageRule.self, TableRule.self, PolicyRule.self, InlineCodeRule.self, RequestRule.self,
    PlaceholderRule.self, DisclaimerRule.self, FigureRule.self, FigureLabelRule.self,
    FigureWeightRule.self, PageWeightRule.self,
  ]

  struct Result: Sendable {
    var facts: PageFacts
    var findings: Findings
  }

  static func run(_ path: String, in site: SiteFolder) throws -> Result {
    let bytes = try site.read(path)
    var findings = Findings()
    var problems: [Diagnostic] = []
    let outline = XMLScanner.outline(
      of: withoutDoctype(bytes), textOf: FigureRule.texts, file: path, into: &problems)
    findings.add(.wellFormed, problems)
    // After its first fault nothing of a page can be understood for certain.
    guard let outline else { return Result(facts: PageFacts(path: path), findings: findings) }
    let page = PageDocument(path: path, bytes: bytes, outline: outline)
    for rule in rules { rule.check(page, &findings) }
    try FigureDataRule.check(page, site, &findings)
    return Result(facts: PageFacts(page), findings: findings)
  }

  /// The bytes with the HTML doctype blanked: the XML scanner refuses any document type.
  private static func withoutDoctype(_ bytes: [UInt8]) -> [UInt8] {
    let doctype = Array("<!doctype html>".utf8)
    guard bytes.count > doctype.count,
      zip(bytes, doctype).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return bytes }
    return Array(repeating: 0x20, count: doctype.count) + bytes[doctype.count...]
  }
}
