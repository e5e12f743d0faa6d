/// How often a word counts in each field of a document, in occurrences in the body.
///
/// Frequencies and lengths are summed over the fields with these weights before BM25 saturates them:
/// a document scores as if its title had been written `title` times. This is the weighting of
/// Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple weighted fields",
/// described as BM25F with one length normalisation in Robertson and Zaragoza (2009), "The
/// probabilistic relevance framework: BM25 and beyond", §3.6.
public struct FieldWeights: Hashable, Sendable, Codable {
  /// Weight of the title and of the document's own date.
  public var title: Int
  /// Weight of the headings.
  public var headings: Int
  /// Weight of the terms.
  public var terms: Int
  /// Weight of the body.
  public var body: Int

  /// The largest weight.
  public static let largest = 100

  /// Creates weights; each is limited to 0 (the field is not searched) … 100.
  public init(title: Int, headings: Int, terms: Int, body: Int) {
    self.title = min(max(title, 0), Self.largest)
    self.headings = min(max(headings, 0), Self.largest)
    self.terms = min(max(terms, 0), Self.largest)
    self.body = min(max(body, 0), Self.largest)
  }

  /// Title 5, terms 4, headings 3, body 1.
  public static let standard = FieldWeights(title: 5, headings: 3, terms: 4, body: 1)
  /// Every field counts the same.
  public static let equal = FieldWeights(title: 1, headings: 1, terms: 1, body: 1)
}
