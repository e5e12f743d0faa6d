import Quant

/// What of a book does not change until its positions do: legs, structures, pay-off, credit.
struct BookLayout: Sendable {
  let snapshot: BookSnapshot
  let legs: [BookLeg]
  let structures: [RecognisedStructure]
  let profiles: [PayoffProfile]
  let creditDollars: Double
  let widthPoints: Double?
  let breakEvenWinRate: Double?

  init(_ snapshot: BookSnapshot) {
    self.snapshot = snapshot
    legs = BookLeg.net(snapshot.positions)
    structures = StructureRecognition.recognise(snapshot.positions)
    profiles = PayoffProfile.perSeries(snapshot.positions)
    creditDollars = snapshot.positions.boundedSum {
      -(Double($0.quantity) * $0.entryPrice * $0.contract.root.multiplier)
    }
    let condor = structures.first { $0.kind.isCondor }
    let width = condor.flatMap { condor -> Double? in
      guard let short = condor.shortPutStrike, let long = condor.longPutStrike else { return nil }
      return short - long
    }
    widthPoints = width
    breakEvenWinRate = condor.flatMap { condor in
      width.flatMap { $0 > 0 ? (1 - condor.credit / $0).bounded : nil }
    }
  }
}

/// The layouts of an account's book as sessions pass; the last one is kept until the next snapshot.
struct BookLayouts: Sendable {
  private let account: BookAccount
  private var current: BookLayout?

  init(_ account: BookAccount) {
    self.account = account
  }

  /// The book that holds after the close of `date`; `nil` before the first snapshot or when empty.
  mutating func layout(at date: CalendarDate) -> BookLayout? {
    guard let snapshot = account.snapshot(at: date) else {
      current = nil
      return nil
    }
    if let current, current.snapshot.date == snapshot.date { return current }
    let layout = BookLayout(snapshot)
    current = layout
    return layout
  }
}
