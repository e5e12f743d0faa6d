import SiteSearch

/// What search is told of a page: words without markup.
///
/// Neither disclaimers, navigation and the numbers under figures belong in here, nor anything written
/// after the outcome. A value from a model says so in its words.
struct SearchText: Hashable, Sendable {
  /// The kinds of pages a reader can choose between.
  enum Kind: String, Sendable, CaseIterable {
    case daily, lesson, term, rule, page

    /// The kind's name in the list of choices.
    var label: String {
      switch self {
      case .daily: "Write-ups"
      case .lesson: "Lessons"
      case .term: "Terms"
      case .rule: "Rules and profiles"
      case .page: "Other pages"
      }
    }
  }

  var kind: Kind
  var title: String
  /// The page's own date: a day, a month or a year; empty for none.
  var date = ""
  var headings: [String] = []
  /// Other names of what the page is about, and the rules that fired.
  var terms: [String] = []
  /// The parts of the text, each without markup; empty parts are left out.
  var parts: [String]

  /// The document at an address relative to the root of the site.
  func document(url: String) -> SearchDocument {
    SearchDocument(
      url: url, title: title, kind: kind.rawValue, date: date, headings: headings, terms: terms,
      body: parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}
