import MarketData
import Quant
import Testing

/// What an import reads from a broker's statement, in the forms tests compare.
struct BrokerImport {
  let reading: FileReading
  let holdings: [BrokerHolding]

  /// Reads a text as the kind it is recognised as.
  init(
    _ text: String, file: String = "x.csv", kind: FileKind? = nil, quoteDate: String? = nil
  ) throws {
    let context = ReadingContext(quoteDate: quoteDate.flatMap { CalendarDate($0) })
    reading = try FileRecogniser.read(bytes(text), file: file, kind: kind, context: context)
    guard case .holdings(let holdings) = reading.records else {
      throw NotHoldings(kind: reading.kind)
    }
    self.holdings = holdings
    #expect(reading.rowCount == holdings.count)
    #expect(reading.problems.allSatisfy { $0.code != nil && $0.action != nil })
    #expect(
      reading.problems.allSatisfy { ($0.severity == .error) == ($0.action == .rejected) })
  }

  struct NotHoldings: Error {
    let kind: FileKind
  }

  /// The descriptions of the problems but for rows that are no holdings.
  var problems: [String] {
    reading.problems.filter { $0.code != .notARow }.map(\.description)
  }

  /// The lines and kinds of row that are no holdings, in the words of the message.
  var skipped: [String] {
    reading.problems.filter { $0.code == .notARow }.map { problem in
      let words = problem.message.dropFirst("the row is ".count)
        .dropLast(", not a holding".count)
      return "\(problem.location.line ?? 0): \(words)"
    }
  }

  /// The codes and actions of all problems.
  var codes: [String] {
    reading.problems.map { "\($0.code?.rawValue ?? "") \($0.action?.rawValue ?? "")" }
  }

  /// One line for each holding: instrument, quantity, entry, mark.
  var lines: [String] { holdings.map(Self.line) }

  private static func line(_ holding: BrokerHolding) -> String {
    let entry = holding.entryPrice.map { "\($0)" } ?? "?"
    let day = holding.entryDate.map { " on \($0)" } ?? ""
    let mark = holding.mark.map { " mark \($0)" } ?? ""
    return "\(name(holding.instrument)) \(holding.quantity) at \(entry)\(day)\(mark)"
  }

  private static func name(_ instrument: BrokerHolding.Instrument) -> String {
    switch instrument {
    case .option(let root, let expiration, let strike, let right, let multiplier):
      "\(root) \(expiration) \(strike) \(right.rawValue) x\(multiplier)"
    case .equity(let symbol): symbol
    case .future(let symbol, let expiration, let multiplier):
      "future \(symbol) \(expiration?.description ?? "?") x\(multiplier.map { "\($0)" } ?? "?")"
    case .other(let symbol, let category): "\(category): \(symbol)"
    }
  }
}
