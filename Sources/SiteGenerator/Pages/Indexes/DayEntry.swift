import ALVH
import Quant
import SVGCharts

/// A write-up as one line of a list.
struct DayEntry {
  let site: Site

  func context(_ decision: DailyDecision, from page: PagePath) -> TemplateContext {
    let sections = DailySections(site: site, decision: decision)
    var entry: TemplateContext = [
      "href": site.link(from: page, to: Site.path(of: decision.date)),
      "date": NumberText.weekdayShort(decision.date), "dateISO": decision.date.description,
      "headline": sections.headline, "stage": decision.step.stageAfter.words,
      "stageClass": decision.step.stageAfter.styleClass,
    ]
    // A computed headline says the action itself.
    if site.content.reports[decision.date] != nil {
      entry["action"] = ActionWords.short(decision.step)
    }
    if let vix = sections.row(.vix)?.latest {
      entry["vix"] = NumberText.fixed(vix, decimals: 2)
    }
    if let change = sections.index?.change {
      entry["change"] = NumberText.percent(change, decimals: 2, signed: true)
    }
    if site.content.reports[decision.date] != nil { entry["written"] = true }
    return entry
  }
}
