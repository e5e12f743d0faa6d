import ALVH
import MarketData
import Quant

/// The sitemap (sitemaps.org 0.9), written through libxml2; needs the address the site is published at.
struct Sitemap {
  /// A page, and the day of its last change where that is known.
  struct Entry {
    var path: PagePath
    var modified: CalendarDate?
  }

  let baseURL: String
  let entries: [Entry]

  func bytes() throws -> [UInt8] {
    let writer = try XMLWriter(isIndented: true)
    try writer.start("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"])
    for entry in entries.sorted(by: { $0.path < $1.path }) {
      try writer.start("url")
      try writer.element("loc", baseURL + entry.path.text)
      if let modified = entry.modified { try writer.element("lastmod", modified.description) }
      try writer.end()
    }
    try writer.end()
    return try writer.finish()
  }
}

extension Sitemap {
  /// Every page of a site.
  ///
  /// A write-up changes with its corrections, the home page and the indexes of
  /// write-ups with their last session; of other pages no date is known.
  init(baseURL: String, site: Site, plan: PagePlan) {
    var modified: [PagePath: CalendarDate] = [:]
    for decision in site.decisions {
      let date = decision.date
      modified[Site.path(of: date)] = site.modified(date)
      for index in [
        PagePath.home, PagePath("daily/"), Site.path(year: date.year),
        Site.path(year: date.year, month: date.month),
      ] {
        modified[index] = date
      }
      // The archive tells of corrections too.
      for index in [ArchivePages.path, ArchivePages.path(year: date.year)] {
        modified[index] = max(modified[index] ?? date, site.modified(date))
      }
    }
    modified[CorrectionsPage.path] = site.decisions.flatMap { site.corrections(of: $0.date) }
      .map(\.date).max()
    let paths = plan.items.map(\.path) + plan.calendarPages.map { PagePath($0) }
    self.init(
      baseURL: baseURL, entries: paths.map { Entry(path: $0, modified: modified[$0]) })
  }
}
