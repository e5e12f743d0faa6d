/// What the tokeniser knows of the language of a site; the index carries it to the reader's browser.
public struct SearchLanguage: Hashable, Sendable, Codable {
  /// Which endings are removed from words.
  public enum Stemming: String, Hashable, Sendable, Codable, CaseIterable {
    /// None: a word finds itself only.
    case none
    /// English plurals: the S-stemmer of Harman (1991), with `sses` and `xes` losing `es`.
    case english
  }

  /// Which endings are removed from words.
  public var stemming: Stemming
  /// The names of the months, January first: for each the spellings that are understood.
  ///
  /// A day, one of these names and a year in a text or query also mean the date. Empty for none;
  /// months after the twelfth are ignored.
  public var monthNames: [[String]]

  /// Creates a language.
  public init(stemming: Stemming, monthNames: [[String]] = []) {
    self.stemming = stemming
    self.monthNames = Array(monthNames.prefix(12))
  }

  /// English: plural stemming, full names of months and their usual abbreviations.
  public static let english = SearchLanguage(
    stemming: .english,
    monthNames: [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ])
  /// Any other language: words as they are, dates as 2016-01-04.
  public static let neutral = SearchLanguage(stemming: .none)
}
