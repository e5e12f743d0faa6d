/// Every start tag of a document and every piece of text, in document order.
///
/// Enough to ask what an element holds without building a tree of nodes.
public struct XMLOutline: Sendable {
  /// A piece of text between two tags that is not blank.
  public struct TextRun: Sendable, Hashable {
    /// The text with references resolved.
    public var text: String
    /// The index of the element that it lies directly in.
    public var owner: Int
    /// The number of start tags before it.
    public var following: Int
  }

  /// The start tags in document order.
  public let tags: [XMLStartTag]
  /// The pieces of text in document order.
  public let runs: [TextRun]
  /// For each tag the index after the last element inside it.
  private let ends: [Int]

  init(tags: [XMLStartTag], runs: [TextRun]) {
    self.tags = tags
    self.runs = runs
    var ends = [Int](repeating: tags.count, count: tags.count)
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      while let last = open.last, tags[last].depth >= tag.depth {
        ends[last] = index
        open.removeLast()
      }
      open.append(index)
    }
    self.ends = ends
  }

  /// Indices of the elements inside an element, at any depth.
  public func inside(_ index: Int) -> Range<Int> {
    index + 1..<ends[index]
  }

  /// The pieces of text inside an element, at any depth, in order.
  ///
  /// Complexity: O(log n + the size of the element).
  public func texts(in index: Int) -> [String] {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].following > index { high = middle } else { low = middle + 1 }
    }
    var texts: [String] = []
    for run in runs[low...] {
      guard run.following <= ends[index] else { break }
      if (index..<ends[index]).contains(run.owner) { texts.append(run.text) }
    }
    return texts
  }

  /// The words inside an element with single spaces between them.
  ///
  /// Spaces that keep words together, as between a number and its unit, stay as they are.
  public func words(in index: Int) -> String {
    let texts = texts(in: index)
    // Most elements hold one piece without a space to lose.
    if texts.count == 1, let text = texts.first, !text.utf8.contains(where: { $0 <= 0x20 }) {
      return text
    }
    return texts.joined().utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
      .joined(separator: " ")
  }
}

extension XMLScanner {
  /// The outline of a document; `nil` when it has a fault, which is appended to `problems`.
  ///
  /// The same rules and limits as for ``startTags(in:named:textOf:file:into:)`` hold; the text of the
  /// elements named `texts` is kept with their tags too. Complexity: O(n).
  public static func outline(
    of bytes: [UInt8], textOf texts: Set<String> = [], file: String,
    into problems: inout [Diagnostic]
  ) -> XMLOutline? {
    if let problem = problemOfText(bytes, file: file) {
      problems.append(problem)
      return nil
    }
    let scan = XMLScan(bytes: bytes, file: file, names: nil, texts: texts, keepsRuns: true)
    scan.run()
    if let problem = scan.problem {
      problems.append(problem)
      return nil
    }
    return XMLOutline(tags: scan.tags, runs: scan.runs)
  }
}
