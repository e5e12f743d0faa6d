import ALVH
import DecisionArchive
import MarketData
import ProseChecks
import Quant
import SVGCharts

/// What every page of one build shares: content, decisions, places and link style.
struct Site: Sendable {
  let content: SiteContent
  let target: LinkTarget
  let version: String
  /// The decisions of the site's profile, ascending.
  let decisions: [DailyDecision]
  /// Decisions of the other profiles by date, in profile order.
  let alternatives: [CalendarDate: [ProfileDecision]]
  /// Digest of what each session was computed from.
  let snapshots: [CalendarDate: SnapshotDigest]
  /// Position of each session in `decisions`.
  let indexByDate: [CalendarDate: Int]
  let profile: Profile
  /// Indicator series for the charts; `nil` without market data.
  let track: ChartTrack?
  let calendar: ContractCalendar
  var templates: TemplateLibrary
  /// The stylesheet, the scripts and the icons.
  let assets: SiteAssets
  /// Rendered disclaimer bodies by id.
  let disclaimerHTML: [String: String]
  /// The terms of the glossary, to find them in prose.
  let terms: TermIndex
  /// Which pages carry which tag, and which are related.
  let tags: TagIndex
  /// The sections named at the head of every page.
  let navigation: [NavigationEntry]

  /// Whether any price of the site comes from a model.
  var hasModelledPrices: Bool { content.sources.contains { $0.kind == .modelled } }

  /// Whether readers can search: the site does not say `search: off`, and the search page and its
  /// script are among the templates.
  var hasSearch: Bool { Self.hasSearch(content.configuration, templates, assets) }

  static func hasSearch(
    _ configuration: SiteConfiguration, _ templates: TemplateLibrary, _ assets: SiteAssets
  ) -> Bool {
    configuration.hasSearch && templates.has(SearchPage.template) && assets.has(SearchPage.script)
  }

  /// The decision of a session with a write-up.
  func decision(_ date: CalendarDate) -> DailyDecision? {
    indexByDate[date].map { decisions[$0] }
  }

  /// The place of a session's write-up.
  static func path(of date: CalendarDate) -> PagePath {
    let text = date.description.split(separator: "-").joined(separator: "/")
    return PagePath("daily/\(text)/")
  }

  /// The place of a month's index.
  static func path(year: Int, month: Int) -> PagePath {
    PagePath("daily/\(year)/\(month < 10 ? "0" : "")\(month)/")
  }

  /// The place of a year's index.
  static func path(year: Int) -> PagePath { PagePath("daily/\(year)/") }

  /// A link between two places of the site.
  func link(from page: PagePath, to other: PagePath, fragment: String? = nil) -> String {
    page.link(to: other, fragment: fragment, target: target)
  }

  /// Whether the site has any write-ups.
  var hasWriteUps: Bool { !decisions.isEmpty }
}
