@testable import PreviewServer

/// A server on a free port with a small site, stopped when it is let go.
final class RunningPreview {
  let server: PreviewServer
  let port: Int

  static let page =
    "<!DOCTYPE html>\n<html>\n<head>\n<title>A</title>\n</head>\n<body></body></html>\n"

  init(limits: PreviewServer.Limits = .init(), files: [String: String] = site) throws {
    server = PreviewServer(port: 0, limits: limits)
    port = try server.start().port
    server.show(files: files.mapValues { Array($0.utf8) })
  }

  deinit {
    server.stop()
  }

  static let site = [
    "index.html": page, "about/index.html": page, "assets/style.css": "p { margin: 0 }\n",
    "feed.xml": "<feed/>\n", "a b.txt": "blank\n", "é.txt": "accent\n", "archive": "no extension\n",
  ]

  func client(seconds: Int = 5) throws -> RawClient {
    try RawClient(port: port, seconds: seconds, server: self)
  }

  /// The response to one request on a connection of its own.
  func get(
    _ target: String, method: String = "GET", fields: [String] = []
  ) throws -> RawResponse? {
    let client = try client()
    client.request(target, method: method, fields: fields)
    return client.response(toHead: method == "HEAD")
  }
}
