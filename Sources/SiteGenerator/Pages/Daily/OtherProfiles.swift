import ALVH
import Quant
import SVGCharts

/// What every other profile does on a session: one line each, as a folded table.
struct OtherProfiles {
  let site: Site
  let page: PagePath
  let decisions: [ProfileDecision]

  /// The table; `nil` when the site knows one profile only.
  var context: TemplateContext? {
    guard !decisions.isEmpty else { return nil }
    return [
      "id": "other-profiles",
      "caption":
        "What \(decisions.count == 1 ? "one other profile" : "\(decisions.count) other profiles") would do today",
      "columns": [
        ["title": "Profile"], ["title": "Today", "class": "say"], ["title": "$ per VIX pt"],
        ["title": "Coverage, %"],
      ] as [TemplateContext],
      "numeric": true, "rowsHTML": decisions.map(row).joined(),
      "noteHTML": note,
    ]
  }

  private var note: String {
    let modelled =
      decisions.contains { decision in
        switch decision {
        case .ruleTable(let decision): decision.priceProvenance >= .modelled
        case .standing(let decision): decision.priceProvenance >= .modelled
        }
      } ? "All amounts are modelled. " : ""
    return modelled
      + "Each profile keeps a paper account of its own from the book’s first day; orders fill at the "
      + "next close. Shown for comparison, as reported by others or as benchmarks, not recommended"
      + (methodLink.map { "; parameters on \($0)" } ?? "") + "."
  }

  /// The page that lists the profiles, when the site has one.
  private var methodLink: String? {
    guard
      let page = site.content.pages.first(where: { $0.kind == .method })
    else { return nil }
    let href = site.link(from: self.page, to: ReadingPages.path(of: page), fragment: "profiles")
    return Markup.link("the method page", to: href)
  }

  private func row(_ decision: ProfileDecision) -> String {
    let id = decision.profile.split(separator: "@").first.map(String.init) ?? decision.profile
    let (words, exposure, coverage) = cells(decision)
    return
      "<tr><th scope=\"row\">\(Markup.escaped(id))</th><td class=\"say\">\(Markup.escaped(words))</td>"
      + "<td>\(exposure)</td><td>\(coverage)</td></tr>\n"
  }

  private func cells(_ decision: ProfileDecision) -> (String, String, String) {
    switch decision {
    case .ruleTable(let decision):
      return (
        ActionWords.short(decision.step), amount(decision.hedge.dollarsPerVIXPoint),
        share(decision.hedge.coverage)
      )
    case .standing(let decision):
      return (
        StandingWords.line(decision),
        decision.isFullyPriced ? amount(decision.dollarsPerVIXPoint) : NumberText.missing,
        share(decision.coverage)
      )
    }
  }

  private func amount(_ value: Double) -> String { NumberText.fixed(value, decimals: 0) }

  private func share(_ value: Double?) -> String {
    value.map { NumberText.fixed($0 * 100, decimals: 0) } ?? NumberText.missing
  }
}
