import ALVH
import MarketData
import Quant
import SVGCharts
import TextDistance

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
  func render(
    _ fields: inout YAMLFields, number: Int, into problems: inout [Diagnostic]
  ) -> RenderedProse? {
    if fields.has("sample") { return sample(&fields, number: number, into: &problems) }
    let names = Chart.allCases.map(\.rawValue).joined(separator: ", ")
    let chart = fields.requiredValue(
      "chart", "one of \(names)", example: "payoff", into: &problems
    ) { Chart(rawValue: $0) }
    let date = fields.session(into: &problems)
    fields.finish(into: &problems)
    guard let chart, let date else { return nil }
    guard let decision = fields.writeUp(of: date, in: site, toDo: "to draw", into: &problems)
    else { return nil }
    guard let view = view(chart, DailySections(site: site, decision: decision), number) else {
      problems.append(
        .error(
          fields.location(of: "chart"), "the figure \(chart.rawValue) of \(date) has no data",
          "Choose another session or chart."))
      return nil
    }
    let source = Markup.link(
      "the write-up of \(NumberText.long(date))", to: site.link(from: page, to: Site.path(of: date))
    )
    return RenderedProse(html: markup(view, from: "From \(source)."), showsResults: true)
  }

  private func view(_ chart: Chart, _ sections: DailySections, _ number: Int) -> FigureView? {
    switch chart {
    case .termStructure: sections.curveFigure(number: number)
    case .priceVolume: sections.priceFigure(number: number)
    case .momentum: sections.momentumFigure(number: number)
    case .layers: sections.layersFigure(number: number)
    case .payoff: sections.payoffFigure(number: number)
    }
  }

  /// A figure of fixed made-up data, for pages that explain how figures are read.
  private func sample(
    _ fields: inout YAMLFields, number: Int, into problems: inout [Diagnostic]
  ) -> RenderedProse? {
    let name = fields.requiredText("sample", example: "term-structure", into: &problems)
    fields.finish(into: &problems)
    guard let sample = SampleCharts.all.first(where: { $0.name == name }) else {
      let names = SampleCharts.all.map(\.name)
      problems.append(
        .error(
          fields.location(of: "sample"), "there is no sample figure `\(name)`",
          Spelling.nearest(to: name, among: names).map { "Did you mean `\($0)`?" }
            ?? "Write one of \(names.joined(separator: ", "))."))
      return nil
    }
    let view = FigureView(
      id: sample.name, number: number, finding: sample.chart.title, subtitle: sample.subtitle,
      figure: sample.chart.figure(idPrefix: sample.name), in: page)
    return RenderedProse(
      html: markup(view, from: "Sample data, made up to show the figure."), files: view.files)
  }

  private func markup(_ view: FigureView, from source: String) -> String {
    var view = view
    view.asideHTML = nil
    view.foldLabel = nil
    view.noteHTML = [view.noteHTML, source].compactMap { $0 }.joined(separator: " ")
    return site.templates.render(view.context(on: page), template: "partials/figure") ?? ""
  }
}
