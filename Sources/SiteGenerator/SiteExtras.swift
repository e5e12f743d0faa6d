/// Files beside the pages: stylesheet and other assets, schemas of the records, feeds, sitemap.
struct SiteExtras {
  let site: Site
  let plan: PagePlan
  let inputs: BuildInputs

  func files() throws -> [OutputFile] {
    let feed = Feed(site: site)
    var files = site.assets.files.filter { site.hasSearch || $0.path != SearchPage.script }
    if site.hasWriteUps { files += try copies(of: "Templates/schemas", to: "api/schema") }
    files.append(OutputFile(path: "feed.xml", bytes: try AtomFeed(feed: feed).bytes()))
    files.append(OutputFile(path: "feed.json", bytes: try JSONFeed(feed: feed).bytes()))
    if let baseURL = site.content.configuration.baseURL {
      let sitemap = Sitemap(baseURL: baseURL, site: site, plan: plan)
      files.append(OutputFile(path: "sitemap.xml", bytes: try sitemap.bytes()))
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
}
