/// The pages that match a query, best first.
public struct SearchAnswer: Hashable, Sendable {
  /// One page.
  public struct Result: Hashable, Sendable {
    /// Its address, relative to the root of the site.
    public let url: String
    /// Its title.
    public let title: String
    /// Its facet.
    public let kind: String
    /// Its date; empty for none.
    public let date: String
    /// The beginning of its text.
    public let text: String
    /// Its BM25 score; 0 when only facets were asked for.
    public let score: Double
  }

  /// The best results, at most as many as were asked for; equal scores by address.
  public let results: [Result]
  /// How many pages match in all.
  public let total: Int
  /// Terms that were not looked for, or not in all dates that they stand for, because the answer would
  /// have loaded too much.
  public let omittedTerms: [String]
  /// The bytes of the files that were read for this answer.
  public let bytesLoaded: Int
}
