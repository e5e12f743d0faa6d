import MarketData
import SiteGenerator
import Testing

/// What a build for a server and one for a disk have apart from each other.
@Suite struct TargetTests {
  private func pages(_ target: LinkTarget) throws -> [(path: String, tags: [XMLStartTag])] {
    try TestSite("Sites/small").build(target: target).files.filter { $0.path.hasSuffix(".html") }
      .map { file in
        var problems: [Diagnostic] = []
        let markup = file.bytes.dropFirst("<!DOCTYPE html>".utf8.count)
        let tags = XMLScanner.startTags(in: Array(markup), file: file.path, into: &problems)
        #expect(problems.isEmpty, "\(problems)")
        return (file.path, tags)
      }
  }

  /// Scripts that a page loads, and its stylesheet.
  private func loaded(_ tags: [XMLStartTag]) -> [XMLStartTag] {
    tags.filter {
      $0.name == "script" && $0["src"] != nil || $0.name == "link" && $0["rel"] == "stylesheet"
    }
  }

  @Test func aServersPagesHoldScriptsAndStylesToTheirHashes() throws {
    for (path, tags) in try pages(.web) {
      let loaded = loaded(tags)
      #expect(loaded.count == (path == "search/index.html" ? 3 : 2), "\(path)")
      #expect(
        loaded.allSatisfy { $0["integrity"]?.hasPrefix("sha384-") == true }, "\(path)")
    }
  }

  @Test func pagesForADiskHaveNoHashesAndNoModules() throws {
    for (path, tags) in try pages(.offline) {
      #expect(tags.allSatisfy { $0["integrity"] == nil && $0["type"] != "module" }, "\(path)")
    }
  }

  @Test func linksOfAServersPagesEndInFolders() throws {
    for (path, tags) in try pages(.web) {
      for tag in tags where tag.name == "a" {
        #expect(tag["href"]?.contains("index.html") != true, "\(path): \(tag["href"] ?? "")")
      }
    }
  }

  @Test func linksForADiskAreRelativeAndNameTheFile() throws {
    for (path, tags) in try pages(.offline) {
      for tag in tags where tag.name == "a" {
        let link = tag["href"] ?? ""
        guard !link.hasPrefix("https://") else { continue }
        #expect(!link.hasPrefix("/") && !link.hasSuffix("/"), "\(path): \(link)")
      }
    }
  }

  @Test(arguments: [LinkTarget.web, .offline])
  func everyPageNamesItsCanonicalAddress(target: LinkTarget) throws {
    for (path, tags) in try pages(target) {
      let links = tags.filter { $0.name == "link" && $0["rel"] == "canonical" }.map { $0["href"] }
      #expect(links == ["https://small.example/" + path.dropLast("index.html".count)])
    }
  }

  @Test func aServersPagesTellFeedReadersTheFullAddress() throws {
    func feeds(_ target: LinkTarget) throws -> [String?] {
      let home = try pages(target).first { $0.path == "index.html" }
      return (home?.tags ?? []).filter { $0["rel"] == "alternate" }.map { $0["href"] }
    }
    #expect(try feeds(.offline) == ["feed.xml", "feed.json"])
    #expect(
      try feeds(.web) == ["https://small.example/feed.xml", "https://small.example/feed.json"])
  }
}
