import Testing

@testable import SiteGenerator

@Suite struct PagePathTests {
  @Test(arguments: [
    ("", "index.html"), ("about/", "about/index.html"), ("feed.xml", "feed.xml"),
    ("daily/2016/01/04/", "daily/2016/01/04/index.html"),
  ])
  func aPageIsAnIndexFileInItsFolder(path: String, file: String) {
    #expect(PagePath(path).file == file)
    #expect(PagePath(path).isPage == (path != "feed.xml"))
  }

  @Test(arguments: [
    ("", "", "index.html", "./"),
    ("", "about/", "about/index.html", "about/"),
    ("about/", "", "../index.html", "../"),
    ("about/", "about/", "index.html", "./"),
    ("about/", "about/sources/", "sources/index.html", "sources/"),
    ("about/sources/", "about/", "../index.html", "../"),
    ("daily/2016/01/04/", "daily/2016/01/05/", "../05/index.html", "../05/"),
    (
      "daily/2016/01/04/", "daily/2015/12/31/", "../../../2015/12/31/index.html",
      "../../../2015/12/31/"
    ),
    (
      "daily/2016/01/04/", "assets/style.css", "../../../../assets/style.css",
      "../../../../assets/style.css"
    ),
    ("", "feed.xml", "feed.xml", "feed.xml"),
  ])
  func linksAreRelative(from: String, to: String, offline: String, web: String) {
    #expect(PagePath(from).link(to: PagePath(to), target: .offline) == offline)
    #expect(PagePath(from).link(to: PagePath(to), target: .web) == web)
  }

  @Test func aFragmentFollowsTheAddress() {
    let page = PagePath("daily/2016/01/04/")
    #expect(page.link(to: page, fragment: "book", target: .offline) == "index.html#book")
    #expect(page.link(to: page, fragment: "book", target: .web) == "./#book")
    #expect(page.link(to: .home, fragment: "a", target: .web) == "../../../../#a")
  }

  private static let places = [
    "", "about/", "about/sources/", "about/index/", "daily/", "daily/2016/", "daily/2016/01/",
    "daily/2016/01/04/", "daily/2016/01/05/", "daily/2015/01/04/", "a/b/c/d/e/f/", "a/b/c/x/e/f/",
    "feed.xml", "assets/style.css", "assets/icons/small.svg", "abouts/", "abou/",
  ]

  /// Every link, followed as a browser follows it, arrives at the file it was made for.
  @Test(arguments: LinkTarget.allCases)
  func linksOfEveryPairOfPlacesArrive(target: LinkTarget) {
    for from in Self.places where PagePath(from).isPage {
      for to in Self.places {
        let link = PagePath(from).link(to: PagePath(to), target: target)
        #expect(!link.hasPrefix("/") && !link.isEmpty)
        #expect(Self.follow(link, from: PagePath(from).file) == PagePath(to).file)
      }
    }
  }

  private static func follow(_ link: String, from file: String) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      switch part {
      case "..": parts.removeLast()
      case ".": break
      default: parts.append(String(part))
      }
    }
    if link.hasSuffix("/") { parts.append("index.html") }
    return parts.joined(separator: "/")
  }
}
