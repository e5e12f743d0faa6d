public import MarketData
import ParallelMap

/// Reads a built site as its readers' programs would and reports what breaks the rules.
///
/// The rules are the cases of ``AuditRule``. The check opens no file itself: paths and a way to read
/// one are handed to it, as to the readers of `MarketData`.
public struct SiteCheck: Sendable {
  private let paths: [String]
  private let site: SiteFolder
  private let jobs: Int

  /// Creates a check of a site.
  ///
  /// - Parameters:
  ///   - paths: every file of the site, relative to its folder, with `/` separators.
  ///   - read: the bytes of the file at one of the paths.
  ///   - jobs: threads to use.
  public init(
    paths: [String], read: @escaping @Sendable (String) throws -> [UInt8], jobs: Int
  ) {
    self.paths = paths.sorted()
    site = SiteFolder(paths: Set(paths), read: read)
    self.jobs = jobs
  }

  /// Everything that is wrong, sorted; empty for a good site.
  ///
  /// The same whatever `jobs` is.
  ///
  /// Complexity: O(bytes of the site), in one pass over each file.
  ///
  /// - Returns: the number of pages and what was found.
  /// - Throws: what `read` throws.
  public func run() throws -> (pages: Int, problems: DiagnosticList) {
    let site = site
    let pages = try parallelMap(paths.filter { $0.hasSuffix(".html") }, jobs: jobs) { path in
      try PageCheck.run(path, in: site)
    }
    let assets = try parallelMap(paths.filter(AssetCheck.isAsset), jobs: jobs) { path in
      try AssetCheck.run(path, in: site)
    }
    let facts = pages.map(\.facts)
    let feeds = try FeedFiles(in: site, paths: paths)
    let index = SiteIndex(site: site, pages: facts, baseURL: feeds.baseURL(pages: facts))

    var findings = Findings()
    LinkRule.check(facts, index, &findings)
    LinkRule.check(assets, index, &findings)
    TitleRule.checkUnique(facts, &findings)
    CanonicalRule.check(facts, index, &findings)
    DisclaimerRule.check(facts, &findings)
    feeds.check(facts, index, &findings)
    let own = pages.flatMap(\.findings.items) + assets.flatMap(\.findings.items)
    return (pages.count, DiagnosticList(own + findings.items))
  }
}
