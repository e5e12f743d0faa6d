import ALVH
import MarketData
import Quant
import SVGCharts

/// The pages of the rules: a list, and one page for each with formula, parameters and firings.
struct RulePages {
  let site: Site

  static let path = PagePath(MethodRule.folder)
  static let template = "pages/rule"
  static let listTemplate = "pages/rules"

  /// Whether a site has the pages: it has write-ups, and its templates can show rules.
  static func exist(on site: Site) -> Bool {
    site.hasWriteUps && site.templates.has(template) && site.templates.has(listTemplate)
  }

  /// What obliges the pages: rules are the method’s, and their firings rest on book and prices.
  private var traits: Set<PageTrait> {
    var traits = ReadingPages(site: site, places: []).proseTraits
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    return traits
  }

  func list() -> Page {
    let summary = "Every rule of the method, with formula, parameters and where it fired."
    let parts = MethodRule.Part.allCases.map { part -> TemplateContext in
      [
        "id": part.rawValue, "heading": part.heading,
        "rules": MethodRule.all.filter { $0.part == part }.map(entry),
      ]
    }
    return Page(
      path: Self.path, template: Self.listTemplate, title: "Rules", description: summary,
      pageClass: "method", traits: traits,
      values: [
        "heading": "Rules", "introHTML": "<p>\(Markup.escaped(introduction))</p>",
        "breadcrumbs": breadcrumbs(from: Self.path), "parts": parts,
      ],
      section: PagePath("method/"),
      search: SearchText(
        kind: .rule, title: "Rules", headings: MethodRule.Part.allCases.map(\.heading),
        parts: [summary]))
  }

  private var introduction: String {
    "Each evening the twelve rules of the table are read from the top, and the first that matches "
      + "decides. Signals and context feed them; size and cost follow from the decision. Counts "
      + "are over the \(site.decisions.count) write-ups of this site, with the profile "
      + "\(site.profile.reference)."
  }

  private func entry(_ rule: MethodRule) -> TemplateContext {
    var entry: TemplateContext = [
      "href": site.link(from: Self.path, to: rule.path), "name": rule.title,
      "summary": rule.summary,
    ]
    entry.set("fired", firings(of: rule).map { "\($0.count) of \($0.asked)" })
    return entry
  }

  private func firings(of rule: MethodRule) -> RuleFirings? {
    rule.firing.map { RuleFirings($0, in: site.decisions) }
  }

  private func breadcrumbs(from path: PagePath) -> [TemplateContext] {
    var links: [TemplateContext] = []
    if site.content.pages.contains(where: { $0.path == "method" }) {
      links.append(Cells.link("Method", site.link(from: path, to: PagePath("method/"))))
    }
    if path != Self.path {
      links.append(Cells.link("Rules", site.link(from: path, to: Self.path)))
    }
    return links
  }

  func page(_ rule: MethodRule) -> Page {
    let path = rule.path
    var values: TemplateContext = [
      "heading": rule.title, "breadcrumbs": breadcrumbs(from: path), "lead": rule.summary,
      "reading": rule.reading,
      "formulas": rule.formulas.map { formula -> TemplateContext in
        var row: TemplateContext = ["words": formula.words, "source": formula.source]
        if !formula.symbols.isEmpty { row["symbols"] = formula.symbols }
        return row
      },
    ]
    let parameters = RuleParameters(site: site, rule: rule, page: path)
    if !parameters.isEmpty { values["parameters"] = parameters.context }
    if let firing = rule.firing { values["firings"] = firings(of: rule, firing, from: path) }
    let terms = rule.terms.compactMap { slug -> TemplateContext? in
      site.content.terms.first { $0.slug == slug }.map {
        Cells.link($0.title, site.link(from: path, to: ReadingPages.path(of: $0)))
      }
    }
    if !terms.isEmpty { values["seeAlso"] = terms }
    neighbours(of: rule, into: &values)
    return Page(
      path: path, template: Self.template, title: "Rule: \(rule.title)", description: rule.summary,
      pageClass: "method", traits: traits, values: values, section: PagePath("method/"),
      search: searchText(of: rule))
  }

  private func neighbours(of rule: MethodRule, into values: inout TemplateContext) {
    guard let index = MethodRule.all.firstIndex(where: { $0.id == rule.id }) else { return }
    for (name, other) in [("previous", index - 1), ("next", index + 1)]
    where MethodRule.all.indices.contains(other) {
      let neighbour = MethodRule.all[other]
      values[name] = Cells.link(
        neighbour.title, site.link(from: rule.path, to: neighbour.path))
    }
  }

  private func firings(
    of rule: MethodRule, _ firing: MethodRule.Firing, from path: PagePath
  ) -> TemplateContext {
    let firings = RuleFirings(firing, in: site.decisions)
    var context: TemplateContext = ["sentence": firings.sentence(firing.words)]
    if MethodRule.signals.contains(where: { $0.id == rule.id }) {
      context.set("baseRateHTML", baseRate(from: path))
    }
    let listed = firings.runs.suffix(RuleFirings.longestList)
    guard !listed.isEmpty else { return context }
    context["runs"] = listed.reversed().map { run -> TemplateContext in
      var row = Cells.link(
        NumberText.long(run.first), site.link(from: path, to: Site.path(of: run.first)))
      if run.sessions > 1 {
        row["last"] = Cells.link(
          NumberText.long(run.last), site.link(from: path, to: Site.path(of: run.last)))
      }
      row["sessions"] = "\(run.sessions) session\(run.sessions == 1 ? "" : "s")"
      return row
    }
    if listed.count < firings.runs.count {
      context["more"] =
        "The latest \(listed.count) of \(firings.runs.count) runs; the archive has every write-up."
    }
    return context
  }

  /// How often the trigger comes and is confirmed, as of the last write-up.
  private func baseRate(from path: PagePath) -> String? {
    guard let last = site.decisions.last, last.signals.baseRate.judged > 0 else { return nil }
    let macd = site.content.terms.first { $0.slug == "macd" }.map {
      Markup.link("MACD", to: site.link(from: path, to: ReadingPages.path(of: $0)))
    }
    return "<b>Base rates, as of \(NumberText.long(last.date)).</b> "
      + last.signals.baseRate.sentences(macd: macd ?? "MACD")
  }

  private func searchText(of rule: MethodRule) -> SearchText {
    let names = site.profileParameters.filter { rule.uses($0.key) }.compactMap {
      ProfileDefinition.caption(of: $0.key)?.name
    }
    return SearchText(
      kind: .rule, title: rule.title,
      terms: site.content.terms.filter { rule.terms.contains($0.slug) }.map(\.title),
      parts: [rule.summary, rule.reading, names.joined(separator: "; ")]
        + rule.formulas.map(\.words))
  }
}

extension Site {
  /// The parameters of the profile that decides.
  var profileParameters: [ProfileParameter] {
    content.profiles[profile.id]?.parameters ?? []
  }
}
