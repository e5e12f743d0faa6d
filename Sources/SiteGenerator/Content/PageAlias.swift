import MarketData

/// An old address of a page: a small page there leads to the new one.
struct PageAlias: Hashable, Sendable {
  /// The old address: a page (`old/`) or a file (`2015/10/02/note.html`).
  var path: PagePath
  /// The page it leads to.
  var target: PagePath
  /// The title of that page.
  var title: String
  /// Where the alias is given.
  var location: SourceLocation

  /// What is wrong with the text of an alias, and what to write instead; `nil` for a good one.
  ///
  /// Only plain characters are taken, so that an address is the same in a link, on a disk and in a
  /// server's log.
  static func fault(of text: String) -> (what: String, remedy: String)? {
    let example = "Write an address of this site, such as `/old/` or `/2015/old.html`."
    if text.contains("://") || text.hasPrefix("//") {
      return ("is an address of another site", example)
    }
    guard text.hasPrefix("/"), text.count > 1 else {
      return ("is not an address below the site’s root", example)
    }
    guard text.hasSuffix("/") || text.hasSuffix(".html") else {
      return ("ends neither in `/` nor in `.html`", example)
    }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let names = text.hasSuffix("/") ? parts.dropLast() : parts[...]
    if names.contains(where: { $0 == "." || $0 == ".." }) {
      return ("leaves its folder", "Write the address without `.` and `..`.")
    }
    if names.contains(where: { $0.isEmpty || $0 == ".html" }) {
      return ("has an empty part", "Write single slashes, and a name before `.html`.")
    }
    let stem = text.hasSuffix(".html") ? text.dropLast(".html".count) : text[...]
    guard stem.unicodeScalars.allSatisfy(isPlain) else {
      return (
        "holds more than ASCII letters, digits, hyphens and underscores",
        "Leave out everything else; a dot may stand in `.html` at the end."
      )
    }
    if names.first?.lowercased() == "assets" {
      return ("lies in the folder of the stylesheet", "Choose an address outside /assets/.")
    }
    return nil
  }

  private static func isPlain(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "/": true
    default: false
    }
  }
}
