/// Files beside the pages: stylesheet and other assets, feeds, sitemap.
struct SiteExtras {
  let site: Site
  let plan: PagePlan

  func files() throws -> [OutputFile] {
    let feed = Feed(site: site)
    var files = site.assets.files
    files.append(OutputFile(path: "feed.xml", bytes: try AtomFeed(feed: feed).bytes()))
    files.append(OutputFile(path: "feed.json", bytes: try JSONFeed(feed: feed).bytes()))
    if let baseURL = site.content.configuration.baseURL {
      let sitemap = Sitemap(baseURL: baseURL, site: site, plan: plan)
      files.append(OutputFile(path: "sitemap.xml", bytes: try sitemap.bytes()))
    }
    return files
  }
}
