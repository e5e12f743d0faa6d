import ALVH
import Quant
import SVGCharts

/// Every correction of the site's write-ups, the latest first.
struct CorrectionsPage {
  let site: Site
  /// Where the list stands.
  var page = Self.path

  static let path = PagePath("about/corrections/")
  static let template = "pages/corrections"

  /// The page of a site that has written none itself.
  func generated(traits: Set<PageTrait>) -> Page {
    var values = values
    values["heading"] = "Corrections"
    return Page(
      path: Self.path, template: Self.template, title: "Corrections",
      description: "Every change made to a write-up after it was published.",
      pageClass: "prose", traits: traits, values: values, section: PagePath("about/"),
      search: SearchText(
        kind: .page, title: "Corrections",
        parts: ["Every change made to a write-up after it was published."]))
  }

  /// The list, or the words that there is none.
  var values: TemplateContext {
    let all = site.decisions.flatMap { decision in
      site.corrections(of: decision.date).map { (decision, $0) }
    }
    guard !all.isEmpty else {
      return ["noCorrections": "None so far. Every write-up is at revision 1."]
    }
    let latestFirst = all.enumerated().sorted {
      ($0.element.1.date, $0.offset) > ($1.element.1.date, $1.offset)
    }
    return [
      "corrections": latestFirst.map { _, entry -> TemplateContext in
        let (decision, correction) = entry
        return [
          "date": NumberText.long(correction.date), "dateISO": correction.date.description,
          "kind": correction.kind.rawValue, "reasonHTML": Markup.escaped(correction.what),
          "label": "\(NumberText.long(decision.date)): "
            + DailySections(site: site, decision: decision).headline,
          "href": site.link(from: page, to: Site.path(of: decision.date)),
        ]
      }
    ]
  }
}
