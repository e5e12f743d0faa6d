extension TermIndex {
  /// Makes the first use of each term in a page's markup a link to its page.
  ///
  /// Only the forms that the glossary has count, the longest first; an ordinary word may begin with a
  /// large or a small letter. Text in headings, links, code, formulas, figures, tables and quotations
  /// stays as it is, and so does a term to whose page the markup links already.
  ///
  /// Complexity: O(n) in the markup, apart from the words that begin a term.
  ///
  /// - Parameters:
  ///   - html: well-formed markup.
  ///   - own: the slug of the page itself, when it is a term's.
  ///   - address: the address of a term's page, asked for once for each link.
  /// - Returns: the markup with links of the class `term`.
  public func linked(
    _ html: String, except own: String? = nil, address: (String) -> String
  ) -> String {
    guard !forms.isEmpty else { return html }
    var html = html
    let found = html.withUTF8 { bytes in
      var reading = MarkupReading(self, bytes, own: own.flatMap { slugs[$0] })
      reading.run()
      return reading.uses.filter { !reading.linked.contains($0.term) }
    }
    guard !found.isEmpty else { return html }
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + found.count * 80)
    var copied = 0
    for use in found {
      result += bytes[copied..<use.range.lowerBound]
      result += "<a class=\"term\" href=\"\(address(terms[use.term].slug))\">".utf8
      result += bytes[use.range]
      result += "</a>".utf8
      copied = use.range.upperBound
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }
}

/// One pass over markup that notes first uses and links.
private struct MarkupReading {
  private let terms: TermIndex
  private let bytes: UnsafeBufferPointer<UInt8>
  private var seen: [Bool]
  /// How many elements are open whose text stays as it is.
  private var skipped = 0
  /// First uses in reading order.
  private(set) var uses: [(term: Int, range: Range<Int>)] = []
  /// Terms to which the author links.
  private(set) var linked: Set<Int> = []

  private static let keptElements = FirstWordIndex(
    [
      "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "math", "svg", "figure", "figcaption",
      "table", "blockquote", "summary", "label", "button", "kbd", "abbr",
    ].enumerated().map { (hash: ProseWord.words(of: Array($1.utf8))[0].hash, entry: $0) })
  private let kept = keptElements
  private static let folder = Array("glossary/".utf8)

  init(_ terms: TermIndex, _ bytes: UnsafeBufferPointer<UInt8>, own: Int?) {
    self.terms = terms
    self.bytes = bytes
    seen = terms.terms.map { !$0.isLinked }
    if let own { seen[own] = true }
  }

  mutating func run() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C: index = tag(index)
      case 0x26: index = entity(index)
      default: index = skipped == 0 ? text(index) : index + 1
      }
    }
  }

  private mutating func tag(_ start: Int) -> Int {
    let isClosing = start + 1 < bytes.count && bytes[start + 1] == 0x2F
    let nameStart = start + (isClosing ? 2 : 1)
    let (nameEnd, hash) = ProseWord.end(of: bytes, from: nameStart)
    var end = start + 1
    while end < bytes.count, bytes[end] != 0x3E { end += 1 }
    if kept.mayBegin(hash), !kept.entries(of: hash).isEmpty {
      if isClosing {
        skipped = max(0, skipped - 1)
      } else if bytes[end - 1] != 0x2F {
        skipped += 1
        if nameEnd - nameStart == 1 { noteLink(start..<min(end, bytes.count)) }
      }
    }
    return end + 1
  }

  /// Notes the term whose page a link leads to.
  private mutating func noteLink(_ tag: Range<Int>) {
    let folder = Self.folder
    var index = tag.lowerBound
    while index + folder.count < tag.upperBound {
      if bytes[index] == 0x67,
        (0..<folder.count).allSatisfy({ bytes[index + $0] == folder[$0] })
      {
        let start = index + folder.count
        var end = start
        while end < tag.upperBound, bytes[end] != 0x2F, bytes[end] != 0x22 { end += 1 }
        let slug = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        if let term = terms.slugs[slug] { linked.insert(term) }
        return
      }
      index += 1
    }
  }

  private func entity(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x3B, bytes[index] != 0x3C, index - start < 10 {
      index += 1
    }
    return index < bytes.count && bytes[index] == 0x3B ? index + 1 : start + 1
  }

  /// Looks at the word that begins at an index; the index behind what was read.
  private mutating func text(_ start: Int) -> Int {
    let (wordEnd, hash) = ProseWord.end(of: bytes, from: start)
    guard wordEnd > start else { return start + 1 }
    guard terms.index.mayBegin(hash), start == 0 || bytes[start - 1] != 0x2D else { return wordEnd }
    for candidate in terms.index.entries(of: hash) {
      guard !terms.forms[candidate].isVariant,
        let end = terms.forms[candidate].end(in: bytes, from: start), isBoundary(end)
      else { continue }
      let term = terms.forms[candidate].term
      if !seen[term] {
        seen[term] = true
        uses.append((term, start..<end))
      }
      return end
    }
    return wordEnd
  }

  /// Whether a word ends at an index.
  private func isBoundary(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    return bytes[index] != 0x2D && ProseWord.width(bytes[index], next) == 0
  }
}
