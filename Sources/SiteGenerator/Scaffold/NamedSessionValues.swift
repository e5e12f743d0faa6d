import ALVH
import MarketData
import Quant

/// The values that the prose of one session can print, computed as a build computes them.
struct NamedSessionValues {
  let content: SiteContent
  let source: any FileSystem
  let product: (any FileSystem)?

  /// Texts by name, as `{{ name }}` prints them.
  ///
  /// - Throws: `DiagnosticList` when the site does not compute.
  func values(of date: CalendarDate) throws -> [String: String] {
    var problems: [Diagnostic] = []
    var content = content
    // Other sessions and what is written about them change nothing in these values.
    content.configuration.writeUps = date...date
    content.reports = [:]
    let templates = try TemplateLibrary(site: source, product: product, into: &problems)
    let assets = try SiteAssets(site: source, product: product)
    let site = SiteAssembly(
      content: content, templates: templates, assets: assets, target: .offline, version: ""
    ).site(into: &problems)
    try DiagnosticList(problems).throwIfErrors()
    guard let decision = site.decision(date) else {
      throw DiagnosticList([
        .error(
          SourceLocation(file: SourcesFile.path), "nothing could be computed for \(date)",
          "See what `hedgebook check --data` finds.")
      ])
    }
    let values = DailySections(site: site, decision: decision).values().values
    return Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.text) })
  }
}
