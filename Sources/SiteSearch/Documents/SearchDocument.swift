/// What the index is told of one page: plain text, without markup.
///
/// Text that was written after the fact (a hindsight box) does not belong in here.
public struct SearchDocument: Hashable, Sendable, Codable {
  /// Where the page is, relative to the root of the site, as in `daily/2016-01-04/`.
  ///
  /// Empty for the root itself; unique among the documents.
  public var url: String
  /// The title that a result shows.
  public var title: String
  /// The facet of the page: `daily`, `lesson`, `term`, `rule`, `page` or any other name.
  public var kind: String
  /// The date of the page as `2016-01-04`, `2016-01` or `2016`; empty for none.
  public var date: String
  /// The headings below the title.
  public var headings: [String]
  /// The glossary terms, rules or tags of the page.
  public var terms: [String]
  /// The text; a result quotes from its beginning (``SearchIndexLimits/storedTextBytes``).
  public var body: String

  /// Creates a document.
  public init(
    url: String, title: String, kind: String, date: String = "", headings: [String] = [],
    terms: [String] = [], body: String
  ) {
    self.url = url
    self.title = title
    self.kind = kind
    self.date = date
    self.headings = headings
    self.terms = terms
    self.body = body
  }
}
