import MarketData

/// A page carries a Content-Security-Policy that allows nothing but files of the site.
enum PolicyRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let policies = page.tags(named: "meta").filter {
      $0["http-equiv"]?.lowercased() == "content-security-policy"
    }
    guard let policy = policies.first else {
      return findings.add(
        .missingPolicy, at: page.start, "the page has no Content-Security-Policy",
        "Add the <meta http-equiv> element to the layout.")
    }
    let directives = directives(of: policy["content"] ?? "")
    if !directives.contains(where: { $0.name == "default-src" }) {
      findings.add(
        .loosePolicy, at: policy.location, "the policy has no default-src",
        "Begin it with default-src 'none'.")
    }
    for directive in directives {
      for source in directive.sources where !isStrict(source, directive.name) {
        findings.add(
          .loosePolicy, at: policy.location,
          "the policy allows `\(source)` in \(directive.name)",
          "Allow 'self' at most; everything a page needs is shipped with the site.")
      }
    }
  }

  private static func directives(
    of text: String
  ) -> [(name: String, sources: ArraySlice<String>)] {
    text.split(separator: ";").compactMap { part in
      let words = part.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      guard let name = words.first else { return nil }
      return (name, words.dropFirst())
    }
  }

  /// Directives whose values are no sources.
  private static let flags: Set<String> = [
    "sandbox", "upgrade-insecure-requests", "block-all-mixed-content", "require-trusted-types-for",
    "trusted-types", "report-to",
  ]

  private static func isStrict(_ source: String, _ directive: String) -> Bool {
    if flags.contains(directive) || source == "'none'" || source == "'self'" { return true }
    if source == "data:" {
      return ["img-src", "font-src", "media-src"].contains(directive)
    }
    return ["'sha256-", "'sha384-", "'sha512-"].contains { source.hasPrefix($0) }
  }
}
