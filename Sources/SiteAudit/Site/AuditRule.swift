/// The rules that a built site is held to; the raw values are stable names for reports.
public enum AuditRule: String, Hashable, Sendable, CaseIterable {
  // The page as a document.
  /// Pages, drawings and feeds are well-formed XML.
  case wellFormed = "well-formed"
  /// A page says its language.
  case missingLanguage = "missing-language"
  /// A page has a title with words.
  case missingTitle = "missing-title"
  /// No two pages have the same title.
  case duplicateTitle = "duplicate-title"
  /// A page has exactly one heading of the first level.
  case mainHeading = "main-heading"
  /// No level of headings is skipped.
  case headingOrder = "heading-order"
  /// An id names one element of a page.
  case duplicateId = "duplicate-id"
  /// No text that a program or an author left behind is shown.
  case placeholder

  // Links.
  /// Links, images, scripts and stylesheets lead to files of the site.
  case brokenLink = "broken-link"
  /// The part of a link after # names an id of its page.
  case brokenAnchor = "broken-anchor"
  /// Attributes that name ids name those of the page.
  case danglingReference = "dangling-reference"
  /// A canonical address is absolute and leads to a page that is its own.
  case canonical

  // Access for everybody.
  /// An image has an alternative text; it is empty for decoration.
  case missingAlternative = "missing-alternative"
  /// A table has a caption or a name.
  case unnamedTable = "unnamed-table"
  /// A header cell says whether it heads a column or a row.
  case headerScope = "header-scope"
  /// A header cell has words.
  case emptyHeader = "empty-header"
  /// Text on the site’s papers has a contrast of at least 4.5 to 1 (WCAG 2.2).
  case contrast

  // Figures.
  /// A drawing is named by its title and its description.
  case figureName = "figure-name"
  /// A figure has a table of its values.
  case figureTable = "figure-table"
  /// The parts of a drawing take their look from the stylesheet.
  case figureStyle = "figure-style"
  /// A drawing has a view box.
  case figureSize = "figure-size"
  /// The labels of a drawing neither overlap nor are cut off.
  case figureLabels = "figure-labels"
  /// The drawings of a figure weigh at most 12 KB.
  case figureWeight = "figure-weight"
  /// The CSV and JSON of a figure hold what its table shows.
  case figureData = "figure-data"

  // Disclaimers.
  /// A page lists the disclaimers that it has to show.
  case disclaimerList = "disclaimer-list"
  /// A page shows every disclaimer that it lists, with words.
  case disclaimerMissing = "disclaimer-missing"
  /// One version of a disclaimer has the same words everywhere.
  case disclaimerWording = "disclaimer-wording"

  // What a page may do.
  /// A page has a Content-Security-Policy.
  case missingPolicy = "missing-policy"
  /// The policy allows nothing but files of the site.
  case loosePolicy = "loose-policy"
  /// No style, script or handler stands in a page.
  case inlineCode = "inline-code"
  /// Nothing is requested from another host.
  case externalRequest = "external-request"

  // Weight.
  /// A page weighs at most 1 MB, a write-up at most 100 KB and 25 KB compressed.
  case pageWeight = "page-weight"
  /// A script weighs at most 10 KB; those of the search do not count.
  case scriptWeight = "script-weight"
  /// A stylesheet weighs at most 64 KB.
  case stylesheetWeight = "stylesheet-weight"

  // For machines.
  /// An Atom feed follows RFC 4287 and leads to pages of the site.
  case atomFeed = "atom-feed"
  /// A JSON feed follows JSON Feed 1.1 and leads to pages of the site.
  case jsonFeed = "json-feed"
  /// The sitemap lists every page of the site once, and nothing else.
  case sitemap

  /// What the rule demands, in one sentence.
  public var meaning: String {
    switch self {
    case .wellFormed: "Pages, drawings and feeds are well-formed XML."
    case .missingLanguage: "A page says its language."
    case .missingTitle: "A page has a title with words."
    case .duplicateTitle: "No two pages have the same title."
    case .mainHeading: "A page has exactly one heading of the first level."
    case .headingOrder: "No level of headings is skipped."
    case .duplicateId: "An id names one element of a page."
    case .placeholder: "No text that a program or an author left behind is shown."
    case .brokenLink: "Links, images, scripts and stylesheets lead to files of the site."
    case .brokenAnchor: "The part of a link after # names an id of its page."
    case .danglingReference: "Attributes that name ids name those of the page."
    case .canonical: "A canonical address is absolute and leads to a page that is its own."
    case .missingAlternative: "An image has an alternative text; it is empty for decoration."
    case .unnamedTable: "A table has a caption or a name."
    case .headerScope: "A header cell says whether it heads a column or a row."
    case .emptyHeader: "A header cell has words."
    case .contrast: "Text on the site’s papers has a contrast of at least 4.5 to 1 (WCAG 2.2)."
    case .figureName: "A drawing is named by its title and its description."
    case .figureTable: "A figure has a table of its values."
    case .figureStyle: "The parts of a drawing take their look from the stylesheet."
    case .figureSize: "A drawing has a view box."
    case .figureLabels: "The labels of a drawing neither overlap nor are cut off."
    case .figureWeight: "The drawings of a figure weigh at most 12 KB."
    case .figureData: "The CSV and JSON of a figure hold what its table shows."
    case .disclaimerList: "A page lists the disclaimers that it has to show."
    case .disclaimerMissing: "A page shows every disclaimer that it lists, with words."
    case .disclaimerWording: "One version of a disclaimer has the same words everywhere."
    case .missingPolicy: "A page has a Content-Security-Policy."
    case .loosePolicy: "The policy allows nothing but files of the site."
    case .inlineCode: "No style, script or handler stands in a page."
    case .externalRequest: "Nothing is requested from another host."
    case .pageWeight: "A page weighs at most 1 MB, a write-up at most 100 KB and 25 KB compressed."
    case .scriptWeight: "A script weighs at most 10 KB; those of the search do not count."
    case .stylesheetWeight: "A stylesheet weighs at most 64 KB."
    case .atomFeed: "An Atom feed follows RFC 4287 and leads to pages of the site."
    case .jsonFeed: "A JSON feed follows JSON Feed 1.1 and leads to pages of the site."
    case .sitemap: "The sitemap lists every page of the site once, and nothing else."
    }
  }
}
