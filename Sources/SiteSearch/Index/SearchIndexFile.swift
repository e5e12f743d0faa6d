/// One file of an index, to be written below the folder that the page's script is told of.
public struct SearchIndexFile: Hashable, Sendable {
  /// The path within the index: `manifest.js`, `terms/0.js`, `pages/0.js`.
  public let path: String
  /// A classic script in ASCII and UTF-8 text, which calls `hedgebookSearch`.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
