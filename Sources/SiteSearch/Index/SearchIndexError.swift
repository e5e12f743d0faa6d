/// Why an index cannot be built or read.
public enum SearchIndexError: Error, Hashable, Sendable {
  /// Two documents have the same address.
  case repeatedURL(String)
  /// An address leads out of the site or is not a relative path.
  case urlOutsideSite(String)
  /// A date is not written as 2016-01-04, 2016-01 or 2016.
  case invalidDate(url: String, date: String)
  /// A stored analysis was made by other rules or settings.
  case otherAnalyzer(url: String)
  /// A stored analysis cannot come from the analyser.
  case damagedAnalysis(url: String)
  /// A file of the index does not exist.
  case missingFile(String)
  /// A file of the index is not what the builder writes.
  case damagedFile(String)
  /// A file belongs to another build of the index.
  case otherBuild(String)
}

extension SearchIndexError: CustomStringConvertible {
  /// What is wrong and what to do, as sentences.
  public var description: String {
    switch self {
    case .repeatedURL(let url):
      "Two documents have the address \"\(url)\". Give each its own."
    case .urlOutsideSite(let url):
      "The address \"\(url)\" is not relative to the site. Write it without scheme, leading slash, "
        + "backslash or \"..\"."
    case .invalidDate(let url, let date):
      "The document \"\(url)\" has the date \"\(date)\". Write 2016-01-04, 2016-01 or 2016."
    case .otherAnalyzer(let url):
      "The analysis of \"\(url)\" was made by other rules. Analyse the document again."
    case .damagedAnalysis(let url):
      "The analysis of \"\(url)\" is damaged. Analyse the document again."
    case .missingFile(let path):
      "The search index has no file \(path). Build the site again."
    case .damagedFile(let path):
      "The file \(path) of the search index is damaged. Build the site again."
    case .otherBuild(let path):
      "The file \(path) belongs to another build of the search index. Build the site again."
    }
  }
}
