import MarketData

@testable import SiteAudit

/// A site of a few files in memory, and what the check says of it.
struct AuditedSite {
  static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />"

  var files: [String: [UInt8]]

  init(_ files: [String: String]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  /// A site of one page with a body that begins on its fourth line, after the main heading.
  init(body: String, head: String = policy, others: [String: String] = [:]) {
    self.init(["index.html": Self.page(body, head: head)].merging(others) { own, _ in own })
  }

  /// A page that keeps all rules but those that `head` and `body` break.
  static func page(
    _ body: String, title: String = "Page", head: String = policy, attributes: String = ""
  ) -> String {
    "<!DOCTYPE html>\n<html lang=\"en\"><head><title>\(title)</title>\(head)</head>"
      + "<body\(attributes)>\n<h1>Heading</h1>\n\(body)\n</body></html>\n"
  }

  func problems(jobs: Int = 2) throws -> [Diagnostic] {
    let files = files
    return try SiteCheck(paths: Array(files.keys), read: { files[$0] ?? [] }, jobs: jobs).run()
      .problems.items
  }

  /// `file:line:column: error: what. remedy [rule]` for each finding.
  func said(jobs: Int = 2) throws -> [String] {
    try problems(jobs: jobs).map { "\($0) [\($0.rule ?? "")]" }
  }
}
