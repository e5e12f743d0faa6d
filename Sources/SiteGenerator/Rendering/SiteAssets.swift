import DecisionArchive
import Foundation

/// The files of `Templates/assets`, copied as they are; the site's own win over the product's.
struct SiteAssets: Sendable {
  /// Every asset by its path in the site, `assets/style.css`.
  private let contents: [String: [UInt8]]
  /// Integrity values of scripts and stylesheets by path.
  private let integrityValues: [String: String]

  init(site: any FileSystem, product: (any FileSystem)?) throws {
    var contents: [String: [UInt8]] = [:]
    for fileSystem in [product, site].compactMap({ $0 }) {
      for path in try fileSystem.files(under: "Templates/assets") {
        contents[String(path.dropFirst("Templates/".count))] = try fileSystem.read(path)
      }
    }
    self.contents = contents
    integrityValues = contents.filter { $0.key.hasSuffix(".js") || $0.key.hasSuffix(".css") }
      .mapValues { "sha384-" + Data(FileDigest.sha384($0)).base64EncodedString() }
  }

  /// Every asset, by path.
  var files: [OutputFile] {
    contents.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: $0.value) }
  }

  func has(_ path: String) -> Bool { contents[path] != nil }

  /// What an `integrity` attribute says of a script or stylesheet (W3C, Subresource Integrity, §3.1):
  /// the browser refuses the file when a server or a cache has changed a byte of it.
  func integrity(of path: String) -> String? { integrityValues[path] }
}
