extension DocumentAnalysis {
  /// The first fault that keeps the document out of an index.
  ///
  /// Analyses may come from a cache on disk: a damaged one is refused, never indexed.
  var problem: SearchIndexError? {
    if !isInsideSite { return .urlOutsideSite(url) }
    if !date.isEmpty, !isDate { return .invalidDate(url: url, date: date) }
    let isSound =
      terms.count == frequencies.count
      && frequencies.allSatisfy { (1...Self.largestCount).contains($0) }
      && (0...Self.largestCount).contains(length) && terms.allSatisfy(Self.isTerm)
      && zip(terms, terms.dropFirst()).allSatisfy(TermOrder.precedes)
    return isSound ? nil : .damagedAnalysis(url: url)
  }

  private static let largestCount = 1 << 37

  /// Whether the address stays below the root: no scheme, host, backslash or step upwards.
  private var isInsideSite: Bool {
    let bytes = url.utf8
    guard bytes.first != 0x2F, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x5C && $0 != 0x7F })
    else { return false }
    let path = bytes.prefix { $0 != 0x3F && $0 != 0x23 }
    let segments = path.split(separator: 0x2F, omittingEmptySubsequences: false)
    if segments.first?.contains(0x3A) == true { return false }
    return !segments.contains { $0.elementsEqual("..".utf8) }
  }

  private var isDate: Bool {
    guard [4, 7, 10].contains(date.utf8.count) else { return false }
    var scanner = TokenScanner(date)
    guard let span = scanner.next(), span.count == date.utf8.count else { return false }
    return date.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
      && (date.utf8.first == 0x31 || date.utf8.first == 0x32)
  }

  /// Whether a term can stand between spaces in a shard.
  private static func isTerm(_ term: String) -> Bool {
    guard let first = term.utf8.first, first != TermShards.dateFacet else { return false }
    return term.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
  }
}
