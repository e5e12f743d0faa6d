import Quant

@testable import SVGCharts

/// Figures of ordinary and of awkward data, rendered with the id prefix `f1`.
enum HardCases {
  static var names: [String] { figures.keys.sorted() }

  static let figures: [String: Figure] = {
    var all = empty
    all["term structure"] = SampleCharts.termStructure.figure(idPrefix: "f1")
    all["price and volume"] = SampleCharts.priceVolume.figure(idPrefix: "f1")
    all["momentum"] = SampleCharts.momentum.figure(idPrefix: "f1")
    all["layers"] = SampleCharts.layers.figure(idPrefix: "f1")
    all["payoff"] = SampleCharts.payoff.figure(idPrefix: "f1")
    all.merge(curves) { first, _ in first }
    all.merge(panels) { first, _ in first }
    all.merge(bars) { first, _ in first }
    all.merge(scenarios) { first, _ in first }
    all.merge(series) { first, _ in first }
    all.merge(daily) { first, _ in first }
    return all
  }()

  static let empty: [String: Figure] = {
    var term = SampleCharts.termStructure
    term.curves = [
      SampleCharts.curve("4 Jan", .nan, [(.nan, 3), (-1, 20), (3, .infinity)], .current)
    ]
    var price = SampleCharts.priceVolume
    price.close = price.close.map { _ in .nan }
    var datesOnly = SampleCharts.momentum
    (datesOnly.relativeStrength, datesOnly.macd, datesOnly.signal) = ([], [], [])
    var undated = SampleCharts.momentum
    undated.dates = []
    var payoff = SampleCharts.payoff
    payoff.panels = []
    let layers = LayersChart(title: "t", desc: "d", rows: [], bands: [])
    return emptySeries.merging([
      "no curve": term.figure(idPrefix: "f1"), "no close": price.figure(idPrefix: "f1"),
      "no momentum": datesOnly.figure(idPrefix: "f1"), "no dates": undated.figure(idPrefix: "f1"),
      "no panels": payoff.figure(idPrefix: "f1"), "no layers": layers.figure(idPrefix: "f1"),
    ]) { first, _ in first }
  }()

  private static var curves: [String: Figure] {
    var onePoint = SampleCharts.termStructure
    onePoint.curves = [SampleCharts.curve("4 Jan", 20.7, [], .current)]
    var near = SampleCharts.termStructure
    near.curves[1].spot = 20.66
    near.curves[2].spot = 20.6
    near.curves[2].label = "2 December 2015"
    var flat = SampleCharts.termStructure
    flat.curves = [
      SampleCharts.curve("4 Jan", 15, [(16, 15), (44, 15)], .current),
      SampleCharts.curve("31 Dec", nil, [(48, 15), (20, 15)], .previous),
    ]
    var extreme = SampleCharts.termStructure
    extreme.curves[0] = SampleCharts.curve(
      "4 Jan", 82.69, [(2, 69.275), (30, 57), (60, 46.2), (4000, 40)], .current)
    return [
      "one curve point": onePoint.figure(idPrefix: "f1"),
      "starts near each other": near.figure(idPrefix: "f1"),
      "flat curves, one without spot": flat.figure(idPrefix: "f1"),
      "extreme curve": extreme.figure(idPrefix: "f1"),
    ]
  }

  private static var panels: [String: Figure] {
    var flat = SampleCharts.priceVolume
    flat.close = flat.close.map { _ in 2000 }
    flat.onBalanceVolume = flat.close.map { _ in 0 }
    var four = SampleCharts.priceVolume
    four.segments += [
      .init(
        price: (10, 13), volume: (10, 13), emphasis: .earlier, toLabel: "3 Dec 2 050",
        volumeLabel: "1 to 4 Dec: −2.10 bn"),
      .init(
        price: (2, 8), volume: (2, 8), emphasis: .invalidated, fromLabel: "18 Nov",
        toLabel: "27 Nov: not confirmed, expired 3 Dec", volumeLabel: "−0.90 bn"),
      .init(
        price: (25, 29), volume: (26, 90), emphasis: .invalidated, fromLabel: "22 Dec",
        toLabel: "29 Dec again", volumeLabel: "22 to 29 Dec: −0.60 bn"),
    ]
    four.known.append(.init(index: 13, label: "known 4 Dec"))
    four.known.append(.init(index: -1, label: "never"))
    var one = SampleCharts.priceVolume
    one.dates = Array(one.dates.prefix(1))
    var gaps = SampleCharts.priceVolume
    for index in 5..<12 where index != 8 { gaps.close[index] = .nan }
    gaps.close[32] = 1e9
    gaps.onBalanceVolume = [.nan, 1e7]
    var busy = SampleCharts.momentum
    busy.relativeStrength = busy.relativeStrength.enumerated().map {
      $0.offset % 9 == 0 ? 96 : $0.element - 25
    }
    busy.crossUnders = [10, 12, 15, 32].map {
      .init(index: $0, label: "crossed under \(NumberText.short(busy.dates[$0]))" as ChartLabel)
    }
    busy.failureSwings.append(
      .init(firstHigh: 0, secondHigh: 9, known: 12, highLabel: "96 on 30 Nov", knownLabel: "known"))
    var zero = SampleCharts.momentum
    zero.relativeStrength = []
    zero.macd = zero.macd.map { _ in 0 }
    zero.signal = zero.macd
    return [
      "flat price": flat.figure(idPrefix: "f1"), "five swing pairs": four.figure(idPrefix: "f1"),
      "one session": one.figure(idPrefix: "f1"), "gaps and a giant": gaps.figure(idPrefix: "f1"),
      "busy momentum": busy.figure(idPrefix: "f1"), "MACD zero": zero.figure(idPrefix: "f1"),
    ]
  }

  private static var bars: [String: Figure] {
    var none = SampleCharts.layers
    for index in none.rows.indices { none.rows[index].segments = [] }
    none.limits = [.init(row: 1, dollarsPerPoint: 0, lines: ["drag cap", "$225"])]
    var bandsOnly = SampleCharts.layers
    bandsOnly.rows = []
    var thin = SampleCharts.layers
    thin.rows[0].segments = [.init(layer: 1, dollarsPerPoint: 900)]
    thin.rows[1].segments = [1, 2, 3].map { .init(layer: $0, dollarsPerPoint: 1) }
    thin.limits[0].dollarsPerPoint = 880
    var dollars = SampleCharts.layers
    dollars.bookVegaDollarsPerVolPoint = nil
    dollars.limits[0].dollarsPerPoint = 103
    dollars.bands.append(.init(layer: 4, lower: 40, upper: 60))
    dollars.rows[2].segments.append(.init(layer: 4, dollarsPerPoint: .nan))
    var one = SampleCharts.payoff
    one.panels = [one.panels[3]]
    var large = SampleCharts.payoff
    large.panels.removeLast()
    large.levelAxis = .percentFromSpot
    for index in large.panels.indices {
      large.panels[index].book = large.panels[index].book.map { $0 * 40 }
      large.panels[index].hedge = []
      large.panels[index].net = []
    }
    var flat = SampleCharts.payoff
    for index in flat.panels.indices {
      flat.panels[index].book = flat.panels[index].levels.map { _ in 0 }
      (flat.panels[index].hedge, flat.panels[index].net) = ([], [.nan])
    }
    var near = SampleCharts.payoff
    near.panels.removeLast(2)
    near.panels[0].breakEvens = [1900, 1908, 2100, 2110, 5000, .nan]
    return [
      "zero layers, cap zero": none.figure(idPrefix: "f1"),
      "bands alone": bandsOnly.figure(idPrefix: "f1"),
      "thin and giant layers": thin.figure(idPrefix: "f1"),
      "layers in dollars": dollars.figure(idPrefix: "f1"),
      "one payoff panel": one.figure(idPrefix: "f1"),
      "large payoff without hedge": large.figure(idPrefix: "f1"),
      "flat payoff": flat.figure(idPrefix: "f1"),
      "near break-evens": near.figure(idPrefix: "f1"),
    ]
  }
}
