/// The manifest of an index, unpacked.
struct IndexManifest: Sendable {
  let build: String
  /// The kibibytes that shards of terms may take in one answer.
  let budget: Int
  let language: SearchLanguage
  let kinds: [String]
  /// For each document the number of its kind.
  let kindOfDocument: [Int]
  /// For each document its weighted length.
  let lengths: [Int]
  let totalLength: Int
  /// The first document of each shard of pages.
  let firstPages: [Int]
  /// The first term of each shard of terms.
  let firstTerms: [String]
  /// The size of each shard of terms in kibibytes, rounded up.
  let termSizes: [Int]

  /// Unpacks a manifest; `nil` when its parts do not fit together.
  init?(build: String, value: IndexValue) {
    guard let count = value["documents"]?.number, let total = value["length"]?.number,
      let budget = value["budget"]?.number, let stem = value["stem"]?.number,
      let months = value["months"]?.string, let kinds = value["kinds"]?.array,
      let terms = value["terms"]?.string, let lengths = Self.numbers(value["lengths"]),
      let runs = Self.numbers(value["runs"]), let pages = Self.numbers(value["pages"]),
      let sizes = Self.numbers(value["sizes"])
    else { return nil }
    self.build = build
    self.budget = budget
    self.lengths = lengths
    totalLength = total
    language = SearchLanguage(
      stemming: stem == 1 ? .english : .none, monthNames: Self.monthNames(months))
    self.kinds = kinds.compactMap(\.string)
    kindOfDocument = Self.kinds(runs: runs, documents: count)
    firstPages = Self.starts(of: pages, documents: count)
    firstTerms = terms.split(separator: " ").map(String.init)
    termSizes = sizes
    guard lengths.count == count, kindOfDocument.count == count, firstTerms.count == sizes.count,
      count == 0 || !firstPages.isEmpty, kindOfDocument.allSatisfy({ $0 < kinds.count }),
      self.kinds.count == kinds.count
    else { return nil }
  }

  private static func numbers(_ value: IndexValue?) -> [Int]? {
    guard let text = value?.string else { return nil }
    return PackedNumbers.numbers(in: text.utf8)
  }

  private static func monthNames(_ text: String) -> [[String]] {
    var names = [[String]](repeating: [], count: 12)
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: " ")
      guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { continue }
      names[month - 1].append(String(parts[0]))
    }
    return names
  }

  /// The kind of each document; empty when the runs do not cover exactly all documents.
  private static func kinds(runs: [Int], documents: Int) -> [Int] {
    var kinds: [Int] = []
    for index in stride(from: 0, to: runs.count - 1, by: 2) {
      guard runs[index + 1] <= documents - kinds.count else { return [] }
      kinds += [Int](repeating: runs[index], count: runs[index + 1])
    }
    return kinds.count == documents ? kinds : []
  }

  private static func starts(of counts: [Int], documents: Int) -> [Int] {
    var starts: [Int] = []
    var next = 0
    for count in counts {
      guard count > 0, count <= documents - next else { return [] }
      starts.append(next)
      next += count
    }
    return next == documents ? starts : []
  }

  /// The shard that would hold a term: the last one that does not begin after it.
  func shard(of term: String) -> Int {
    var (low, high) = (0, firstTerms.count)
    while low < high {
      let middle = (low + high) / 2
      if TermOrder.precedes(term, firstTerms[middle]) { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }

  /// The shard of pages that holds a document, and the document's place in it.
  func page(of document: Int) -> (shard: Int, place: Int) {
    var (low, high) = (0, firstPages.count)
    while low < high {
      let middle = (low + high) / 2
      if firstPages[middle] > document { high = middle } else { low = middle + 1 }
    }
    let shard = max(0, low - 1)
    return (shard, document - firstPages[shard])
  }
}
