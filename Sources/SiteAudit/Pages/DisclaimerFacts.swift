import MarketData

/// The disclaimers of a page: which it lists, which it shows, and in what words.
///
/// The layout lists them in `data-disclaimers` of the body (`education@1 options@2`), marks each block
/// with `data-disclaimer` and `data-version`, and the catalogue of all of them marks the wording of
/// each with `data-wording`.
struct DisclaimerFacts: Sendable {
  /// A block or a wording with its place.
  struct Block: Sendable {
    /// Identifier and version, such as `education@1`.
    var name: String
    var words: String
    var location: SourceLocation
  }

  /// What the page says it has to show; `nil` when it says nothing.
  var required: [String]?
  /// The place of the list, or of the body without one.
  var location: SourceLocation?
  /// The blocks shown.
  var shown: [Block] = []
  /// The wordings of the catalogue, for the page that holds it.
  var catalogue: [Block] = []

  init() {}

  init(_ page: PageDocument) {
    if let body = page.tags(named: "body").first {
      location = body.location
      required = body["data-disclaimers"]?.split(separator: " ").map(String.init)
    }
    for (index, tag) in page.tags.enumerated() {
      if let id = tag["data-disclaimer"] {
        let name = "\(id)@\(tag["data-version"] ?? "")"
        shown.append(
          Block(name: name, words: Self.words(of: index, page), location: tag.location))
      }
      if let name = tag["data-wording"] {
        catalogue.append(
          Block(name: name, words: page.outline.words(in: index), location: tag.location))
      }
    }
  }

  /// The words of a block without those of its heading.
  private static func words(of index: Int, _ page: PageDocument) -> String {
    let words = page.outline.words(in: index)
    let heading = page.outline.inside(index).first
    guard let heading, page.tags[heading].name == "h2" else { return words }
    return String(words.dropFirst(page.outline.words(in: heading).count).drop { $0 == " " })
  }
}
