/// Media types of the files that a site consists of.
enum MediaType {
  /// The type of a file by its extension; bytes of no known type are offered as a download.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "xml": "application/xml", "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf",
    "epub": "application/epub+zip", "zip": "application/zip", "woff2": "font/woff2",
    "webmanifest": "application/manifest+json", "xsl": "application/xslt+xml",
  ]
}
