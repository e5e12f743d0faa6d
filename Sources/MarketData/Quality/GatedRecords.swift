public import Quant

/// Records after a quality gate: those that may be used, and all that was found.
public struct GatedRecords<Record: Sendable & Hashable>: Sendable, Hashable {
  /// The records without those that a finding rejects, in their order.
  public var records: [Record]
  /// The findings by date; `kept` ones are about records that are still there.
  public var findings: [QualityFinding]
}

extension QualityGate {
  /// Judges a series and takes out what is rejected.
  ///
  /// - Parameters:
  ///   - values: the series, ascending by date; of two values of one date the first is used.
  ///   - name: what the values are, as messages show it.
  ///   - bounds: what they may be.
  ///   - isDaily: whether every session should have a value.
  /// - Returns: the values that may be used, and the findings. Complexity: O(n + days).
  public func check(
    _ values: [DatedValue], name: String, bounds: SeriesBounds, isDaily: Bool
  ) -> GatedRecords<DatedValue> {
    var found = RecordFindings<DatedValue, CalendarDate>(values) { $0.date }
    found.reportRepeats { "\(name) of \($0.date)" }
    found.add(findings(of: found.records, name: name, bounds: bounds, isDaily: isDaily))
    return found.gated()
  }

  /// Judges VX settlements contract by contract and takes out what is rejected.
  ///
  /// Gaps and days without a session are judged over all contracts together.
  ///
  /// - Parameters:
  ///   - settlements: settlements of any contracts, ascending by date; of two of one date and
  ///     contract the first is used.
  ///   - name: what they are, as messages show it.
  /// - Returns: the settlements that may be used, and the findings. Complexity: O(n log n + days).
  public func check(
    _ settlements: [FuturesSettlement], name: String
  ) -> GatedRecords<FuturesSettlement> {
    var found = RecordFindings<FuturesSettlement, ContractDay>(settlements, key: ContractDay.init)
    found.reportRepeats { "\(name) of \($0.date) for the contract of \($0.expiration)" }
    let contracts = Dictionary(grouping: found.records, by: \.expiration)
    for (expiration, rows) in contracts.sorted(by: { $0.key < $1.key }) {
      found.add(
        findings(
          of: rows.map { DatedValue(date: $0.date, value: $0.settle) },
          name: "\(name) for the contract of \(expiration)", bounds: .future, isDaily: false,
          expiration: expiration))
    }
    found.add(
      sessionFindings(of: found.records.map(\.date), name: name, needsSession: false))
    return found.gated()
  }

  /// Judges bars by their close and by their range, and takes out what is rejected.
  ///
  /// - Parameters:
  ///   - bars: the bars, ascending by date; of two bars of one date the first is used.
  ///   - name: what they are, as messages show it.
  ///   - bounds: what the close may be.
  /// - Returns: the bars that may be used, and the findings. A high below the low rejects the bar.
  public func check(
    _ bars: [DailyBar], name: String, bounds: SeriesBounds
  ) -> GatedRecords<DailyBar> {
    var found = RecordFindings<DailyBar, CalendarDate>(bars) { $0.date }
    found.reportRepeats { "\(name) of \($0.date)" }
    found.add(
      findings(
        of: found.records.map { DatedValue(date: $0.date, value: $0.close) },
        name: "\(name), the close", bounds: bounds, isDaily: true))
    found.add(
      found.records.filter { !($0.high >= $0.low) }.map { bar in
        .rejected(
          .highBelowLow, DatedValue(date: bar.date, value: bar.high), nil,
          "\(name) of \(bar.date) has a high of \(bar.high) below its low of \(bar.low)")
      })
    return found.gated()
  }

  /// Judges days of breadth and takes out those without a session, and those without any issue.
  ///
  /// - Parameters:
  ///   - counts: the counts, ascending by date; of two of one date the first is used.
  ///   - name: what they are, as messages show it.
  /// - Returns: the counts that may be used, and the findings.
  public func check(_ counts: [BreadthCount], name: String) -> GatedRecords<BreadthCount> {
    var found = RecordFindings<BreadthCount, CalendarDate>(counts) { $0.date }
    found.reportRepeats { "\(name) of \($0.date)" }
    found.add(
      found.records.filter { $0.advances <= 0 && $0.declines <= 0 }.map { count in
        .rejected(
          .outOfBounds, DatedValue(date: count.date, value: 0), nil,
          "\(name) of \(count.date) counts no issue that advanced or declined")
      })
    found.add(sessionFindings(of: found.records.map(\.date), name: name, needsSession: true))
    return found.gated()
  }

  /// Judges option quotes and takes out crossed ones: a bid above the ask, or a price below 0.
  ///
  /// - Parameters:
  ///   - quotes: quotes in any order; an ask of 0 means that nobody offers, and is not judged.
  ///   - name: what they are, as messages show it.
  /// - Returns: the quotes that may be used, and the findings.
  public func check(_ quotes: [OptionQuote], name: String) -> GatedRecords<OptionQuote> {
    var found = RecordFindings<OptionQuote, QuoteDay>(quotes, key: QuoteDay.init)
    for quote in quotes where !(quote.bid >= 0 && quote.ask >= 0) || quote.isCrossed {
      let contract = quote.contract
      found.reject(
        QuoteDay(quote),
        .rejected(
          .crossedQuote, DatedValue(date: quote.date, value: quote.bid), contract.expiration,
          "\(name) of \(quote.date) for the \(contract.expiration) \(contract.strike) "
            + "\(contract.right.rawValue) has a bid of \(quote.bid) and an ask of \(quote.ask)"))
    }
    return found.gated()
  }
}

extension OptionQuote {
  fileprivate var isCrossed: Bool { ask > 0 && bid > ask }
}

/// A settlement's key.
private struct ContractDay: Hashable {
  let date: CalendarDate
  let expiration: CalendarDate

  init(_ settlement: FuturesSettlement) {
    date = settlement.date
    expiration = settlement.expiration
  }
}

/// A quote's key.
private struct QuoteDay: Hashable {
  let date: CalendarDate
  let contract: OptionContract

  init(_ quote: OptionQuote) {
    date = quote.date
    contract = quote.contract
  }
}
