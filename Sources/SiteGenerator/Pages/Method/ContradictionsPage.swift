import ALVH
import Markdown
import MarketData
import SVGCharts
import TextDistance

/// The contradictions of the method's source, each with the parameters that settle it.
struct ContradictionsPage {
  let site: Site
  let page: StandalonePage
  let path: PagePath

  static let template = "pages/contradictions"

  /// One row for each resolution; a heading or a parameter that does not exist is reported.
  func values(
    headings: [MarkdownHeading], into problems: inout [Diagnostic]
  ) -> TemplateContext {
    var rows: [TemplateContext] = []
    for resolution in page.resolutions {
      guard let heading = heading(resolution.contradiction, in: headings, into: &problems) else {
        continue
      }
      var parameters: [TemplateContext] = []
      for name in resolution.parameters {
        if let parameter = parameter(name, into: &problems) { parameters.append(parameter) }
      }
      var row: TemplateContext = Cells.link(heading.text, "#\(heading.identifier)")
      if parameters.isEmpty {
        row["note"] = "No parameter: the definition on this page settles it."
      } else {
        row["parameters"] = parameters
      }
      rows.append(row)
    }
    return rows.isEmpty ? [:] : ["resolutions": rows, "profile": site.profile.reference]
  }

  private func heading(
    _ name: Resolution.Name, in headings: [MarkdownHeading], into problems: inout [Diagnostic]
  ) -> MarkdownHeading? {
    if let heading = headings.first(where: { Self.plain($0.text) == Self.plain(name.text) }) {
      return heading
    }
    let nearest = Spelling.nearest(
      to: name.text, among: headings.map { Self.plain($0.text) }.sorted())
    problems.append(
      .error(
        name.location, "the page has no heading `\(name.text)`",
        nearest.map { "Did you mean `\($0)`?" } ?? "Write the words of a heading of this page."))
    return nil
  }

  /// A heading as one types it: pages bind numbers to their units with blanks of other kinds.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }

  private func parameter(
    _ name: Resolution.Name, into problems: inout [Diagnostic]
  ) -> TemplateContext? {
    guard let parameter = site.profileParameters.first(where: { $0.key == name.text }) else {
      let known = site.profileParameters.map(\.key).sorted()
      let nearest = Spelling.nearest(to: name.text, among: known)
      problems.append(
        .error(
          name.location, "the profile `\(site.profile.id)` has no parameter `\(name.text)`",
          nearest.map { "Did you mean `\($0)`?" } ?? "Name a parameter of the profile."))
      return nil
    }
    var row: TemplateContext = [
      "label": ProfileDefinition.caption(of: parameter.key)?.name ?? parameter.key,
      "key": parameter.key, "value": value(of: parameter), "origin": parameter.origin.rawValue,
    ]
    // Profiles have pages on a site with write-ups.
    if site.hasWriteUps {
      row["href"] = site.link(
        from: path, to: ReadingPages.path(ofProfile: site.profile.id), fragment: parameter.key)
    }
    let others = site.content.profiles.definitions.compactMap { other -> String? in
      guard other.id != site.profile.id, other.ruleTable != nil,
        let own = other.parameters.first(where: { $0.key == parameter.key }),
        own.value != parameter.value
      else { return nil }
      return "\(other.id): \(NumberText.signed(own.value))"
    }
    if !others.isEmpty { row["others"] = others.joined(separator: "; ") }
    return row
  }

  /// The value with its unit and what it is a part of.
  private func value(of parameter: ProfileParameter) -> String {
    let value = NumberText.signed(parameter.value)
    if parameter.unit == "yes or no" { return value }
    let unit = parameter.unit == "fraction" ? "" : "\u{202F}\(parameter.unit)"
    return value + unit + (parameter.denominator.isEmpty ? "" : " of \(parameter.denominator)")
  }
}
