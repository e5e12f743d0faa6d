import ALVH
import Quant
import SVGCharts

/// What the sections of a write-up share: the day, its neighbours and how links are made.
struct DailySections {
  let site: Site
  let decision: DailyDecision
  let previous: DailyDecision?
  let path: PagePath

  init(site: Site, decision: DailyDecision) {
    self.site = site
    self.decision = decision
    let index = site.indexByDate[decision.date] ?? 0
    previous = index > 0 ? site.decisions[index - 1] : nil
    path = Site.path(of: decision.date)
  }

  /// Whether option prices behind the book and the hedge are modelled.
  var isModelled: Bool { decision.priceProvenance >= .modelled }

  /// Whether there is something to hedge whose net vega cannot be told.
  var isVegaUnknown: Bool {
    PriceGate(decision).optionsOutside > 0
      || decision.book.map { $0.hedgeableVegaDollarsPerVolPoint == nil } ?? false
  }

  /// Whether a held call could not be valued, so that the sums over the hedge are not the hedge's.
  var isHedgeUnknown: Bool { !decision.hedge.unpriced.isEmpty }

  /// What obliges the write-up, and its entries in the feeds, to show disclaimers.
  var traits: Set<PageTrait> {
    var traits: Set<PageTrait> = [.page, .options, .simulatedResults]
    if isModelled { traits.insert(.modelledPrices) }
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    if decision.gaps.contains(where: { if case .stale = $0 { true } else { false } }) {
      traits.insert(.staleData)
    }
    return traits
  }

  /// A link to a glossary term when the site has it, else the words alone, as markup.
  func term(_ words: String, _ slug: String) -> String {
    guard site.content.terms.contains(where: { $0.slug == slug }) else {
      return Markup.escaped(words)
    }
    return Markup.link(words, to: site.link(from: path, to: PagePath("glossary/\(slug)/")))
  }

  func row(_ quantity: DashboardRow.Quantity) -> DashboardRow? {
    decision.dashboard.first { $0.quantity == quantity }
  }

  /// The close of the index and its change on the day as a fraction.
  var index: (close: Double, change: Double?)? {
    guard let row = row(.spx), let close = row.latest else { return nil }
    return (close, row.previous.map { close / $0 - 1 })
  }
}

extension HedgeStage {
  /// The stage in words.
  var words: String {
    switch self {
    case .none: "no hedge"
    case .watch: "watch"
    case .layer1: "layer\u{A0}1"
    case .layer2: "layer\u{A0}2"
    case .layer3: "layer\u{A0}3"
    }
  }

  /// CSS class of the stage's mark.
  var styleClass: String { "s\(layer)" }
}

extension OptionRight {
  var word: String { self == .call ? "call" : "put" }
}
