import Markdown
import MarketData
import ProseChecks
import TextDistance

/// Decides where a link of a content file leads.
struct LinkResolver {
  let site: Site
  let places: Set<String>
  let page: PagePath

  /// The address on the page, or what is wrong with the link.
  ///
  /// An image of another site is refused: reading a page asks nothing of any other computer.
  func resolve(
    _ link: MarkdownLink, at location: SourceLocation
  ) -> (destination: String?, problem: Diagnostic?) {
    let text = link.destination
    if text.hasPrefix("#") { return (text, nil) }
    guard text.hasPrefix("/"), !text.hasPrefix("//") else { return elsewhere(link, location) }
    let mark = text.utf8.firstIndex(of: 0x23)
    let target = String(text[..<(mark ?? text.endIndex)].dropFirst())
    guard places.contains(target) else {
      if let held = site.content.held.first(where: { $0.path?.text == target }) {
        return (nil, Self.problem(held, target, location))
      }
      if let term = unknownTerm(target, at: location) { return (nil, term) }
      let nearest = Spelling.nearest(to: target, among: places.sorted())
      return (
        nil,
        .error(
          location, "the link /\(target) leads to no page",
          nearest.map { "Did you mean `/\($0)`?" } ?? "Write the path of an existing page.")
      )
    }
    let fragment = mark.map { String(text[$0...].dropFirst()) }
    return (site.link(from: page, to: PagePath(target), fragment: fragment), nil)
  }

  /// What is wrong with a link to a term that the glossary does not have.
  private func unknownTerm(_ target: String, at location: SourceLocation) -> Diagnostic? {
    let parts = target.split(separator: "/")
    guard parts.count == 2, parts[0] == "glossary", !site.content.terms.isEmpty else { return nil }
    let nearest = site.terms.nearestSlug(to: String(parts[1]))
    return .error(
      location, "the glossary has no term `\(parts[1])`",
      nearest.map { "Did you mean `/glossary/\($0)/`?" }
        ?? "Link to an existing term, or define it in Content/glossary/\(parts[1]).md.")
  }

  /// A link to a page that is not public yet would lead nowhere.
  private static func problem(
    _ held: HeldText, _ target: String, _ location: SourceLocation
  ) -> Diagnostic {
    .error(
      location, "the link /\(target) leads to \(held.file), which is left out",
      "It is \(held.explanation). Take the link out until then.")
  }

  private func elsewhere(
    _ link: MarkdownLink, _ location: SourceLocation
  ) -> (destination: String?, problem: Diagnostic?) {
    let text = link.destination
    let lowered = text.lowercased()
    guard ["https://", "http://", "mailto:"].contains(where: lowered.hasPrefix) else {
      return (
        nil,
        .error(
          location, "the link `\(text)` is neither a page of the site nor a web address",
          "Write /path/ for a page of this site, or a full https:// address.")
      )
    }
    guard link.kind == .link else {
      return (
        nil,
        .error(
          location, "the image `\(text)` would be fetched from another site",
          "Link to it instead: pages are read without a network.")
      )
    }
    return (text, nil)
  }
}
