import ALVH
import MarketData
import Quant
import SVGCharts

extension DailySections {
  /// Section 12: the next five sessions.
  func calendar() -> TemplateContext {
    let coverage = CalendarCoverage(site.content.history)
    return [
      "rows": decision.calendar.map { day -> TemplateContext in
        let nothing = coverage.speaks(of: day.date) ? "nothing scheduled" : "nothing known"
        return [
          "date": NumberText.weekdayShort(day.date), "dateISO": day.date.description,
          "itemsHTML": day.events.isEmpty
            ? "<span class=\"mu\">\(nothing)</span>"
            : day.events.map(eventMarkup).joined(separator: "; "),
        ]
      },
      "noteHTML": "Times are New York. Releases at 08:30, FOMC statements and minutes at 14:00."
        + coverage.lack(for: decision.calendar.map(\.date)),
    ]
  }

  private func eventMarkup(_ event: CalendarDay.Event) -> String {
    switch event {
    case .policy(.statement): "<b>FOMC statement</b>"
    case .policy(.minutes): "<b>FOMC minutes</b>"
    case .policy(.projections): "FOMC projections"
    case .release(let series, let period, let time):
      "<b>\(series.rawValue)</b> for \(Markup.escaped(Self.month(period))), \(Markup.escaped(time))"
    case .spxExpiration: "standard SPX options expire (morning)"
    case .vixExpiration: "VIX options and futures expire (morning)"
    case .bookExpiration: "the book’s options expire"
    case .hedgeRoll(let expiration):
      "roll rule can fire for the \(Markup.escaped(NumberText.short(expiration))) calls"
    case .earlyClose(let reason): "exchange closes at 13:00 (\(Markup.escaped(reason)))"
    }
  }

  /// `December 2015` for `2015-12`; the text itself when it is not a month.
  static func month(_ period: String) -> String {
    let parts = period.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[1]) else { return period }
    return "\(NumberText.monthName(parts[1])) \(parts[0])"
  }

  /// The assumed curve of β in the profile, as markup.
  private var betaMarkup: String {
    let beta = site.profile.model.beta
    return NumberText.fixed(beta.base, decimals: 2) + "\u{202F}(1\u{A0}+\u{A0}days/30)<sup>"
      + NumberText.fixed(-beta.exponent, decimals: 2) + "</sup>"
  }

  /// Section 13: what is missing, stale, modelled or assumed.
  func unknowns() -> TemplateContext {
    var items = decision.gaps.compactMap(gapMarkup) + unpricedLegMarkup
    let modelled = site.content.sources.filter { $0.kind == .modelled }
    if !modelled.isEmpty {
      let titles = modelled.map { Markup.escaped($0.title) }.joined(separator: "; ")
      items.append("<b>Modelled inputs</b>: \(titles).")
    }
    if let book = site.content.book {
      items.append(
        "<b>Assumed</b>: rate \(NumberText.percent(book.rate, decimals: 2)), dividend yield "
          + "\(NumberText.percent(book.dividendYield, decimals: 2)), fills at the next close’s bid or ask, "
          + "\(term("volatility beta", "volatility-beta")) \(betaMarkup), "
          + "VIX response \(NumberText.percentPoints(site.profile.model.vixElasticity)) for each "
          + "percent of the index."
      )
    }
    items.append(
      "Whether the trigger means anything. The base rates beside the rules are all that this history "
        + "could tell by this date.")
    return ["itemsHTML": items]
  }

  /// Titles of the inputs that the method needs, for a site that declares no source of them.
  private static let inputTitles = [
    "vix": "VIX closes", "vx": "VX settlements", "vix-options": "VIX option quotes",
    "index-options": "SPX and SPXW option quotes",
  ]

  private func inputTitle(_ id: String) -> String {
    site.content.sources.first { $0.id == id }?.title ?? Self.inputTitles[id] ?? id
  }

  /// The legs that could not be valued, one item for each reason.
  private var unpricedLegMarkup: [String] {
    ValuationWords.unpriced(decision.gaps).map { "<b>Not valued</b>: \(Markup.escaped($0))" }
  }

  /// A gap as an item; `nil` for legs, which share one.
  private func gapMarkup(_ gap: DataGap) -> String? {
    switch gap {
    case .missingSeries(let id):
      let title = inputTitle(id)
      let entry = site.content.sources.first { $0.id == id }
      let lack =
        entry == nil
        ? "No source is declared for it"
        : entry?.file == nil
          ? "It is declared and not supplied" : "Its file has no value by this date"
      return "<b>Missing</b>: \(Markup.escaped(title)). \(lack); a missing series never passes a "
        + "rule."
    case .stale(let id, let last):
      let title = inputTitle(id)
      let age = last.days(until: decision.date)
      return "<b>Stale</b>: \(Markup.escaped(title)), last value of \(NumberText.long(last)), "
        + "\(age) \(age == 1 ? "day" : "days") old."
    case .fewSurprises(let known, let needed):
      return
        "<b>Insufficient</b>: \(known) inflation \(known == 1 ? "surprise" : "surprises") with a "
        + "published consensus \(known == 1 ? "is" : "are") known, \(needed) are needed; the "
        + "inflation rule cannot fire."
    case .shortWarmUp(let bars):
      return "<b>Short history</b>: \(bars) sessions; path-dependent indicators want 300."
    case .tenorRelaxed:
      return
        "<b>Tenor relaxed</b>: no monthly expiration lies \(tenorWords) days out; the next one "
        + "stands in."
    case .unpricedHedge(let contract):
      return "<b>No usable quote</b> for a held call: VIX \(NumberText.long(contract.expiration)) "
        + "\(NumberText.fixed(contract.strike, decimals: 1)); it is left out of the sums."
    case .noShortVega:
      return
        "<b>Net vega is not short</b> at this close: short strikes lie in the money. No hedge can "
        + "be sized against it."
    case .bookNotValued:
      let legs = decision.book.flatMap { ValuationWords.incompleteness($0.valuation) }
      return "<b>Book not valued</b>: \(Markup.escaped(legs ?? "")). Net vega is unknown, so there "
        + "is no coverage and no hedge is sized."
    case .optionsOutsideBook(let count):
      return
        "<b>Book incomplete</b>: \(Markup.escaped(ValuationWords.outside(count))). Net vega of "
        + "the whole is unknown, so there is no coverage and no hedge is sized."
    case .unpricedLeg:
      return nil
    case .noScenarios(let obstacle):
      return "<b>No scenarios</b>: \(Markup.escaped(ScenarioWords.obstacle(obstacle)))"
    }
  }

  /// Section 15: inputs of the day, the author's sources, corrections.
  func sources() -> TemplateContext {
    var items: [TemplateContext] = site.content.sources.map { entry in
      var item: TemplateContext = [
        "title": entry.title, "publisher": entry.publisher, "kind": entry.kind.rawValue,
        "kindClass": entry.kind.rawValue,
      ]
      if entry.file == nil {
        item["kind"] = "missing"
        item["kindClass"] = "missing"
      }
      item.set("href", entry.url)
      return item
    }
    for citation in site.content.reports[decision.date]?.sources ?? [] {
      var item: TemplateContext = [
        "title": citation.title, "kind": "cited", "kindClass": "published",
      ]
      item.set("href", citation.url)
      items.append(item)
    }
    var context: TemplateContext = [
      "items": items, "recordHref": path.link(to: DayRecord.path(of: path), target: .web),
    ]
    if corrections.isEmpty {
      context["noCorrections"] = "None. This is revision 1."
    } else {
      context["corrections"] = correctionItems
    }
    if site.hasCorrectionsPage {
      context["correctionsHref"] = site.link(from: path, to: CorrectionsPage.path)
    }
    if site.content.pages.contains(where: { $0.path == "about/sources" }) {
      context["dataHref"] = site.link(from: path, to: PagePath("about/sources/"))
      context["dataLabel"] = "Every input with licence and units"
    }
    return context
  }

  /// Section 11, second half: the decision, in the author's words or the machine's.
  func decisionSection(_ report: Report?) -> TemplateContext {
    var items: [(String, String)] = []
    let machine =
      "\(ActionWords.short(decision.step).capitalizedFirst), \(ActionWords.reason(decision, in: site.profile))."
    items.append(("Rule table", machine))
    if let orders = ActionWords.orders(decision.orders) {
      items.append(("Orders", "\(orders.capitalizedFirst), at the next close."))
    }
    if let text = report?.decision { items.append(("Decision", text)) }
    if let text = report?.alternatives { items.append(("Alternatives", text)) }
    items.append(("Falsifier", report?.falsifier ?? computedFalsifier))
    if let review = report?.review {
      items.append(("Review", NumberText.full(review)))
    } else if let next = decision.calendar.last?.date {
      items.append(
        (
          "Review",
          "\(NumberText.full(next)), with the schedule of \(ActionWords.sessions(site.profile.engine.rebalanceMax))"
        ))
    }
    if let text = report?.loyaltyOrMotion { items.append(("Loyalty or motion?", text)) }
    if let text = report?.stewardOrPromoter { items.append(("Steward or promoter?", text)) }
    if report?.loyaltyOrMotion == nil {
      items.append(("Loyalty or motion?", "No commentary was written; the prompt stays open."))
    }
    return [
      "items": items.map {
        ["label": $0.0, "valueHTML": Markup.keepingSigns(in: Markup.escaped($0.1))]
          as TemplateContext
      }
    ]
  }

  private var computedFalsifier: String {
    if let lead = decision.signals.lead {
      return
        "On-balance volume above its level at the high of \(NumberText.short(lead.reference)), or 40 "
        + "sessions after \(NumberText.short(lead.known)): then the divergence counts as over."
    }
    return "A new swing high in price with a lower one in volume would change the stage."
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
