import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// The values of the session that prose can print, in the order of the page.
  ///
  /// Only what the page shows, printed as the page prints it; a value that the session lacks is not
  /// in the catalogue.
  func values() -> ValueCatalogue {
    var list = ValueList(decision, previous: previous)
    let origins = ValueOrigins(site.content.sources)
    stepValues(into: &list)
    marketValues(origins, into: &list)
    curveValues(origins, into: &list)
    signalValues(origins, into: &list)
    bookValues(into: &list)
    hedgeValues(into: &list)
    sizingValues(into: &list)
    dragValues(into: &list)
    scenarioValues(into: &list)
    return ValueCatalogue(list.values)
  }

  /// The origin of what is computed from option quotes of the session.
  var priced: ValueOrigin { isModelled ? .modelled : .derived }

  /// The date, and what the rule table decided.
  private func stepValues(into list: inout ValueList) {
    list.date("date", "The session", .published, .session) { $0.date }
    list.words("stage", "Stage of the hedge after the session", priced, .ruleTable) {
      $0.step.stageAfter.words
    }
    list.words("action", "What the rule table asks for", priced, .ruleTable) {
      ActionWords.short($0.step)
    }
    list.number("rule", "The rule that decided, of twelve", .count, priced, .ruleTable) {
      Double($0.step.rule.number)
    }
    list.words("orders", "Orders for the next close", priced, .ruleTable) {
      ActionWords.orders($0.orders)
    }
  }
}
