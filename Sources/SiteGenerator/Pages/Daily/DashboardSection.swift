import ALVH
import MarketData
import Quant
import SVGCharts

extension DailySections {
  /// The dashboard: one row for each declared series.
  func dashboard() -> TemplateContext {
    let rows = decision.dashboard.map(dashboardRow)
    var context: TemplateContext = ["caption": "Where the day closed", "rows": rows]
    var note =
      "Percentile: share of the 252 values before today’s that are lower; none for the index, for "
      + "running sums and before 252 values are known."
    if decision.dashboard.contains(where: { $0.provenance >= .modelled }) {
      note += " ᵐ modelled."
    }
    context["noteHTML"] = Markup.escaped(note)
    return context
  }

  private func dashboardRow(_ row: DashboardRow) -> TemplateContext {
    let style = DashboardStyle(row.quantity)
    var view: TemplateContext = ["name": style.name, "threshold": threshold(row.quantity)]
    guard let latest = row.latest else {
      view["class"] = "miss"
      view["missing"] = missing(row)
      view["state"] = "Insufficient data"
      return view
    }
    let isModelled = row.provenance >= .modelled
    view["latest"] = style.cell(latest, signed: false, isModelled: isModelled)
    view["previous"] = style.cell(row.previous, signed: false, isModelled: isModelled)
    view["change"] = style.cell(
      row.previous.map { latest - $0 }, signed: true, isModelled: false)
    if let percentile = row.percentile {
      view["percentile"] = NumberText.fixed(percentile * 100, decimals: 0)
      view.set("percentileSVG", PercentileStrip.svg(percentile * 100))
    } else {
      view["percentile"] = NumberText.missing
    }
    let (state, changed) = state(row, latest)
    view["state"] = state
    if changed { view["changed"] = true }
    return view
  }

  private func missing(_ row: DashboardRow) -> String {
    if let last = row.lastKnown { return "missing: last value of \(NumberText.long(last))" }
    guard let input = DashboardStyle.input(of: row.quantity) else {
      return row.quantity == .onBalanceVolume
        ? "missing: no volumes of the index" : "missing: too little history"
    }
    return "missing: \(lack(of: input) ?? "no value by this date")"
  }

  /// Why an input has no value at all by this date; `nil` when it has a file.
  func lack(of input: MarketInput) -> String? {
    let entries = site.content.sources.filter { MarketInput(feeding: $0) == input }
    if entries.isEmpty { return "no source declared" }
    return entries.allSatisfy { $0.file == nil } ? "declared, no data supplied" : nil
  }

  /// A score without needless decimals: 1, 1.5.
  private static func shortest(_ score: Double) -> String {
    NumberText.fixed(score, decimals: score == score.rounded() ? 0 : 1)
  }

  private func threshold(_ quantity: DashboardRow.Quantity) -> String {
    switch quantity {
    case .vix: "above VX1"
    case .contango: "below 0"
    case .rsi: NumberText.fixed(site.profile.failureSwing.threshold, decimals: 0)
    case .macd: "crosses below 0"
    case .onBalanceVolume: "lower high"
    case .advanceDecline: "below its mean"
    case .exchangeRate: "z ≥ \(Self.shortest(site.profile.context.exchangeRateScore))"
    default: NumberText.missing
    }
  }

  /// What the value means today, and whether that changed since the session before.
  func state(_ row: DashboardRow, _ latest: Double) -> (String, Bool) {
    switch row.quantity {
    case .spx:
      guard let change = row.previous.map({ latest / $0 - 1 }) else {
        return (NumberText.missing, false)
      }
      return (
        "\(change >= 0 ? "Up" : "Down") \(NumberText.percent(abs(change), decimals: 2))", false
      )
    case .vix:
      return comparison(
        latest, .vx1, above: "Above the front future", below: "Below the front future")
    case .vx1, .vx2: return (expirationWords(row.quantity), false)
    case .contango:
      return signState(row, latest, above: "Contango", below: "Backwardation at the front")
    case .realisedVolatility:
      guard let vix = self.row(.vix)?.latest else { return (NumberText.missing, false) }
      return (latest * 100 > vix ? "Above VIX" : "Below VIX", false)
    case .onBalanceVolume:
      return (
        decision.signals.lead == nil ? "No active divergence" : "Divergence active",
        !decision.signals.new.isEmpty || !decision.signals.ended.isEmpty
      )
    case .advanceDecline:
      let confirmed = decision.signals.breadthConfirmed
      return (
        confirmed.map { "Confirms since \(NumberText.short($0))" } ?? "Does not confirm",
        confirmed == decision.date
      )
    case .rsi:
      let confirmed = decision.signals.rsiConfirmed
      if let confirmed {
        return ("Failure swing of \(NumberText.short(confirmed))", confirmed == decision.date)
      }
      return (
        latest > 60 ? "Above 60" : "Below 60", (latest > 60) != ((row.previous ?? latest) > 60)
      )
    case .macd:
      if decision.signals.macdCrossedToday { return ("Crossed under its signal today", true) }
      return signState(row, latest, above: "Above its signal", below: "Below its signal")
    case .exchangeRate:
      switch decision.context.exchangeRateVerdict {
      case .yes: return ("Elevated", false)
      case .no: return ("Not elevated", false)
      case .insufficientData: return ("Insufficient data", false)
      }
    }
  }

  private func expirationWords(_ quantity: DashboardRow.Quantity) -> String {
    let nodes = decision.curve?.nodes ?? []
    let position = quantity == .vx1 ? 0 : 1
    guard position < nodes.count else { return NumberText.missing }
    return "\(nodes[position].days) days, \(NumberText.short(nodes[position].expiration))"
  }

  private func signState(
    _ row: DashboardRow, _ latest: Double, above: String, below: String
  ) -> (String, Bool) {
    let changed = row.previous.map { ($0 >= 0) != (latest >= 0) } ?? false
    return (latest >= 0 ? above : below, changed)
  }

  private func comparison(
    _ latest: Double, _ other: DashboardRow.Quantity, above: String, below: String
  ) -> (String, Bool) {
    guard let row = row(other), let level = row.latest else { return (NumberText.missing, false) }
    var changed = false
    if let before = self.row(.vix)?.previous, let otherBefore = row.previous {
      changed = (before > otherBefore) != (latest > level)
    }
    return (latest > level ? above : below, changed)
  }
}

/// Name, unit and rounding of a dashboard quantity.
struct DashboardStyle {
  let name: String
  private let decimals: Int
  private let scale: Double
  private let isPercent: Bool

  init(_ quantity: DashboardRow.Quantity) {
    var scale = 1.0
    var decimals = 2
    var isPercent = false
    switch quantity {
    case .spx: name = "S&P 500"
    case .vix: name = "VIX, spot"
    case .vx1: name = "VX1, front future"
    case .vx2: name = "VX2, second future"
    case .contango:
      name = "VX2 over VX1"
      isPercent = true
      decimals = 1
    case .realisedVolatility:
      name = "Realised volatility, 21 sessions"
      isPercent = true
      decimals = 1
    case .onBalanceVolume:
      name = "OBV, bn shares"
      scale = 1e-9
    case .advanceDecline:
      name = "A-D line, thousand issues"
      scale = 1e-3
    case .rsi:
      name = "RSI, 14 sessions"
      decimals = 1
    case .macd: name = "MACD less its signal"
    case .exchangeRate: name = "Real effective exchange rate"
    }
    self.decimals = decimals
    self.scale = scale
    self.isPercent = isPercent
  }

  /// The input whose values the quantity shows as they are; `nil` for what is computed over time.
  static func input(of quantity: DashboardRow.Quantity) -> MarketInput? {
    switch quantity {
    case .spx: .indexBars
    case .vix: .vix
    case .vx1, .vx2, .contango: .futures
    case .advanceDecline: .breadth
    case .exchangeRate: .realEffectiveExchangeRate
    case .realisedVolatility, .onBalanceVolume, .rsi, .macd: nil
    }
  }

  func cell(_ value: Double?, signed: Bool, isModelled: Bool) -> TemplateContext {
    // A change of percentages is in percentage points.
    if isPercent, signed, let value {
      var cell = Cells.number(value * 100, decimals: decimals, signed: true)
      cell["fraction"] = ((cell["fraction"] as? String) ?? "") + "\u{A0}pp"
      return cell
    }
    return isPercent
      ? Cells.percent(value, decimals: decimals, signed: signed, isModelled: isModelled)
      : Cells.number(
        value.map { $0 * scale }, decimals: decimals, signed: signed, isModelled: isModelled)
  }
}
