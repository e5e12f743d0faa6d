import Foundation
import MarketData
import SiteAudit
import SiteGenerator
import TestSupport

/// A site of `Sites/` or `InvalidSites/`, built in memory with the product's templates.
struct TestSite {
  let folder: URL

  /// Finds a site by its path below this test target, for example `Sites/small`.
  init(_ path: String) throws {
    folder = try Self.tests().appendingPathComponent(path, isDirectory: true)
  }

  static func tests() throws -> URL {
    try Repository.root().appendingPathComponent("Tests/EndToEndTests", isDirectory: true)
  }

  func build(
    target: LinkTarget = .offline, jobs: Int = 2
  ) throws -> SiteBuilder.Output {
    try SiteBuilder(
      source: DiskFileSystem(root: folder), product: DiskFileSystem(root: Repository.root()),
      target: target, jobs: jobs, version: "test"
    ).build(timings: BuildTimings { 0 })
  }
}

extension [OutputFile] {
  /// Contents by path.
  var byPath: [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: map { ($0.path, $0.bytes) })
  }

  /// What `hedgebook check` finds in the site.
  func check() throws -> (pages: Int, problems: DiagnosticList) {
    let files = byPath
    return try SiteCheck(
      paths: files.keys.sorted(), read: { files[$0] ?? [] }, jobs: 2
    ).run()
  }
}
