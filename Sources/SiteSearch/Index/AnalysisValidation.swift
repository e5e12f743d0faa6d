extension DocumentAnalysis {
  /// The first fault that keeps the document out of an index.
  ///
  /// Analyses may come from a cache on disk: a damaged one is refused, never indexed.
  var problem: SearchIndexError? {
    if !isInsideSite { return .urlOutsideSite(url) }
    if !date.isEmpty, !isDate { return .invalidDate(url: url, date: date) }
    let isSound =
      frequencies.allSatisfy { (1...Self.largestCount).contains($0) }
      && (0...Self.largestCount).contains(length) && hasSoundWords
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
    var text = date
    return text.withUTF8 { bytes in
      var scanner = TokenScanner(bytes)
      return scanner.next() == 0..<bytes.count
        && bytes.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        && (bytes[0] == 0x31 || bytes[0] == 0x32)
    }
  }

  /// Whether there are as many terms as frequencies, each of which can stand between spaces.
  ///
  /// That none is there twice is seen when they are merged.
  private var hasSoundWords: Bool {
    var words = words
    return words.withUTF8 { bytes in
      var count = 0
      var previous: UInt8 = 0x20
      for byte in bytes {
        if byte <= 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
          guard byte == 0x20, previous != 0x20 else { return false }
        } else if previous == 0x20 {
          guard byte != TermShards.dateFacet else { return false }
          count += 1
        }
        previous = byte
      }
      return count == frequencies.count && (bytes.isEmpty || previous != 0x20)
    }
  }
}
