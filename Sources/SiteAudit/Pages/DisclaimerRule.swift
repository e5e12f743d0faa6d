import MarketData

/// A page shows every disclaimer that it lists, and one version has the same words everywhere.
enum DisclaimerRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let facts = DisclaimerFacts(page)
    for name in facts.required ?? [] {
      let blocks = facts.shown.filter { $0.name == name }
      guard let block = blocks.first else {
        findings.add(
          .disclaimerMissing, at: facts.location ?? page.start,
          "the page lists the disclaimer \(name) and does not show it",
          "Print the blocks of `disclaimers` in the layout, and build the site again.")
        continue
      }
      if block.words.isEmpty {
        findings.add(
          .disclaimerMissing, at: block.location, "the disclaimer \(name) has no words",
          "Print the text of the block, and build the site again.")
      }
    }
  }

  /// What can be said only of all pages together.
  static func check(_ pages: [PageFacts], _ findings: inout Findings) {
    lists(pages, &findings)
    var words: [String: (words: String, page: String)] = [:]
    for page in pages {
      for block in page.disclaimers.catalogue { words[block.name] = (block.words, page.path) }
    }
    for page in pages {
      for block in page.disclaimers.shown where !block.words.isEmpty {
        guard let known = words[block.name] else {
          words[block.name] = (block.words, page.path)
          continue
        }
        guard known.words != block.words else { continue }
        findings.add(
          .disclaimerWording, at: block.location,
          "the disclaimer \(block.name) has other words than in \(known.page)",
          "Give a changed wording a new version, and build the site again.")
      }
    }
  }

  /// Pages without a list in a site that has disclaimers.
  private static func lists(_ pages: [PageFacts], _ findings: inout Findings) {
    let isUsed = pages.contains {
      $0.disclaimers.required != nil || !$0.disclaimers.shown.isEmpty
    }
    guard isUsed else { return }
    for page in pages where page.disclaimers.required == nil {
      guard let location = page.disclaimers.location else { continue }
      findings.add(
        .disclaimerList, at: location, "the page does not list the disclaimers that it has to show",
        "Give its <body> the attribute data-disclaimers, as the product’s layout does.")
    }
  }
}
