import DecisionArchive
import MarketData

/// An input file as the build read it: how it is known again, and what it holds.
struct DataFile: Sendable, Hashable {
  /// Relative to the site's folder.
  var path: String
  /// SHA-256 of its bytes in hexadecimal.
  var sha256: String
  /// Rows and dates; `nil` for a file that is no table.
  var extent: TableExtent?

  init(path: String, bytes: [UInt8]) {
    self.path = path
    sha256 = FileDigest.sha256(bytes)
    extent = path.hasSuffix(".csv") ? TableExtent(of: bytes, file: path) : nil
  }
}
