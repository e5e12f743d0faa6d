import MarketData

/// A page says its language, which a screen reader needs to speak it.
enum LanguageRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    guard let root = page.tags.first, root["lang"]?.isEmpty != false else { return }
    findings.add(
      .missingLanguage, at: root.location, "the page does not say its language",
      "Give <html> a `lang` attribute, such as lang=\"en\".")
  }
}
