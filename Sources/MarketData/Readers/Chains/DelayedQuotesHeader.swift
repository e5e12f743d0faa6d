import Quant

/// The lines above the rows of a delayed-quotes file, and where its columns are.
///
/// Names are those of the call up to `Strike` and of the put after it, because both halves use the
/// same ones. Lines before the header may be in any order and more or fewer than three.
struct DelayedQuotesHeader {
  let row: Int
  /// The number of named columns.
  let width: Int
  let expiration: CSVColumn
  let strike: CSVColumn
  let callSymbol: CSVColumn
  let putSymbol: CSVColumn
  let call: ChainSide
  let put: ChainSide

  /// The header as messages show it.
  static let shape =
    "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,Strike,"
    + "Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest"

  private static let rowLimit = 12
  private static let fieldLimit = 64

  /// Finds the header; `nil` after reporting what it lacks.
  init?(of table: CSVTable, into problems: inout [Diagnostic]) {
    let candidates = (0..<min(Self.rowLimit, table.rowCount)).map { Self.names(table, row: $0) }
    guard
      let row = candidates.firstIndex(where: {
        ["expiration date", "calls", "puts"].allSatisfy($0.contains)
      })
    else {
      problems.append(
        Self.missing(
          "no line among the first \(Self.rowLimit) is the header",
          at: table.rowCount > 0
            ? table.location(row: 0, field: 0) : SourceLocation(file: table.file)))
      return nil
    }
    let names = candidates[row]
    let strike = names.firstIndex(of: "strike")
    let halves = strike.map { (names[..<$0], names[($0 + 1)...]) } ?? (names[...], [])
    var absent = strike == nil ? ["Strike"] : []
    let call = Half("Call", symbol: "calls", halves.0, absent: &absent)
    let put = Half("Put", symbol: "puts", halves.1, absent: &absent)
    guard let expiration = names.firstIndex(of: "expiration date"), absent.isEmpty else {
      problems.append(
        Self.missing(
          "the header lacks \(absent.joined(separator: ", "))",
          at: table.location(row: row, field: 0)))
      return nil
    }
    self.row = row
    width = names.count
    self.expiration = CSVColumn(name: "Expiration Date", position: expiration)
    self.strike = CSVColumn(name: "Strike", position: strike)
    (callSymbol, putSymbol) = (call.symbol, put.symbol)
    (self.call, self.put) = (call.side, put.side)
  }

  /// The lowercased names of a row without the empty ones after the last.
  private static func names(_ table: CSVTable, row: Int) -> [String] {
    var names = (0..<min(fieldLimit, table.fieldCount(ofRow: row))).map {
      table.text(row: row, field: $0).lowercased()
    }
    while names.last == "" { names.removeLast() }
    return names
  }

  private static func missing(_ message: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      location: location, message: message,
      remedy: "Download the chain again; the header is \(shape).", code: .missingColumn,
      action: .rejected)
  }

  /// The columns of the call or of the put.
  private struct Half {
    let symbol: CSVColumn
    let side: ChainSide

    init(_ right: String, symbol: String, _ names: ArraySlice<String>, absent: inout [String]) {
      func position(_ candidates: [String]) -> Int? {
        names.firstIndex { name in
          candidates.contains(name.hasSuffix(".1") ? String(name.dropLast(2)) : name)
        }
      }
      func column(_ name: String, _ candidates: [String]) -> CSVColumn {
        CSVColumn(name: "\(right) \(name)", position: position(candidates))
      }
      self.symbol = column("symbol", [symbol])
      side = ChainSide(
        bid: column("Bid", ["bid"]), ask: column("Ask", ["ask"]), volatility: column("IV", ["iv"]),
        volume: column("Volume", ["volume", "vol"]),
        openInterest: column("Open Interest", ["open interest", "open int"]))
      absent += [self.symbol, side.bid, side.ask].filter { $0.position == nil }.map(\.name)
    }
  }
}
