/// Which pages carry which tag, and which pages are related by tags and terms.
struct TagIndex: Sendable {
  /// The pages of each tag, in the order of lists.
  private(set) var pages: [String: [ListedPage]] = [:]
  /// The tags of each page, in the order its text names them.
  private(set) var tags: [PagePath: [String]] = [:]
  /// The pages most related to each page that has tags, the nearest first.
  ///
  /// Who gives a page tags asks for the list; terms alone would put one on nearly every page.
  private(set) var related: [PagePath: [ListedPage]] = [:]

  /// How many related pages are shown.
  static let shown = 4
  /// A tag or term that more pages share than this says nothing about any two of them; it also keeps
  /// the work linear in the pages.
  static let widest = 100

  init(_ all: [TaggedPage] = []) {
    for entry in all where !entry.tags.isEmpty {
      tags[entry.page.path] = entry.tags
      for tag in entry.tags { pages[tag, default: []].append(entry.page) }
    }
    // A page that counts in both ways counts the tag double: its author chose it for the whole text.
    var sharing: [String: (weight: Int, indices: [Int])] = [:]
    for (index, entry) in all.enumerated() {
      for tag in Set(entry.tags) { sharing["#" + tag, default: (2, [])].indices.append(index) }
      for term in Set(entry.terms) { sharing[term, default: (1, [])].indices.append(index) }
    }
    for (index, entry) in all.enumerated() where !entry.tags.isEmpty {
      let near = Self.nearest(to: index, entry, all, sharing)
      if !near.isEmpty { related[entry.page.path] = near }
    }
  }

  /// All tags in order.
  var names: [String] { pages.keys.sorted() }

  /// The pages with the greatest weight of shared tags and terms; equal ones by kind and address.
  private static func nearest(
    to index: Int, _ entry: TaggedPage, _ all: [TaggedPage],
    _ sharing: [String: (weight: Int, indices: [Int])]
  ) -> [ListedPage] {
    var weights: [Int: Int] = [:]
    for name in Set(entry.tags.map { "#" + $0 } + entry.terms) {
      guard let shared = sharing[name], shared.indices.count <= widest else { continue }
      for other in shared.indices where other != index {
        weights[other, default: 0] += shared.weight
      }
    }
    // One tag, or two terms: a single term links half the site to the other half.
    let near = weights.filter { $0.value >= 2 }.sorted { left, right in
      let pages = (all[left.key].page, all[right.key].page)
      if left.value != right.value { return left.value > right.value }
      return (pages.0.kind, pages.0.path) < (pages.1.kind, pages.1.path)
    }
    return near.prefix(shown).map { all[$0.key].page }
  }
}
