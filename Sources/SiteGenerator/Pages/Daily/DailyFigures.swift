/// The figures of one write-up, numbered in the order of its sections.
struct DailyFigures {
  let curve: FigureView?
  let price: FigureView?
  let momentum: FigureView?
  let layers: FigureView?
  let payoff: FigureView?

  init(_ sections: DailySections) {
    var number = 0
    func next(_ make: (Int) -> FigureView?) -> FigureView? {
      let view = make(number + 1)
      if view != nil { number += 1 }
      return view
    }
    curve = next(sections.curveFigure)
    price = next(sections.priceFigure)
    momentum = next(sections.momentumFigure)
    layers = next(sections.layersFigure)
    payoff = next(sections.payoffFigure)
  }

  /// Those that the session has data for.
  var all: [FigureView] { [curve, price, momentum, layers, payoff].compactMap { $0 } }
}
