import MarketData

/// Scripts are small.
///
/// The search has its index in scripts, which a page loads piece by piece.
enum ScriptWeightRule {
  /// Largest weight of a script, bytes.
  static let heaviest = 10 * 1024

  static func isOfTheSearch(_ path: String) -> Bool {
    path.hasPrefix("search/") || path.hasPrefix("assets/search")
  }

  static func check(_ bytes: [UInt8], file: String, _ findings: inout Findings) {
    guard bytes.count > heaviest else { return }
    findings.add(
      .scriptWeight, in: file, "the script weighs \(bytes.count) bytes",
      "A script has at most \(heaviest); pages are complete without one.")
  }
}
