import ALVH
import MarketData
import Quant
import SVGCharts

extension DailySections {
  /// Section 7: legs, width, credit, break-evens, win rate, time value, Greeks, maximum loss.
  func book() -> TemplateContext {
    guard let book = decision.book else {
      return [
        "legs": [otherHoldings()].compactMap { $0?.context },
        "introHTML": "\(Markup.escaped(emptyBookWords))",
      ]
    }
    var context: TemplateContext = [
      "introHTML": "\(Markup.escaped(bookIntroduction(book)))",
      "legs": (book.profiles.map { legTable(book, $0) } + [otherHoldings()].compactMap { $0 })
        .map(\.context),
      "facts": bookFacts(book), "asideHTML": bookAside(book),
    ]
    if isModelled { context["modelled"] = true }
    return context
  }

  private var emptyBookWords: String {
    let outside = PriceGate(decision).optionsOutside
    return outside == 0
      ? "There is no open book of SPX or VIX options on this day."
      : "The method’s book is empty; \(ValuationWords.outside(outside))."
  }

  private func bookIntroduction(_ book: BookState) -> String {
    let structures = book.structures.map { structure in
      "\(structure.quantity) × \(StructureWords.name(structure.kind))"
        + (structure.series.map { " expiring \(NumberText.long($0.expiration))" } ?? "")
    }
    let end = book.profiles.count > 1 ? " to the first expiration" : ""
    let days =
      book.profiles.map(\.series.expiration).min().map {
        " \(decision.date.days(until: $0)) calendar days are left\(end)."
      } ?? ""
    return structures.joined(separator: "; ") + ", as of the positions file of "
      + NumberText.long(book.snapshot) + "." + days + incompletenessSentences(book)
  }

  /// Why figures of the book are missing, and what of the account the book is not.
  private func incompletenessSentences(_ book: BookState) -> String {
    var text = ""
    if let legs = ValuationWords.incompleteness(book.valuation) {
      text +=
        " \(legs): what needs every leg is missing, because a sum of the others would not be "
        + "the book’s."
    }
    if book.optionsOutside > 0 {
      text +=
        " \(ValuationWords.outside(book.optionsOutside)): the figures here are those of the "
        + "book alone, and nothing is hedged against them."
    }
    return text
  }

  private func legTable(_ book: BookState, _ profile: PayoffProfile) -> TableView {
    let legs = book.valuation.legs.filter { $0.leg.contract.series == profile.series }
    return TableView(
      id: "legs-\(profile.series.expiration)",
      caption: "Legs of \(NumberText.long(profile.series.expiration)), index points",
      columns: ["Leg", "Quantity", "Strike", "Entry", "Mark", "IV, %", "Delta", "Time value"],
      rows: legs.map { leg in
        TableView.Row(
          head: LegCells.head(leg),
          cells: LegCells.position(leg) + [
            Cells.number(leg.impliedVolatility.map { $0 * 100 }, decimals: 1),
            Cells.number(leg.unitDelta, decimals: 2, signed: true),
            Cells.number(leg.timeValueForward, decimals: 2),
          ])
      },
      noteHTML: "Entry and mark per unit; one contract is $100 a point. Time value against the "
        + "forward, from each leg’s own implied volatility.", tableClass: nil)
  }

  /// What the statement holds beside the book, `nil` when it holds nothing else.
  private func otherHoldings() -> TableView? {
    guard let file = site.content.book,
      let snapshot = file.snapshots.last(where: { $0.date <= decision.date })?.date,
      let holdings = file.otherHoldings[snapshot], !holdings.isEmpty
    else { return nil }
    return TableView(
      id: "other-holdings", caption: "Other holdings of \(NumberText.long(snapshot))",
      columns: ["Symbol", "Kind", "Quantity", "Why it is not in the method"],
      rows: holdings.map { holding in
        TableView.Row(
          head: holding.symbol,
          cells: [
            Cells.text(holding.kind),
            Cells.number(holding.quantity, decimals: holding.decimals, signed: true),
            Cells.text(holding.reason),
          ])
      },
      noteHTML:
        "As the broker’s statement lists them. They are not valued here, not hedged, and in "
        + "no sum on this page.", tableClass: nil)
  }

  private func bookFacts(_ book: BookState) -> [TemplateContext] {
    let result = book.valuation.unrealisedDollars
    var facts = [
      book.creditDollars < 0
        ? ("Debit paid", NumberText.dollars(-book.creditDollars))
        : ("Credit received", NumberText.dollars(book.creditDollars)),
      (
        "Result since entry",
        result.map { NumberText.dollars($0, signed: true) } ?? ValuationWords.missing
      ),
    ]
    if let width = book.widthPoints {
      facts.append(("Width of the spreads", "\(NumberText.fixed(width, decimals: 0)) points"))
    }
    for profile in book.profiles {
      facts += expirationFacts(profile, isOnlyOne: book.profiles.count == 1)
    }
    if let rate = book.breakEvenWinRate {
      facts.append(("Break-even win rate", NumberText.percent(rate, decimals: 1)))
    }
    facts += sensitivityFacts(book.valuation)
    facts.append(("SPX notional", NumberText.dollars(book.notionalDollars)))
    return facts.map { ["label": $0.0, "valueHTML": Markup.escaped($0.1)] }
  }

  /// Break-evens and extremes of one expiration; of several each is named, because a book of several
  /// has no single pay-off (methodology 3.2).
  private func expirationFacts(
    _ profile: PayoffProfile, isOnlyOne: Bool
  ) -> [(String, String)] {
    let ends = profile.breakEvens.map { NumberText.fixed($0, decimals: 2) }
    let of =
      isOnlyOne
      ? ""
      : ", \(profile.series.root.rawValue) \(NumberText.short(profile.series.expiration))"
    return [
      ("Break-evens at expiration" + of, ends.isEmpty ? "none" : ends.joined(separator: " and ")),
      ("Greatest profit" + of, profile.maxProfit.map { NumberText.dollars($0) } ?? "unbounded"),
      ("Greatest loss" + of, profile.maxLoss.map { NumberText.dollars($0) } ?? "unbounded"),
    ]
  }

  /// Time value and Greeks of the book, each missing when a leg lacks its own.
  private func sensitivityFacts(_ valuation: BookValuation) -> [(String, String)] {
    let greeks = valuation.sensitivities
    func fact(
      _ label: String, _ value: Double?, decimals: Int = 0, signed: Bool = false, per unit: String
    ) -> (String, String) {
      (
        label,
        value.map { NumberText.dollars($0, decimals: decimals, signed: signed) + unit }
          ?? ValuationWords.missing
      )
    }
    return [
      fact("Net time value", valuation.timeValueForwardDollars, per: ""),
      fact("Net vega", greeks?.vegaDollarsPerVolPoint, per: " per vol point"),
      fact(
        "Net vega, 30-day equivalent", greeks?.vega30DayDollarsPerVolPoint, per: " per vol point"),
      fact("Net theta", greeks?.thetaDollarsPerDay, decimals: 1, signed: true, per: " a day"),
      fact(
        "Net delta", greeks?.deltaDollarsPerPoint, decimals: 1, signed: true,
        per: " per index point"),
      fact(
        "Net gamma", greeks?.gammaDollarsPerPointSquared, decimals: 2, signed: true,
        per: " per point²"),
    ]
  }

  private func bookAside(_ book: BookState) -> String {
    var text =
      "<p><b>Break-even win rate</b>: 1 − credit over width. It assumes that every loss is the "
      + "greatest; it is a yardstick, not a forecast.</p>"
    if isModelled {
      text +=
        "<p>Quotes come from the example’s model: the whole section is modelled. "
        + "\(term("Vega", "vega")) is a parallel shift of every leg’s own volatility.</p>"
    }
    return text
  }
}

/// Names of option structures in words.
enum StructureWords {
  static func name(_ kind: StructureKind) -> String {
    switch kind {
    case .ironCondor: "iron condor"
    case .brokenWingIronCondor: "iron condor with unequal wings"
    case .ironFly: "iron fly"
    case .box: "box"
    case .bullPutSpread: "short put spread"
    case .bearPutSpread: "long put spread"
    case .bearCallSpread: "short call spread"
    case .bullCallSpread: "long call spread"
    case .shortStrangle: "short strangle"
    case .longStrangle: "long strangle"
    case .syntheticLong: "synthetic long"
    case .syntheticShort: "synthetic short"
    case .nakedShortPut: "short put"
    case .nakedShortCall: "short call"
    case .longPut: "long put"
    case .longCall: "long call"
    }
  }
}

extension OtherHolding {
  /// Decimals of the quantity: none for whole units, four for fractions of a share.
  fileprivate var decimals: Int { quantity == quantity.rounded() ? 0 : 4 }
}
