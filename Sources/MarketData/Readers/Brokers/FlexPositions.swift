import Quant

/// The `OpenPosition` elements of a document, summaries matched with their lots.
struct FlexPositions {
  private var rows: [FlexPosition] = []
  private var groups: [FlexPosition.Key: Group] = [:]

  /// What belongs to one position of one account at one date.
  private struct Group {
    var summary: Int?
    var lots: [Int] = []
  }

  mutating func add(_ row: FlexPosition) {
    let index = rows.count
    rows.append(row)
    if row.isLot {
      groups[row.key, default: Group()].lots.append(index)
    } else if groups[row.key]?.summary == nil {
      groups[row.key, default: Group()].summary = index
    }
  }

  /// The holdings in file order; every row left out is reported.
  func holdings(_ problems: inout [Diagnostic]) -> [BrokerHolding] {
    var holdings: [BrokerHolding] = []
    var masks = AccountMasks()
    for (index, row) in rows.enumerated() {
      let group = groups[row.key] ?? Group()
      if let fault = repeatFault(index, group) {
        problems.append(fault.diagnostic(at: row.location))
      } else if var holding = row.holding(&problems) {
        holding.account = masks.mask(row.account)
        if group.summary == index { complete(&holding, row, group, &problems) }
        holdings.append(holding)
      }
    }
    return holdings
  }

  /// Why a row would count twice, `nil` when it does not.
  private func repeatFault(_ index: Int, _ group: Group) -> BrokerFault? {
    guard let summary = group.summary, summary != index else { return nil }
    let (row, first) = (rows[index], rows[summary])
    let line = first.location.line ?? 0
    if row.isLot {
      return BrokerFault(
        message: "the lot of \(row.name) is part of the summary row on line \(line)",
        remedy: "Nothing needs to be done.", code: .detailRow, action: .skipped)
    }
    guard row.isCopy(of: first) else {
      return BrokerFault(
        message: "the row for \(row.name) disagrees with line \(line), which is used",
        remedy: "Export each account and day once.", code: .conflictingRow)
    }
    return BrokerFault(
      message: "the row for \(row.name) repeats line \(line)",
      remedy: "Nothing needs to be done.", code: .duplicateRow, action: .skipped)
  }

  /// Checks a summary against its lots and takes the day of opening from them.
  private func complete(
    _ holding: inout BrokerHolding, _ row: FlexPosition, _ group: Group,
    _ problems: inout [Diagnostic]
  ) {
    let quantities = group.lots.compactMap { rows[$0].quietQuantity }
    guard !quantities.isEmpty, quantities.count == group.lots.count else { return }
    let total = quantities.reduce(0, +)
    guard abs(total - holding.quantity) <= 1e-9 * abs(holding.quantity) else {
      let fault = BrokerFault(
        message: "the lots of \(row.name) add up to \(total), its summary row says "
          + "\(holding.quantity), which is used", remedy: "Compare with the broker's own display.",
        code: .oddValue, action: .kept)
      problems.append(fault.diagnostic(at: row.location))
      return
    }
    let days = group.lots.compactMap { rows[$0].openingDay }
    if holding.entryDate == nil, days.count == group.lots.count { holding.entryDate = days.min() }
  }
}
