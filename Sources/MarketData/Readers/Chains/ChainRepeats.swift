import Quant

/// Finds options that a chain's file lists twice on one date.
struct ChainRepeats {
  private struct Key: Hashable {
    let day: Int32
    let expirationDay: Int32
    let strikeThousandths: Int32
    let series: UInt8
  }

  private var rows: [Key: Int32] = [:]

  init(capacity: Int) {
    rows.reserveCapacity(capacity)
  }

  /// Whether the current row is the first for its contract; a repeat is reported.
  ///
  /// A row that repeats another exactly is skipped, one with other values is rejected. With
  /// `isPair` the row stands for call and put.
  mutating func accept(
    _ contract: OptionContract, on date: CalendarDate, isPair: Bool, column: CSVColumn,
    in sheet: inout ChainSheet
  ) -> Bool {
    let key = Key(
      day: Int32(truncatingIfNeeded: date.dayNumber),
      expirationDay: Int32(truncatingIfNeeded: contract.expiration.dayNumber),
      strikeThousandths: Int32(truncatingIfNeeded: Int((contract.strike * 1000).rounded())),
      series: Self.series(contract, isPair: isPair))
    guard let earlier = rows.updateValue(Int32(sheet.row), forKey: key) else { return true }
    rows[key] = earlier
    let right = isPair ? "" : " \(contract.right.rawValue)"
    let name =
      "\(date) \(contract.root.rawValue) \(contract.expiration) "
      + "\(ChainStrike.shown(contract.strike))\(right)"
    let line = sheet.table.line(ofRow: Int(earlier))
    if sheet.repeats(row: Int(earlier)) {
      sheet.warn(
        at: sheet.location(column), "the row for \(name) repeats line \(line) and is skipped",
        "Remove one of the two.", code: .duplicateRow, action: .skipped)
    } else {
      sheet.reject(
        at: sheet.location(column),
        "the row for \(name) disagrees with line \(line), which is used",
        "Keep the right one of the two rows.", code: .conflictingRow)
    }
    return false
  }

  private static func series(_ contract: OptionContract, isPair: Bool) -> UInt8 {
    let root: UInt8 =
      switch contract.root {
      case .spx: 0
      case .spxw: 1
      case .vix: 2
      }
    return root * 2 + (!isPair && contract.right == .put ? 1 : 0)
  }
}

extension ChainSheet {
  /// Whether the current row holds the same bytes as an earlier one in every field.
  func repeats(row earlier: Int) -> Bool {
    let (first, second) = (table.fieldRange(ofRow: earlier), table.fieldRange(ofRow: row))
    return first.count == second.count
      && zip(table.fields[first], table.fields[second]).allSatisfy { left, right in
        table.bytes[Int(left.start)..<Int(left.end)]
          .elementsEqual(table.bytes[Int(right.start)..<Int(right.end)])
      }
  }
}
