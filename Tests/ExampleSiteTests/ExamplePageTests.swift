import ALVH
import Foundation
import MarketData
import Quant
import SiteAudit
import Testing

@testable import SiteGenerator

@Suite("The example's pages", .serialized)
struct ExamplePageTests {
  private func pages() -> [(date: CalendarDate, html: String)] {
    Example.decisions.compactMap { decision in
      Example.page(Site.path(of: decision.date).file).map { (decision.date, $0) }
    }
  }

  @Test("every session has a page with all fifteen sections and five charts")
  func sections() {
    let pages = pages()
    #expect(pages.count == 189)
    for (date, html) in pages {
      for (anchor, _) in DailyPage.anchors {
        #expect(html.contains("id=\"\(anchor)\""), "\(date) lacks \(anchor)")
      }
      #expect(html.contains("class=\"strip\""), "\(date) lacks the strip")
      #expect(html.contains("id=\"bottom-line\""), "\(date) lacks the bottom line")
    }
    for (date, html) in pages {
      let figures = ["curve", "price", "momentum", "layers", "payoff"].filter {
        html.contains("id=\"figure-\($0)\"")
      }
      #expect(figures.count == 5, "\(date) shows \(figures)")
    }
  }

  @Test("the divergence of December is on the page of 4 December and on none before")
  func divergencePages() {
    let words = "20 Nov to 1 Dec"
    for (date, html) in pages() where date.description < "2015-12-04" {
      #expect(!html.contains(words), "\(date)")
    }
    let page = Example.page("daily/2015/12/04/index.html") ?? ""
    #expect(page.contains(words) && page.contains("known 4 Dec"))
  }

  @Test("the page of 20 July 2015 says that the earlier divergence has ended, and why")
  func invalidationPage() {
    let page = Example.page("daily/2015/07/20/index.html") ?? ""
    #expect(page.contains("8 May to 21 May ended today: volume has confirmed the high after all"))
  }

  @Test("a chart never draws a session after its own")
  func chartsEndToday() {
    for (date, html) in pages() where date < Example.range.upperBound {
      let next = ExchangeCalendar.nyse.next(after: date)
      #expect(!html.contains("<th scope=\"row\">\(next)</th>"), "\(date) shows \(next)")
    }
  }

  @Test("every write-up is labelled as modelled and as an example, with its disclaimers")
  func labels() {
    for (date, html) in pages() {
      #expect(html.contains("option and future prices modelled"), "\(date)")
      for id in [
        "education", "non-affiliation", "example-positions", "modelled-prices", "hypothetical",
        "options",
      ] {
        #expect(html.contains("data-disclaimer=\"\(id)\""), "\(date) lacks \(id)")
      }
    }
  }

  @Test("bottom lines have at most sixty words")
  func bottomLines() {
    for decision in Example.site.decisions {
      let site = decision.date
      guard let html = Example.page(Site.path(of: site).file),
        let start = html.range(of: "<meta name=\"description\" content=\"")
      else {
        Issue.record("\(site) has no description")
        continue
      }
      let text = html[start.upperBound...].prefix { $0 != "\"" }
      #expect(text.split(whereSeparator: \.isWhitespace).count <= 60, "\(site): \(text)")
    }
  }

  @Test("no page weighs more than 100 KB")
  func weight() {
    // The gallery shows every figure of the product with all its numbers.
    let gallery = "about/figures/index.html"
    for file in Example.site.files where file.path.hasSuffix(".html") && file.path != gallery {
      #expect(file.bytes.count <= 100 * 1024, "\(file.path): \(file.bytes.count) bytes")
    }
  }

  @Test("the built site has no broken link, anchor, id or policy")
  func siteCheck() throws {
    var files = InMemoryFileSystem([:])
    for file in Example.site.files { files.contents[file.path] = file.bytes }
    let (pages, problems) = try SiteCheck(
      paths: try files.files(under: ""), read: { [files] in try files.read($0) }, jobs: 2
    ).run()
    #expect(pages == Example.site.pageCount)
    #expect(problems.items == [])
  }

  @Test("no page speaks of advice it gives or results it promises")
  func wording() {
    let forbidden = ["guaranteed", "risk-free", "you should buy", "you should sell", "cannot lose"]
    for file in Example.site.files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self).lowercased()
      for words in forbidden {
        #expect(!text.contains(words), "\(file.path): \(words)")
      }
    }
  }

  @Test("the site has what it promises: lessons, terms, method page, feed, sitemap")
  func inventory() {
    let paths = Set(Example.site.files.map(\.path))
    #expect(paths.filter { $0.hasPrefix("lessons/") }.count == 4)
    #expect(paths.filter { $0.hasPrefix("glossary/") }.count >= 21)
    for path in [
      "index.html", "daily/index.html", "daily/2015/index.html", "daily/2016/01/index.html",
      "method/profiles/seed-obv/index.html", "about/index.html", "about/sources/index.html",
      "about/disclaimers/index.html", "feed.xml", "sitemap.xml", "assets/style.css",
    ] { #expect(paths.contains(path), "\(path)") }
  }
}
