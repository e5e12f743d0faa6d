import Foundation
import Quant
import SiteGenerator
import TestSupport

/// A site of `Sites/` with what is expected of it, built in memory with the product's templates.
struct ValidSite {
  let expected: SiteExpectation
  private let files: InMemoryFileSystem

  /// Reads a site; the data and books of another lie under its own files when the case says so.
  init(_ name: String) throws {
    let folder = try TestSite("Sites/\(name)").folder
    expected = try SiteExpectation(
      yaml: String(
        contentsOf: folder.appendingPathComponent("expected.yml"), encoding: .utf8))
    var files = InMemoryFileSystem([:])
    if let other = expected.data {
      let disk = DiskFileSystem(root: try TestSite("Sites/\(other)").folder)
      try Self.add(["Content/data", "Content/books"], of: disk, to: &files)
    }
    for path in expected.without {
      guard files.contents.removeValue(forKey: path) != nil else { throw NotThere(path: path) }
    }
    try Self.add(["Content", "Templates"], of: DiskFileSystem(root: folder), to: &files)
    self.files = files
  }

  /// A file that a case takes away and that is not there.
  struct NotThere: Error {
    let path: String
  }

  private static func add(
    _ folders: [String], of disk: DiskFileSystem, to files: inout InMemoryFileSystem
  ) throws {
    for path in try folders.flatMap(disk.files) { files.contents[path] = try disk.read(path) }
  }

  /// The product's own files, read once for all cases.
  private static let product = Result {
    var files = InMemoryFileSystem([:])
    try add(
      ["Templates", "Content/profiles"], of: DiskFileSystem(root: Repository.root()), to: &files)
    return files
  }

  func build(jobs: Int) throws -> SiteBuilder.Output {
    try SiteBuilder(
      source: files, product: Self.product.get(), target: expected.target, jobs: jobs,
      version: "test",
      publication: Publication(showsDrafts: expected.drafts, asOf: expected.asOf)
    ).build(timings: BuildTimings { 0 })
  }
}
