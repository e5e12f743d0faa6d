import MarketData

/// A file that is no page: drawing, stylesheet, script.
enum AssetCheck {
  struct Result: Sendable {
    var path: String
    /// Addresses that the file makes a browser fetch.
    var links: [PageFacts.Place] = []
    var findings = Findings()
  }

  /// Whether a file is held to rules here.
  static func isAsset(_ path: String) -> Bool {
    [".svg", ".css", ".js"].contains { path.hasSuffix($0) }
  }

  static func run(_ path: String, in site: SiteFolder) throws -> Result {
    var result = Result(path: path)
    if path.hasSuffix(".js") {
      guard !ScriptWeightRule.isOfTheSearch(path) else { return result }
      ScriptWeightRule.check(try site.read(path), file: path, &result.findings)
    } else if path.hasSuffix(".css") {
      let bytes = try site.read(path)
      ContrastRule.check(bytes, file: path, &result.findings)
      StylesheetRule.check(bytes, file: path, &result)
    } else {
      DrawingRule.check(try site.read(path), file: path, &result)
    }
    return result
  }
}
