public import Quant

/// One modelled file: where it belongs below the content folder, and its whole text.
public struct ExampleFile: Sendable, Hashable {
  /// The path below the content folder, with forward slashes.
  public var path: String
  /// The text, UTF-8, with LF line ends.
  public var text: String
}

/// The modelled market and book of the worked example, a pure function of the index and the VIX.
///
/// The same two inputs give the same records and the same bytes. No record of a session depends on a
/// later session. Nothing here is a market price: every file is labelled `modelled`.
public struct ExampleModel: Sendable {
  /// VX settlements of the first eight monthly contracts, by session and expiration.
  public let futures: [FuturesSettlement]
  /// VIX call quotes, by session, expiration and strike.
  public let vixOptions: [OptionQuote]
  /// SPXW quotes, by session and contract.
  public let indexOptions: [OptionQuote]
  /// Advances and declines, by session.
  public let breadth: [BreadthModel.Count]
  /// The tranches of the book in order of entry.
  public let tranches: [CondorTranche]
  /// The book after each change; the entry prices are the bid of a sale and the ask of a purchase.
  public let books: [BookSnapshot]

  /// Runs the model.
  ///
  /// Complexity: O(sessions); about 30,000 option values, well under a second.
  ///
  /// - Throws: `periodNotCovered` when the history does not hold the sessions of ``ModelPeriod``.
  public init(_ history: ExampleHistory) throws(ExampleMarketError) {
    let calendar = ContractCalendar.cboe
    futures = try history.states(in: ModelPeriod.futures).flatMap {
      FuturesCurveModel.settlements($0, count: 8, calendar: calendar)
    }
    var chain = VIXOptionChain(calendar: calendar)
    vixOptions = try history.states(in: ModelPeriod.vixOptions).flatMap { chain.append($0) }
    breadth = BreadthModel.counts(history.bars)
    let tranches = CondorBook.tranches(try history.states(in: ModelPeriod.book), calendar: calendar)
    self.tranches = tranches
    let chains = tranches.map(IndexOptionChain.init)
    let quotes = history.states.flatMap { state in
      chains.flatMap { $0.quotes(state, calendar: calendar.exchange) }
    }
    indexOptions = quotes
    books = tranches.map { tranche in
      Self.book(tranche, quotes: quotes.filter { $0.date == tranche.entry })
    }
  }

  /// The files the model stands for, in path order.
  public var files: [ExampleFile] {
    let market = [
      ExampleFile(path: "data/market/breadth.csv", text: ExampleTables.breadth(breadth)),
      ExampleFile(path: "data/market/index-options.csv", text: ExampleTables.quotes(indexOptions)),
      ExampleFile(path: "data/market/vix-options.csv", text: ExampleTables.quotes(vixOptions)),
      ExampleFile(path: "data/market/vx-settlements.csv", text: ExampleTables.futures(futures)),
    ]
    return books.map { book in
      ExampleFile(
        path: "books/example/\(book.date).csv", text: ExampleTables.positions(book.positions))
    } + market
  }

  private static func book(_ tranche: CondorTranche, quotes: [OptionQuote]) -> BookSnapshot {
    let prices = Dictionary(quotes.map { ($0.contract, $0) }) { first, _ in first }
    let positions = tranche.legs.compactMap { leg -> Position? in
      guard let quote = prices[leg.contract] else { return nil }
      return Position(
        contract: leg.contract, quantity: leg.side * CondorBook.quantity,
        entryPrice: leg.side > 0 ? quote.ask : quote.bid, entryDate: tranche.entry)
    }
    return BookSnapshot(date: tranche.entry, positions: positions)
  }
}
