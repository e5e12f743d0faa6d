public import Quant

/// Figures that show whether the model does what the example needs.
public struct ModelMeasurement: Sendable {
  /// The hedge's cost on one session.
  public struct SessionDrag: Sendable, Hashable {
    /// The session.
    public var date: CalendarDate
    /// The candidate with the least drag per dollar-per-VIX-point.
    public var cheapest: HedgeDrag
    /// The candidate whose delta is nearest 0.25.
    public var quarterDelta: HedgeDrag
  }

  /// The book right after a tranche was sold.
  public struct EntryFigures: Sendable, Hashable {
    /// The tranche.
    public var tranche: CondorTranche
    /// Net credit of one condor at bid and ask, index points.
    public var credit: Double
    /// Net vega of the four condors, dollars per vol point.
    public var vegaDollarsPerVolPoint: Double
  }

  /// One row a session that has a candidate, ascending.
  public let drag: [SessionDrag]
  /// One row a tranche.
  public let entries: [EntryFigures]
  /// Net vega of the book after the close of each session, dollars per vol point, ascending.
  public let vega: [(date: CalendarDate, dollarsPerVolPoint: Double)]

  /// Measures a model made from this history; the drag is measured in `range`.
  public init(
    _ model: ExampleModel, history: ExampleHistory, dragIn range: ClosedRange<CalendarDate>
  ) {
    let quotes = Dictionary(grouping: model.vixOptions, by: \.date)
    drag = history.states.filter { range.contains($0.date) }.compactMap { state in
      let candidates = HedgeDrag.candidates(quotes[state.date] ?? [], state: state)
      guard let cheapest = candidates.min(by: { $0.ratio < $1.ratio }),
        let quarter = candidates.min(by: { abs($0.delta - 0.25) < abs($1.delta - 0.25) })
      else { return nil }
      return SessionDrag(date: state.date, cheapest: cheapest, quarterDelta: quarter)
    }
    entries = zip(model.tranches, model.books).map { tranche, book in
      EntryFigures(
        tranche: tranche,
        credit: book.positions.reduce(0) { $0 - Double($1.quantity.signum()) * $1.entryPrice },
        vegaDollarsPerVolPoint: history.states.first { $0.date == tranche.entry }
          .map { Self.vega(tranche, $0) } ?? 0)
    }
    vega = history.states.compactMap { state in
      model.tranches.last { $0.entry <= state.date && state.date <= $0.exit }
        .map { (date: state.date, dollarsPerVolPoint: Self.vega($0, state)) }
    }
  }

  private static func vega(_ tranche: CondorTranche, _ state: SessionState) -> Double {
    let smile = IndexSmile(state)
    return tranche.legs.reduce(0) { sum, leg in
      sum + Double(leg.side * CondorBook.quantity) * (smile.value(leg.contract)?.vega ?? 0)
    }
  }
}
