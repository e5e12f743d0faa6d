/// Which shards of terms a query loads, within the index's budget.
///
/// Terms are admitted in the order of what their shards add, the cheapest first: large shards hold
/// the commonest words, whose absence changes an answer least. The first term is always admitted.
struct ShardPlan {
  /// The most shards that are searched for completions or dates of one term.
  static let widestReach = 3

  /// The admitted terms in the order of the query, each with its shards in ascending order.
  let admitted: [(term: QueryTerm, shards: ClosedRange<Int>)]
  /// The terms that were left out.
  let omitted: [String]

  init(_ terms: [QueryTerm], manifest: IndexManifest) {
    guard !manifest.firstTerms.isEmpty else {
      admitted = []
      omitted = []
      return
    }
    var waiting = terms.enumerated().map { index, term in
      (index: index, term: term, shards: Self.shards(of: term, manifest: manifest))
    }
    var kept: [(index: Int, term: QueryTerm, shards: ClosedRange<Int>)] = []
    var loaded: Set<Int> = []
    var left = manifest.budget
    func cost(_ shards: ClosedRange<Int>) -> Int {
      shards.reduce(0) { loaded.contains($1) ? $0 : $0 + manifest.termSizes[$1] }
    }
    while let next = waiting.indices.min(by: { cost(waiting[$0].shards) < cost(waiting[$1].shards) }
    ) {
      let added = cost(waiting[next].shards)
      guard kept.isEmpty || added <= left else { break }
      left -= added
      loaded.formUnion(waiting[next].shards)
      kept.append(waiting.remove(at: next))
    }
    admitted = kept.sorted { $0.index < $1.index }.map { ($0.term, $0.shards) }
    omitted = waiting.map(\.term.text)
  }

  private static func shards(of term: QueryTerm, manifest: IndexManifest) -> ClosedRange<Int> {
    let first = manifest.shard(of: term.text)
    guard let prefix = term.prefix else { return first...first }
    let last = manifest.shard(of: prefix + "\u{FFFF}")
    return first...min(last, first + widestReach - 1)
  }
}
