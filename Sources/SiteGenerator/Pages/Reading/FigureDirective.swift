import ALVH
import MarketData
import Quant

/// A fenced block `figure` in prose: draws a chart of a write-up's session.
struct FigureDirective {
  let site: Site
  let page: PagePath

  private enum Chart: String, CaseIterable {
    case termStructure = "term-structure"
    case priceVolume = "price-volume"
    case momentum
    case layers
    case payoff
  }

  /// The figure's markup; `nil` after reporting what is wrong with the block.
  func markup(
    _ directive: Directive, number: Int, into problems: inout [Diagnostic]
  ) -> String? {
    let file = directive.location.file
    let line = directive.location.line ?? 1
    guard
      var fields = YAMLFields(
        yaml: directive.body, file: file, lineOffset: line, into: &problems)
    else { return nil }
    let names = Chart.allCases.map(\.rawValue).joined(separator: ", ")
    let chart = fields.requiredValue(
      "chart", "one of \(names)", example: "payoff", into: &problems
    ) { Chart(rawValue: $0) }
    let date = fields.requiredValue(
      "date", "a date of the form YYYY-MM-DD", example: "2016-01-04", into: &problems
    ) { CalendarDate($0) }
    fields.finish(into: &problems)
    guard let chart, let date else { return nil }
    guard let decision = site.decision(date) else {
      problems.append(
        .error(
          fields.location(of: "date"), "there is no write-up of \(date) to draw",
          "Name a session that has a write-up."))
      return nil
    }
    let sections = DailySections(site: site, decision: decision)
    var view: FigureView?
    switch chart {
    case .termStructure: view = sections.curveFigure(number: number)
    case .priceVolume: view = sections.priceFigure(number: number)
    case .momentum: view = sections.momentumFigure(number: number)
    case .layers: view = sections.layersFigure(number: number)
    case .payoff: view = sections.payoffFigure(number: number)
    }
    guard var view else {
      problems.append(
        .error(
          directive.location, "the figure \(chart.rawValue) of \(date) has no data",
          "Choose another session or chart."))
      return nil
    }
    view.asideHTML = nil
    view.foldLabel = nil
    let place = Site.path(of: date)
    let source = Markup.link("the write-up of \(date)", to: site.link(from: page, to: place))
    view.noteHTML = [view.noteHTML, "From \(source)."].compactMap { $0 }.joined(separator: " ")
    return site.templates.render(view.context(on: page), template: "partials/figure")
  }
}
