import MarketData

/// Pages stay light: on a phone without a good network, and on a disk with thousands of them.
enum PageWeightRule: PageRule {
  /// Largest weight of a page, bytes: the gallery of all figures is half as heavy.
  static let heaviest = 1024 * 1024
  /// Largest weight of a write-up with its charts, bytes.
  static let heaviestWriteUp = 100 * 1024
  /// Largest weight of a write-up as a web server sends it, bytes.
  static let heaviestPacked = 25 * 1024

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let isWriteUp = page.tags(named: "body").contains {
      PageDocument.hasClass($0, "page-daily")
    }
    let (kind, limit) = isWriteUp ? ("write-up", heaviestWriteUp) : ("page", heaviest)
    let weight = page.bytes.count
    if weight > limit {
      findings.add(
        .pageWeight, at: page.start, "the \(kind) weighs \(weight) bytes",
        "A \(kind) has at most \(limit); split it, or move tables to files.")
    }
    guard isWriteUp, weight > heaviestPacked else { return }
    let packed = GzipArchive.packedSize(of: page.bytes)
    if packed > heaviestPacked {
      findings.add(
        .pageWeight, at: page.start, "the write-up weighs \(packed) bytes compressed",
        "A write-up has at most \(heaviestPacked); draw fewer points or print fewer rows.")
    }
  }
}
