import ALVH
import MarketData
import Quant

/// Files beside the pages: stylesheet and other assets, feed, sitemap, decisions as JSON.
struct SiteExtras {
  let site: Site
  let plan: PagePlan
  let inputs: BuildInputs

  func files() throws -> [OutputFile] {
    var files = try assets()
    let configuration = site.content.configuration
    files.append(OutputFile(path: "feed.xml", bytes: try feed().bytes()))
    if let baseURL = configuration.baseURL {
      let pages = plan.items.map(\.path) + plan.calendarPages.map { PagePath($0) }
      files.append(
        OutputFile(path: "sitemap.xml", bytes: try Sitemap(baseURL: baseURL, pages: pages).bytes()))
    }
    return files
  }

  /// The site's own assets win over the product's.
  private func assets() throws -> [OutputFile] {
    let folder = "Templates/assets"
    var contents: [String: [UInt8]] = [:]
    for fileSystem in [inputs.product, inputs.site].compactMap({ $0 }) {
      for path in try fileSystem.files(under: folder) {
        contents[String(path.dropFirst("Templates/".count))] = try fileSystem.read(path)
      }
    }
    return contents.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: $0.value) }
  }

  private func feed() -> AtomFeed {
    let traits: Set<PageTrait> = [
      .page, .options, .simulatedResults, .modelledPrices, .examplePositions,
    ]
    let required = PageTrait.blocks(
      for: traits.filter { trait in
        switch trait {
        case .modelledPrices: site.hasModelledPrices
        case .examplePositions: site.content.book?.mode == .example
        default: true
        }
      })
    let texts = required.compactMap { site.disclaimerHTML[$0].map(Markup.plainText) }
    return AtomFeed(
      title: site.content.configuration.title, author: site.content.configuration.author,
      baseURL: site.content.configuration.baseURL,
      entries: site.decisions.suffix(AtomFeed.limit).reversed().map { decision in
        let sections = DailySections(site: site, decision: decision)
        return AtomFeed.Entry(
          path: sections.path, title: sections.headline, summary: sections.bottomLine,
          date: decision.date, disclaimers: texts)
      })
  }
}
