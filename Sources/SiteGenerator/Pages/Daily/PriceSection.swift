import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 6: price with OBV and swing points; RSI and MACD.
  func price(_ figures: [FigureView?]) -> TemplateContext {
    ["figures": figures.compactMap { $0?.context(on: path) }]
  }

  /// Sessions drawn: from ten before the earliest drawn swing point, 45 to 90 of them.
  private func window(_ track: ChartTrack, _ index: Int) -> ClosedRange<Int> {
    let shown = decision.signals.recent + (decision.signals.lead.map { [$0] } ?? [])
    let first = shown.map(\.reference).min().flatMap { track.indexByDate[$0] } ?? index
    let start = min(index - 45, first - 10)
    return max(0, index - 90, start)...index
  }

  /// Figure of price and on-balance volume; `nil` when the day is not in the history.
  func priceFigure(number: Int) -> FigureView? {
    guard let track = site.track, let index = track.indexByDate[decision.date] else { return nil }
    let range = window(track, index)
    let base = track.onBalanceVolume[range.lowerBound]
    let volume = range.map { (track.onBalanceVolume[$0] - base) / 1e9 }
    let local: (CalendarDate) -> Int? = { date in
      track.indexByDate[date].flatMap { range.contains($0) ? $0 - range.lowerBound : nil }
    }
    let drawnViews = divergencesToDraw
    let segments = drawnViews.compactMap { segment($0, local) }
    let chart = PriceVolumeChart(
      title: "S&P 500 close and on-balance volume", desc: priceDescription,
      dates: range.map { track.dates[$0] }, close: range.map { track.close[$0] },
      onBalanceVolume: volume, priceTitle: "S&P 500, close",
      volumeTitle: ChartLabel(
        "On-balance volume, bn shares since \(NumberText.short(track.dates[range.lowerBound]))",
        narrow: "OBV, bn since \(NumberText.short(track.dates[range.lowerBound]))"),
      segments: segments,
      known: decision.signals.lead.flatMap { lead in
        local(lead.known).map {
          [KnownMarker(index: $0, label: ChartLabel("known \(NumberText.short(lead.known))"))]
        }
      } ?? [])
    return FigureView(
      id: "price", number: number, finding: priceFinding,
      subtitle: "Daily closes; filled lines join the swing highs compared",
      figure: chart.figure(idPrefix: "price"), in: path,
      noteHTML: Markup.escaped(
        "The volume is the index vendor’s sum; the level of OBV depends on where the sum starts, only "
          + "differences mean anything. A swing high is known "
          + "\(ActionWords.sessions(site.profile.divergence.right)) later."))
  }

  private var divergencesToDraw: [DivergenceView] {
    var views = decision.signals.recent
    if let lead = decision.signals.lead, !views.contains(lead) { views.append(lead) }
    for ended in decision.signals.ended where !views.contains(ended) { views.append(ended) }
    return views.suffix(3)
  }

  private func segment(
    _ view: DivergenceView, _ local: (CalendarDate) -> Int?
  ) -> PriceVolumeChart.SwingSegment? {
    guard let from = local(view.reference), let to = local(view.pivot),
      let volumeFrom = local(view.volumeReference), let volumeTo = local(view.volumePivot)
    else { return nil }
    let isLead = view == decision.signals.lead
    return PriceVolumeChart.SwingSegment(
      price: (from: from, to: to), volume: (from: volumeFrom, to: volumeTo),
      emphasis: isLead ? .current : view.ended == nil ? .earlier : .invalidated,
      fromLabel: isLead
        ? ChartLabel(
          "\(NumberText.short(view.reference)) \(NumberText.fixed(view.priceAtReference, decimals: 2))",
          narrow: NumberText.short(view.reference)) : "",
      toLabel: ChartLabel(
        isLead
          ? "\(NumberText.short(view.pivot)) \(NumberText.fixed(view.priceAtPivot, decimals: 2))"
          : "\(NumberText.short(view.pivot)), \(view.ended == nil ? "earlier" : "ended")",
        narrow: NumberText.short(view.pivot)),
      volumeLabel: isLead
        ? ChartLabel("\(NumberText.fixed(view.volumeChange / 1e9, decimals: 2, signed: true)) bn")
        : "")
  }

  private var priceFinding: String {
    if let ended = decision.signals.ended.last, decision.signals.lead == nil {
      return "The divergence of \(NumberText.short(ended.pivot)) ended: \(Self.endWords(ended))"
    }
    guard let lead = decision.signals.lead else {
      return "No active divergence between price and volume"
    }
    return
      "The high of \(NumberText.short(lead.pivot)) was higher in price and lower in volume than "
      + "that of \(NumberText.short(lead.reference))"
  }

  /// What the leading divergence is, in figures.
  private var priceDescription: String {
    guard let lead = decision.signals.lead else { return "" }
    return "Price rose from \(NumberText.fixed(lead.priceAtReference, decimals: 2)) to "
      + "\(NumberText.fixed(lead.priceAtPivot, decimals: 2)) between the two highs while on-balance "
      + "volume fell by \(NumberText.fixed(-lead.volumeChange / 1e9, decimals: 2)) billion shares. "
      + "Known on \(NumberText.long(lead.known))."
  }

  /// Figure of RSI and MACD; `nil` when the indicators have no value in the window.
  func momentumFigure(number: Int) -> FigureView? {
    guard let track = site.track, let index = track.indexByDate[decision.date] else { return nil }
    var range = window(track, index)
    let complete = range.first { bar in
      track.rsi[bar] != nil && track.macd[bar] != nil && track.signal[bar] != nil
    }
    guard let complete else { return nil }
    range = complete...index
    let crosses = track.macdCrossUnders.filter { range.contains($0) }
    let swings = track.failureSwings.filter { range.contains($0.known) && range.contains($0.h2) }
    let chart = MomentumChart(
      title: "RSI and MACD of the S&P 500",
      dates: range.map { track.dates[$0] }, relativeStrength: range.map { track.rsi[$0] ?? 0 },
      macd: range.map { track.macd[$0] ?? 0 }, signal: range.map { track.signal[$0] ?? 0 },
      crossUnders: crosses.map { bar in
        MomentumChart.Mark(
          index: bar - range.lowerBound,
          label: bar == crosses.last
            ? ChartLabel("under \(NumberText.short(track.dates[bar]))") : "")
      },
      failureSwings: swings.suffix(1).map { swing in
        MomentumChart.FailureSwing(
          firstHigh: range.contains(swing.h1) ? swing.h1 - range.lowerBound : nil,
          secondHigh: swing.h2 - range.lowerBound, known: swing.known - range.lowerBound,
          highLabel: "",
          knownLabel: ChartLabel("failure known \(NumberText.short(track.dates[swing.known]))"))
      })
    return FigureView(
      id: "momentum", number: number, finding: momentumFinding,
      subtitle: "RSI 0–100; MACD in index points", figure: chart.figure(idPrefix: "momentum"),
      in: path, foldLabel: "RSI and MACD")
  }

  private var momentumFinding: String {
    let signals = decision.signals
    let rsi = signals.rsi.map { "RSI \(NumberText.fixed($0, decimals: 1))" } ?? "RSI undefined"
    guard let macd = signals.macd, let line = signals.macdSignal else { return rsi }
    if signals.macdCrossedToday { return "\(rsi); MACD crossed under its signal today" }
    return "\(rsi); MACD \(macd >= line ? "above" : "below") its signal"
  }
}
