/// How links between pages are written.
public enum LinkTarget: String, Sendable, CaseIterable {
  /// For a web server: links end in `/`.
  case web
  /// For reading from disk: links end in `index.html`.
  case offline
}

/// The place of a page or file in the site, relative to its root: `daily/2016/01/04/`, `feed.xml`.
///
/// A path that is empty or ends in `/` is a page and is written as `index.html` in its folder.
struct PagePath: Hashable, Sendable, Comparable {
  let text: String

  init(_ text: String) { self.text = text }

  static let home = PagePath("")

  static func < (lhs: PagePath, rhs: PagePath) -> Bool { lhs.text < rhs.text }

  /// Whether the path names a page rather than a file.
  var isPage: Bool { text.isEmpty || text.hasSuffix("/") }

  /// The file that the page is written to.
  var file: String { isPage ? text + "index.html" : text }

  /// Folders between the site's root and this page.
  var depth: Int { text.utf8.count { $0 == 0x2F } }

  /// The relative link that goes up to the root and down again: the same for all pages of one depth.
  func linkFromRoot(to other: PagePath, target: LinkTarget) -> String {
    let up = String(repeating: "../", count: depth)
    let down = other.isPage && target == .offline ? other.file : other.text
    return up.isEmpty && down.isEmpty ? "./" : up + down
  }

  /// The relative link from this page to another, with an optional fragment.
  func link(to other: PagePath, fragment: String? = nil, target: LinkTarget) -> String {
    // Bytes of the folders that both lie in.
    var shared = 0
    for (index, pair) in zip(text.utf8, other.text.utf8).enumerated() {
      guard pair.0 == pair.1 else { break }
      if pair.0 == 0x2F { shared = index + 1 }
    }
    let depth = text.utf8.dropFirst(shared).count { $0 == 0x2F }
    var link = String(repeating: "../", count: depth)
    link += String(decoding: other.text.utf8.dropFirst(shared), as: UTF8.self)
    if other.isPage {
      if target == .offline {
        link += "index.html"
      } else if link.isEmpty {
        link = "./"
      }
    }
    if let fragment { link += "#" + fragment }
    return link
  }
}
