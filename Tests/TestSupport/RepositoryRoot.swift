public import Foundation

/// Where the repository's own files are, for tests that read templates, content or golden files.
public enum Repository {
  /// No folder above the source file holds `Templates/base.mustache`.
  public struct NotFound: Error {
    /// The source file from which the search began.
    public let start: String
  }

  /// The folder that holds `Templates/base.mustache`, above the calling source file.
  ///
  /// The tests may be compiled through a symbolic link: the link is resolved first, because content
  /// must lie below the root that names it.
  ///
  /// - Throws: `NotFound`.
  public static func root(above file: String = #filePath) throws -> URL {
    let start = URL(fileURLWithPath: file)
    for url in [start.resolvingSymlinksInPath(), start] {
      var folder = url.deletingLastPathComponent()
      while folder.path != "/" {
        let layout = folder.appendingPathComponent("Templates/base.mustache")
        if FileManager.default.fileExists(atPath: layout.path) { return folder }
        folder.deleteLastPathComponent()
      }
    }
    throw NotFound(start: file)
  }
}
