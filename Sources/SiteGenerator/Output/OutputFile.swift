/// One file of the built site.
public struct OutputFile: Sendable, Hashable {
  /// Path below the output folder, with `/` separators, for example `daily/2016/01/04/index.html`.
  public var path: String
  /// Contents.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a file from UTF-8 text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
