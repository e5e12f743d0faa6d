import Markdown
import MarketData
import Testing

@testable import SiteGenerator

@Suite struct LinkResolverTests {
  private static let places: Set<String> = ["", "about/", "daily/2016/01/04/", "feed.xml"]

  private func resolve(
    _ destination: String, from page: String = "lessons/one/", target: LinkTarget = .offline,
    kind: MarkdownLink.Kind = .link
  ) throws -> (destination: String?, problem: String?) {
    let resolver = LinkResolver(
      site: try site(target: target), places: Self.places, page: PagePath(page))
    let location = SourceLocation(file: "x.md", line: 3, column: 5)
    let link = MarkdownLink(
      kind: kind, destination: destination, position: SourcePosition(line: 3, column: 5))
    let result = resolver.resolve(link, at: location)
    return (result.destination, result.problem?.description)
  }

  @Test(arguments: [
    ("/", "../../index.html", "../../"), ("/about/", "../../about/index.html", "../../about/"),
    (
      "/daily/2016/01/04/#book", "../../daily/2016/01/04/index.html#book",
      "../../daily/2016/01/04/#book"
    ),
    ("/feed.xml", "../../feed.xml", "../../feed.xml"), ("#here", "#here", "#here"),
    ("https://example.com", "https://example.com", "https://example.com"),
    ("mailto:me@example.com", "mailto:me@example.com", "mailto:me@example.com"),
  ])
  func placesOfTheSiteBecomeRelativeLinks(link: String, offline: String, web: String) throws {
    #expect(try resolve(link).destination == offline)
    #expect(try resolve(link, target: .web).destination == web)
    #expect(try resolve(link).problem == nil)
  }

  @Test func aPageThatIsNotThereIsReportedWithTheNearest() throws {
    let (destination, problem) = try resolve("/abuot/")
    #expect(destination == nil)
    #expect(
      problem == "x.md:3:5: error: the link /abuot/ leads to no page. Did you mean `/about/`?")
  }

  @Test(arguments: [
    "/daily/2016/01/09/x/y/z/", "/about", "/about/index.html", "/../about/", "/about/?x",
  ])
  func anAddressMustBeThatOfAPage(link: String) throws {
    let (destination, problem) = try resolve(link)
    #expect(destination == nil)
    #expect(problem?.contains("leads to no page") == true)
  }

  @Test(arguments: ["about/", "../about/", "//about/", "javascript:x", "", " ", "ftp://x"])
  func otherAddressesAreRefused(link: String) throws {
    let (destination, problem) = try resolve(link)
    #expect(destination == nil)
    #expect(problem?.contains("is neither a page of the site nor a web address") == true)
  }

  /// Reading a page asks nothing of any other computer.
  @Test func anImageOfAnotherSiteIsRefused() throws {
    let (destination, problem) = try resolve("https://example.com/a.png", kind: .image)
    #expect(destination == nil)
    #expect(
      problem == "x.md:3:5: error: the image `https://example.com/a.png` would be fetched from "
        + "another site. Link to it instead: pages are read without a network.")
  }
}
