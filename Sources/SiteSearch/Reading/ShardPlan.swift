/// Which shards of terms a query loads, within the index's budget.
///
/// Terms are admitted in the order of the size of their shards, the smallest first: large shards hold
/// the commonest words, whose absence changes an answer least. The first is always admitted. A filter by date is always admitted
/// and whole, because half a filter would hide pages that match.
struct ShardPlan {
  /// A term and the shards that may hold it, its completions or its dates.
  struct Entry {
    let term: QueryTerm
    let shards: ClosedRange<Int>
    /// Whether some dates lie in shards beyond, which do not fit the budget.
    let isCut: Bool
    /// The size of the shards together.
    let kibibytes: Int
    fileprivate let index: Int
  }

  /// The most shards that are searched for completions of a term.
  static let widestCompletion = 3

  /// The filter by date, when there is one.
  let filter: Entry?
  /// The admitted terms in the order of the query.
  let admitted: [Entry]
  /// The terms that are left out, or that stand for more dates than are looked for.
  let omitted: [String]

  init(_ terms: [QueryTerm], filter: QueryTerm?, manifest: IndexManifest) {
    guard !manifest.firstTerms.isEmpty else {
      self.filter = nil
      admitted = []
      omitted = []
      return
    }
    self.filter = filter.map { Self.entry($0, index: -1, budget: .max, manifest: manifest) }
    let entries = terms.enumerated().map { index, term in
      Self.entry(term, index: index, budget: manifest.budget, manifest: manifest)
    }
    var left = manifest.budget - (self.filter?.kibibytes ?? 0)
    var kept: [Entry] = []
    for entry in entries.sorted(by: { ($0.kibibytes, $0.index) < ($1.kibibytes, $1.index) }) {
      left -= entry.kibibytes
      if kept.isEmpty || left >= 0 { kept.append(entry) }
    }
    let admitted = kept.sorted { $0.index < $1.index }
    self.admitted = admitted
    omitted = entries.filter { entry in
      entry.isCut || !admitted.contains { $0.index == entry.index }
    }.map(\.term.text)
  }

  private static func entry(
    _ term: QueryTerm, index: Int, budget: Int, manifest: IndexManifest
  ) -> Entry {
    let first = manifest.shard(of: term.text)
    guard let prefix = term.prefix else {
      return Entry(
        term: term, shards: first...first, isCut: false, kibibytes: manifest.termSizes[first],
        index: index)
    }
    let end = manifest.shard(of: prefix + "\u{FFFF}")
    var last = first
    var size = manifest.termSizes[first]
    while last < end, size + manifest.termSizes[last + 1] <= budget,
      term.reach == .dates || last - first + 1 < widestCompletion
    {
      last += 1
      size += manifest.termSizes[last]
    }
    return Entry(
      term: term, shards: first...last, isCut: term.reach == .dates && last < end, kibibytes: size,
      index: index)
  }
}
