import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 9: cost of the hedge over account, notional and credit, against the cap.
  func drag() -> TemplateContext {
    let drag = decision.drag
    var context: TemplateContext = [
      "introHTML": "\(Markup.escaped(dragIntroduction(drag)))", "asideHTML": dragAside,
    ]
    if isModelled { context["modelled"] = true }
    guard drag.episodeStart != nil else { return context }
    context["caption"] =
      "Drag budget: \(NumberText.dollars(drag.capDollars)) an episode, "
      + "\(NumberText.percent(site.profile.sizing.dragLimit, decimals: 2)) of the account"
    context["foldLabel"] = "Drag by denominator"
    context["rows"] = dragRows(drag)
    return context
  }

  private func dragIntroduction(_ drag: DragState) -> String {
    var text: String
    if let start = drag.episodeStart {
      let spent = drag.spentDollars
      text =
        "The episode began on \(NumberText.long(start)). If all calls were sold at the bid now, it would have "
        + (spent >= 0
          ? "cost \(NumberText.dollars(spent))" : "gained \(NumberText.dollars(-spent))")
        + "; on an unchanged curve the next \(site.profile.sizing.reviewDays) days are expected to cost "
        + "\(NumberText.dollars(drag.exAnteDollars))."
    } else {
      text =
        "No hedge episode is running; nothing is spent today. The cap of the next one is "
        + "\(NumberText.dollars(drag.capDollars)), "
        + "\(NumberText.percent(site.profile.sizing.dragLimit, decimals: 2)) of the account’s net asset "
        + "value; the seed’s figure has no denominator, and this is the one chosen here."
    }
    let past = decision.episodes
    if !past.isEmpty {
      let total = past.reduce(0) { $0 + $1.costDollars }
      text +=
        " \(past.count) earlier episode\(past.count == 1 ? "" : "s") of this example "
        + "\(total >= 0 ? "cost" : "gained") \(NumberText.dollars(abs(total))) in all."
    }
    return text
  }

  private var dragAside: String {
    "<p>The seed’s “0.15\u{202F}%” has no denominator. Here it is the account’s net asset value per hedge "
      + "episode, measured before the trade on an unchanged curve. The other columns show the same "
      + "dollars against other denominators. See \(term("drag", "drag")).</p>"
  }

  private func dragRows(_ drag: DragState) -> [TemplateContext] {
    let days = Double(max(1, drag.episodeDays))
    var rows = [
      dragRow("Premium paid with commissions", drag.paidDollars, drag),
      dragRow("Received from sales", -drag.receivedDollars, drag),
      dragRow("Value at the bid", -drag.liquidationDollars, drag),
      dragRow("Cost so far", drag.spentDollars, drag, rowClass: "sum"),
      dragRow("Cost so far, per day", drag.spentDollars / days, drag),
      dragRow("Cost so far, per year", drag.spentDollars / days * 365, drag),
      dragRow("Expected over \(site.profile.sizing.reviewDays) days", drag.exAnteDollars, drag),
    ]
    rows.append(dragRow("Cap per episode", drag.capDollars, drag, rowClass: "now"))
    return rows
  }

  private func dragRow(
    _ label: String, _ dollars: Double, _ drag: DragState, rowClass: String? = nil
  ) -> TemplateContext {
    func share(_ denominator: Double, decimals: Int) -> TemplateContext {
      // In percent, as the heads of the columns say.
      Cells.number(denominator > 0 ? dollars / denominator * 100 : nil, decimals: decimals)
    }
    var row: TemplateContext = [
      "label": label, "dollars": Cells.number(dollars, decimals: 0),
      "ofAccount": share(drag.navDollars, decimals: 3),
      "ofNotional": share(drag.notionalDollars, decimals: 3),
      "ofCredit": share(drag.creditDollars, decimals: 1),
      "ofCap": share(drag.capDollars, decimals: 0),
    ]
    row.set("class", rowClass)
    return row
  }
}
