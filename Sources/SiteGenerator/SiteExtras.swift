import ALVH
import MarketData
import Quant

/// Files beside the pages: stylesheet and other assets, schema of the records, feed, sitemap.
struct SiteExtras {
  let site: Site
  let plan: PagePlan
  let inputs: BuildInputs

  func files() throws -> [OutputFile] {
    var files = try copies(of: "Templates/assets", to: "assets")
    if site.hasWriteUps { files += try copies(of: "Templates/schemas", to: "api/schema") }
    let configuration = site.content.configuration
    files.append(OutputFile(path: "feed.xml", bytes: try feed().bytes()))
    if let baseURL = configuration.baseURL {
      let pages = plan.items.map(\.path) + plan.calendarPages.map { PagePath($0) }
      files.append(
        OutputFile(path: "sitemap.xml", bytes: try Sitemap(baseURL: baseURL, pages: pages).bytes()))
    }
    return files
  }

  /// The files of a folder of templates as they are; the site's own win over the product's.
  private func copies(of folder: String, to destination: String) throws -> [OutputFile] {
    var contents: [String: [UInt8]] = [:]
    for fileSystem in [inputs.product, inputs.site].compactMap({ $0 }) {
      for path in try fileSystem.files(under: folder) {
        contents[destination + path.dropFirst(folder.count)] = try fileSystem.read(path)
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
