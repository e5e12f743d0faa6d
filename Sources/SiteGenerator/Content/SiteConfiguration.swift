import Markdown
import MarketData
import Quant

/// What `Content/site.yml` says about the whole site.
struct SiteConfiguration: Sendable {
  /// The name in the masthead and in titles.
  var title = ""
  /// One sentence for the home page and machine readers.
  var summary = ""
  /// Who publishes; named in the feed.
  var author = ""
  /// BCP 47 language tag of the pages.
  var language = "en"
  /// Address the site is published at, with a trailing slash; `nil` for reading from disk only.
  var baseURL: String?
  /// Identifier of the book that the write-ups follow; `nil` for a site of pages alone.
  var book: String?
  /// Identifier of the profile that decides; `seed-obv` when the file names none.
  var profile = "seed-obv"
  /// Whether the file names a profile.
  var namesProfile = false
  /// Where the profile is named.
  var profilePlace = SourceLocation(file: path, line: 1, column: 1)
  /// First and last session with a write-up.
  var writeUps: ClosedRange<CalendarDate>?
  /// Elements of raw HTML that prose may hold, lower case; none unless the file lists them.
  var html: Set<String> = []

  /// Glossary terms whose first use on a page does not become a link, by slug.
  var unlinkedTerms: [String] = []
  /// Where they are listed.
  var unlinkedTermsPlace = SourceLocation(file: path, line: 1, column: 1)
  /// Whether the site has a search page with its index.
  var hasSearch = true

  static let path = "Content/site.yml"

  init?(bytes: [UInt8], into problems: inout [Diagnostic]) {
    guard var fields = YAMLFields(file: Self.path, bytes: bytes, into: &problems) else {
      return nil
    }
    title = fields.requiredText("title", example: "My hedge notes", into: &problems)
    summary = fields.text("summary", into: &problems) ?? ""
    author = fields.text("author", into: &problems) ?? title
    language = fields.text("language", into: &problems) ?? "en"
    baseURL = fields.value(
      "baseURL", "an address that begins with http:// or https:// and ends with /", into: &problems
    ) { text in
      (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.hasSuffix("/") ? text : nil
    }
    book = fields.text("book", into: &problems)
    if let named = fields.text("profile", into: &problems) {
      profile = named
      namesProfile = true
      profilePlace = fields.location(of: "profile")
    }
    let from = fields.date("from", into: &problems)
    let to = fields.date("to", into: &problems)
    if let from, let to {
      if from <= to {
        writeUps = from...to
      } else {
        problems.append(
          .error(
            fields.location(of: "to"), "`to` (\(to)) lies before `from` (\(from))",
            "Exchange the two dates."))
      }
    } else if from != nil || to != nil {
      let given = from == nil ? "to" : "from"
      problems.append(
        .error(
          fields.location(of: given), "`\(given)` is there without its counterpart",
          "Give both `from` and `to`, the first and the last write-up, or neither."))
    }
    html = Self.elements(&fields, into: &problems)
    unlinkedTerms = fields.texts("unlinkedTerms", into: &problems)
    unlinkedTermsPlace = fields.location(of: "unlinkedTerms")
    hasSearch =
      fields.value("search", "one of on, off", into: &problems) {
        ["on": true, "off": false][$0]
      } ?? true
    fields.finish(into: &problems)
  }

  /// The list `html`; names that could never pass are reported.
  private static func elements(
    _ fields: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> Set<String> {
    let names = fields.texts("html", into: &problems)
    for name in names where !MarkdownConfiguration.canAllow(element: name) {
      problems.append(
        .error(
          fields.location(of: "html"), "`html` lists `\(name)`, which prose can never hold",
          "List elements of plain text such as kbd, sub or sup, without angle brackets."))
    }
    return Set(names.map { $0.lowercased() })
  }
}
