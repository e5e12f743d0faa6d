import MarketData

/// The sitemap (sitemaps.org 0.9), written through libxml2; needs the address the site is published at.
struct Sitemap {
  let baseURL: String
  let pages: [PagePath]

  func bytes() throws -> [UInt8] {
    let writer = try XMLWriter(isIndented: true)
    try writer.start("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"])
    for page in pages.sorted() {
      try writer.start("url")
      try writer.element("loc", baseURL + page.text)
      try writer.end()
    }
    try writer.end()
    return try writer.finish()
  }
}
