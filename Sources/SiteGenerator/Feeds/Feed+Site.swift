import ALVH
import Quant

extension Feed {
  /// The feed of a site's write-ups.
  ///
  /// Complexity: O(n log n) in the number of write-ups; only the entries shown are composed.
  init(site: Site) {
    let configuration = site.content.configuration
    title = configuration.title
    author = configuration.author
    summary = configuration.summary
    language = configuration.language
    baseURL = configuration.baseURL
    entries = site.decisions.map { (decision: $0, updated: site.modified($0.date)) }
      .sorted { ($0.updated, $0.decision.date) > ($1.updated, $1.decision.date) }
      .prefix(Self.limit).map { FeedEntry(DailySections(site: site, decision: $0.decision)) }
  }
}

extension FeedEntry {
  init(_ sections: DailySections) {
    let site = sections.site
    self.init(
      path: sections.path, title: sections.headline, bottomLine: sections.bottomLine,
      date: sections.decision.date, corrections: sections.corrections,
      disclaimers: PageTrait.blocks(for: sections.traits).compactMap { id in
        guard let block = site.content.disclaimers[id], let html = site.disclaimerHTML[id] else {
          return nil
        }
        return Disclaimer(title: block.title, html: html)
      })
  }
}
