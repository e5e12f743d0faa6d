import ALVH
import MarketData
import Quant

/// The prose of a page as markup, and the files that it offers.
struct RenderedProse {
  var html: String
  /// The data of figures that belong to the page.
  var files: [OutputFile] = []
  /// Whether a figure of a write-up stands in it, with all that obliges a page that shows one.
  var showsResults = false
}

/// Turns the prose of a page into markup: values, links and figures included.
struct ProseRenderer {
  let site: Site
  /// Every page and file of the site, to check links against.
  let places: Set<String>
  /// The page the prose stands on.
  let page: PagePath

  /// Renders the prose; faults are reported at their place in the file.
  func render(
    _ prose: Prose, values: [String: String] = [:], into problems: inout [Diagnostic]
  ) -> RenderedProse {
    var found: [Diagnostic] = []
    let markdown = ValueReferences.substitute(in: prose, values: values, into: &found)
    var figures = 0
    var files: [OutputFile] = []
    var showsResults = false
    let renderer = MarkdownRenderer(
      resolveLink: { link in
        let result = LinkResolver(site: site, places: places, page: page).resolve(link)
        if let problem = result.problem { found.append(problem) }
        return result.destination
      },
      renderDirective: { directive in
        figures += 1
        let figure = FigureDirective(site: site, page: page).render(
          directive, number: figures, into: &found)
        files += figure?.files ?? []
        showsResults = showsResults || figure?.showsResults == true
        return figure?.html
      })
    let html = renderer.html(markdown, file: prose.file, line: prose.line)
    problems += found
    return RenderedProse(html: html, files: files, showsResults: showsResults)
  }
}

/// Decides where a link of a content file leads.
struct LinkResolver {
  let site: Site
  let places: Set<String>
  let page: PagePath

  func resolve(_ link: MarkdownLink) -> (destination: String?, problem: Diagnostic?) {
    let text = link.destination
    if text.hasPrefix("#") { return (text, nil) }
    guard text.hasPrefix("/"), !text.hasPrefix("//") else {
      let lowered = text.lowercased()
      if ["https://", "http://", "mailto:"].contains(where: lowered.hasPrefix) {
        return (text, nil)
      }
      return (
        nil,
        .error(
          link.location, "the link `\(text)` is neither a page of the site nor a web address",
          "Write /path/ for a page of this site, or a full https:// address.")
      )
    }
    let mark = text.utf8.firstIndex(of: 0x23)
    let target = String(text[..<(mark ?? text.endIndex)].dropFirst())
    guard places.contains(target) else {
      let nearest = Spelling.nearest(to: target, among: places.sorted())
      return (
        nil,
        .error(
          link.location, "the link /\(target) leads to no page",
          nearest.map { "Did you mean `/\($0)`?" } ?? "Write the path of an existing page.")
      )
    }
    let fragment = mark.map { String(text[$0...].dropFirst()) }
    return (site.link(from: page, to: PagePath(target), fragment: fragment), nil)
  }
}
