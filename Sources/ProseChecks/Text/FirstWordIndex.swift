/// Entries by the hash of their first word, with a fast answer for words that begin none.
///
/// Looking a word up is one read for nearly every word that begins no entry.
struct FirstWordIndex: Sendable {
  private static let filterWords = 1024

  /// One bit for each of 65,536 remainders of a hash.
  private var filter: [UInt64]
  private var hashes: [UInt64]
  private var lists: [[Int]]

  /// Makes an index; entries with the same hash keep their order.
  init(_ entries: some Sequence<(hash: UInt64, entry: Int)>) {
    filter = Array(repeating: 0, count: Self.filterWords)
    var byHash: [UInt64: [Int]] = [:]
    for (hash, entry) in entries {
      byHash[hash, default: []].append(entry)
      filter[Int(hash & 1023)] |= 1 << ((hash >> 10) & 63)
    }
    var size = 16
    while size < byHash.count * 4 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    lists = Array(repeating: [], count: size)
    for hash in byHash.keys.sorted() {
      var slot = Int(truncatingIfNeeded: hash >> 16) & (size - 1)
      while !lists[slot].isEmpty { slot = (slot + 1) & (size - 1) }
      hashes[slot] = hash
      lists[slot] = byHash[hash] ?? []
    }
  }

  /// Whether a word may begin an entry; no for nearly all that begin none.
  @inline(__always)
  func mayBegin(_ hash: UInt64) -> Bool {
    filter[Int(hash & 1023)] & (1 << ((hash >> 10) & 63)) != 0
  }

  /// The entries of a word.
  func entries(of hash: UInt64) -> [Int] {
    var slot = Int(truncatingIfNeeded: hash >> 16) & (hashes.count - 1)
    while !lists[slot].isEmpty {
      if hashes[slot] == hash { return lists[slot] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return []
  }
}
