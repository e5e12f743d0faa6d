/// One document as the index needs it: its terms counted, its text cut to what results quote.
///
/// The value depends on the document and the analyser only, so that it can be kept for a document
/// that did not change: ``SearchIndexBuilder`` makes the index from analyses alone.
public struct DocumentAnalysis: Hashable, Sendable, Codable {
  /// The analyser's rules and settings; analyses of different ones cannot be in one index.
  public let analyzer: String
  /// The document's address, relative to the root of the site.
  public let url: String
  /// The title, cut to 200 bytes.
  public let title: String
  /// The facet.
  public let kind: String
  /// The date, `2016-01-04`, `2016-01` or `2016`; empty for none.
  public let date: String
  /// The beginning of the body, on one line.
  public let text: String
  /// The number of terms, each counted with its field's weight.
  public let length: Int
  /// The distinct terms in the order in which they first occur, with single spaces between them.
  public let words: String
  /// For each of the terms its occurrences, each counted with its field's weight; at least 1.
  public let frequencies: [Int]

  /// The distinct terms in the order in which they first occur.
  public var terms: [String] { words.split(separator: " ").map(String.init) }
}
