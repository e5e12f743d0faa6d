import ALVH
import DecisionArchive
import Quant
import SVGCharts

/// The page of one daily write-up: all fifteen sections.
struct DailyPage {
  let sections: DailySections
  /// The author's report with its values printed; `nil` on a quiet day.
  let report: Report?
  /// The author's commentary; `nil` on a quiet day.
  let commentary: RenderedProse?
  /// The write-up for machines, a file of its own.
  let record: OutputFile
  /// What search is told of the day.
  let search: SearchText

  private var site: Site { sections.site }
  private var decision: DailyDecision { sections.decision }

  static let anchors: [(anchor: String, label: String)] = [
    ("dashboard", "Dashboard"), ("changes", "Changes"), ("rules", "Rules"), ("curve", "Curve"),
    ("price", "Price and volume"), ("book", "Book"), ("layers", "Layers"), ("drag", "Drag"),
    ("scenarios", "Scenarios"), ("commentary", "Commentary"), ("decision", "Decision"),
    ("calendar", "Calendar"), ("unknowns", "Unknowns"), ("sources", "Sources"),
  ]

  func page() -> Page {
    let figures = DailyFigures(sections)
    return Page(
      path: sections.path, template: "pages/daily",
      title: "\(sections.headline) · \(NumberText.long(decision.date))",
      description: sections.bottomLine, pageClass: "daily", traits: sections.traits,
      values: values(figures), section: PagePath("daily/"), published: decision.date,
      modified: site.modified(decision.date), card: card,
      files: figures.all.flatMap(\.files) + (commentary?.files ?? []) + [record], search: search,
      blocksInText: ["hypothetical"])
  }

  private var card: TextCard? {
    // A picture is of use only where others can fetch it.
    guard site.content.configuration.baseURL != nil else { return nil }
    let mode = (site.content.book?.mode ?? .example).rawValue.capitalizedFirst
    return TextCard(
      kicker: "\(site.content.configuration.title) · \(NumberText.full(decision.date))",
      title: sections.headline, text: sections.bottomLine,
      foot: "\(mode) · \(pricesWords) · for education, not advice")
  }

  private func values(_ figures: DailyFigures) -> TemplateContext {
    var values: TemplateContext = [
      "contents": Self.anchors.map { Cells.link($0.label, "#\($0.anchor)") },
      "days": navigation, "strip": strip, "headline": sections.headline,
      "bottomLineHTML": Markup.escaped(sections.bottomLine), "dashboard": sections.dashboard(),
      "changes": sections.changes(), "trace": sections.trace(),
      "curve": sections.curve(figures.curve),
      "price": sections.price([figures.price, figures.momentum]),
      "book": sections.book(), "layers": sections.layers(figures.layers), "drag": sections.drag(),
      "scenarios": sections.scenarios(figures.payoff),
      "decision": sections.decisionSection(report),
      "calendar": sections.calendar(), "unknowns": sections.unknowns(),
      "sources": sections.sources(), "runningFoot": runningFoot,
    ]
    if !sections.notices.isEmpty { values["notices"] = sections.notices }
    if report != nil { values.merge(site.relations(of: sections.path)) { own, _ in own } }
    if let commentary {
      values["commentary"] = ["bodyHTML": commentary.html] as TemplateContext
    } else {
      values["commentary"] =
        ["quiet": "No commentary was written for this day; everything on this page is computed."]
        as TemplateContext
    }
    return values
  }

  private var navigation: TemplateContext {
    let index = site.indexByDate[decision.date] ?? 0
    var days: TemplateContext = [
      "month": Cells.link(
        NumberText.month(decision.date),
        site.link(
          from: sections.path, to: Site.path(year: decision.date.year, month: decision.date.month)))
    ]
    if index > 0 { days["previous"] = dayLink(site.decisions[index - 1].date) }
    if index + 1 < site.decisions.count {
      days["next"] = dayLink(site.decisions[index + 1].date)
    } else {
      days["nextNote"] = "the latest write-up"
    }
    return days
  }

  private func dayLink(_ date: CalendarDate) -> TemplateContext {
    Cells.link(
      "\(NumberText.weekdayShort(date)) \(date.year)",
      site.link(from: sections.path, to: Site.path(of: date)))
  }

  private var strip: TemplateContext {
    var strip: TemplateContext = [
      "badge": (site.content.book?.mode ?? .example).rawValue.capitalizedFirst,
      "date": NumberText.full(decision.date), "dateISO": decision.date.description,
      "asOf": "as of 16:15 New York", "profile": site.profile.reference,
      "snapshot": snapshot, "revision": sections.revision, "prices": pricesWords,
    ]
    strip.set("corrected", sections.correctionBadge)
    if SnapshotsPage.exists(on: site) {
      strip["snapshotHref"] = site.link(
        from: sections.path, to: SnapshotsPage.path, fragment: decision.date.description)
    }
    if sections.isModelled, !PriceGate(decision).isUnpriced { strip["pricesModelled"] = true }
    if site.content.pages.contains(where: { $0.path == "method/profiles/\(site.profile.id)" }) {
      strip["profileHref"] = site.link(
        from: sections.path, to: PagePath("method/profiles/\(site.profile.id)/"))
    }
    return strip
  }

  private var pricesWords: String {
    let gate = PriceGate(decision)
    guard !gate.isUnpriced else { return "no option or future prices" }
    let words = sections.isModelled ? "option and future prices modelled" : "prices quoted"
    return gate.isIncomplete ? words + ", some missing" : words
  }

  private var snapshot: String { site.snapshots[decision.date]?.short ?? NumberText.missing }

  private var runningFoot: String {
    let mode = (site.content.book?.mode ?? .example).rawValue
    return
      "\(site.content.configuration.title) · \(decision.date) · snapshot \(snapshot) · \(sections.revision) · "
      + "\(mode), \(pricesWords)"
  }
}
