import ALVH
import Quant
import SVGCharts

/// The home page: latest write-up, what changed recently, VIX of the year.
struct HomePage {
  let site: Site
  /// The prose of `Content/pages/index.md`, when the site has one.
  let body: RenderedProse?
  let title: String?

  func page() -> Page {
    let configuration = site.content.configuration
    var values: TemplateContext = ["headline": title ?? configuration.title]
    if !configuration.summary.isEmpty {
      values["introHTML"] = "<p>\(Markup.escaped(configuration.summary))</p>"
    }
    values.set("bodyHTML", body?.html)
    var traits: Set<PageTrait> = [.page]
    var files = body?.files ?? []
    if let latest = site.decisions.last {
      traits.formUnion([.options])
      if site.content.book?.mode == .example { traits.insert(.examplePositions) }
      if site.hasModelledPrices { traits.insert(.modelledPrices) }
      values["latest"] = latestView(latest)
      let entry = DayEntry(site: site)
      values["recent"] =
        [
          "heading": "Before that",
          "entries": site.decisions.suffix(6).dropLast().reversed().map {
            entry.context($0, from: .home)
          },
          "more": Cells.link("All write-ups", site.link(from: .home, to: PagePath("daily/"))),
        ] as TemplateContext
      if !changes.isEmpty {
        values["changes"] =
          ["caption": "Changes of the hedge, latest first", "itemsHTML": changes] as TemplateContext
      }
      if let figure = yearFigure {
        values["figures"] = [figure.context(on: .home)]
        files += figure.files
      }
    }
    return Page(
      path: .home, template: "pages/home", title: "Home",
      description: configuration.summary, pageClass: "home", traits: traits, values: values,
      files: files,
      search: SearchText(
        kind: .page, title: title ?? configuration.title,
        parts: [configuration.summary, body?.plainText ?? ""]))
  }

  private func latestView(_ decision: DailyDecision) -> TemplateContext {
    let sections = DailySections(site: site, decision: decision)
    var facts: [(String, String)] = [("Stage", decision.step.stageAfter.words)]
    if let coverage = decision.hedge.coverage, decision.hedge.contracts > 0 {
      facts.append(("Coverage of short vega", NumberText.percent(coverage, decimals: 0)))
    }
    if let vega = decision.book?.valuation.vegaDollarsPerVolPoint {
      facts.append(("Book’s net vega", "\(NumberText.dollars(vega)) per vol point"))
    }
    return [
      "href": site.link(from: .home, to: Site.path(of: decision.date)),
      "date": NumberText.full(decision.date), "dateISO": decision.date.description,
      "badge": (site.content.book?.mode ?? .example).rawValue.capitalizedFirst,
      "headline": sections.headline, "bottomLineHTML": Markup.escaped(sections.bottomLine),
      "facts": facts.map { ["label": $0.0, "valueHTML": Markup.escaped($0.1)] as TemplateContext },
    ]
  }

  private var changes: [String] {
    site.decisions.filter { $0.step.action.changesPosition && $0.step.action != .rebalance }
      .suffix(6).reversed().map { decision in
        let link = Markup.link(
          NumberText.long(decision.date),
          to: site.link(from: .home, to: Site.path(of: decision.date)))
        return "\(link): \(Markup.escaped(ActionWords.short(decision.step))), "
          + Markup.escaped(ActionWords.reason(decision, in: site.profile))
      }
  }

  /// VIX over the last year of write-ups.
  private var yearFigure: FigureView? {
    let days = site.decisions.suffix(252).compactMap { decision in
      decision.curve.map { (decision.date, $0.spot) }
    }
    guard let first = days.first, let last = days.last, days.count > 1,
      let highest = days.max(by: { $0.1 < $1.1 }), let lowest = days.min(by: { $0.1 < $1.1 })
    else { return nil }
    let figure = LevelChart(
      title: "VIX closes of \(NumberText.long(first.0)) to \(NumberText.long(last.0))",
      dates: days.map(\.0), values: days.map(\.1), valueTitle: "VIX, close"
    ).figure(idPrefix: "vix")
    return FigureView(
      id: "vix", number: 1,
      finding: "VIX closed at \(NumberText.fixed(last.1, decimals: 2)), within "
        + "\(NumberText.fixed(lowest.1, decimals: 2)) to \(NumberText.fixed(highest.1, decimals: 2))",
      subtitle: "Daily closes, \(NumberText.long(first.0)) to \(NumberText.long(last.0)), points",
      figure: figure, in: .home)
  }
}
