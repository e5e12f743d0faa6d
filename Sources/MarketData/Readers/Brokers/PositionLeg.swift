import Quant

/// What the `Instrument` column of a thinkorswim position statement names.
struct PositionLeg {
  let name: String
  /// The symbol of the group; empty before the first.
  let group: String
  let contracts: ContractCalendar

  /// The instrument: an option when the text names a call or a put, else the underlying.
  ///
  /// - Throws: the fault of an option that is not understood, or whose class is not told.
  func instrument() throws(BrokerFault) -> BrokerHolding.Instrument {
    let words = name.split(separator: " ").map(String.init)
    let isOption = words.contains { ["CALL", "PUT"].contains($0.uppercased()) }
    if group.hasPrefix("/") {
      return isOption
        ? .other(symbol: name, category: "option on a future")
        : .future(symbol: future(words), expiration: nil, multiplier: nil)
    }
    guard isOption else { return .equity(symbol: group.isEmpty ? name : group) }
    return try option(words)
  }

  /// `Micro E-mini S&P 500, Mar-22 (prev. /MESH2)` names the contract in its last word.
  private func future(_ words: [String]) -> String {
    guard let last = words.last, last.hasPrefix("/"), last.hasSuffix(")") else { return group }
    return String(last.dropLast())
  }

  private func option(_ words: [String]) throws(BrokerFault) -> BrokerHolding.Instrument {
    let opening = words.firstIndex { $0.hasPrefix("(") }
    let closing = words.firstIndex { $0.hasSuffix(")") }
    var tag: String?
    var terms = words.dropFirst()
    if opening == 1, let closing {
      tag = String(words[1...closing].joined(separator: " ").dropFirst().dropLast())
      terms = words.dropFirst(closing + 1)
    }
    guard terms.count == 5, let multiplier = Self.positive(words[0]),
      let expiration = BrokerText.date(terms.prefix(3).joined(separator: " ")),
      let strike = Self.positive(terms[terms.startIndex + 3]),
      let right = BrokerText.right(terms[terms.startIndex + 4]), !group.isEmpty
    else {
      throw BrokerFault(
        message: "the option is not understood: \(ShownText.quoted(name))",
        remedy: "Below its underlying, an option reads like 100 (Weeklys) 31 MAY 22 4650 PUT.",
        code: .invalidValue)
    }
    switch OptionClass.of(group, tagged: tag, expiring: expiration, contracts: contracts) {
    case .unclear(let fault): throw fault
    case .root(let root):
      return .option(
        root: root, expiration: expiration, strike: strike, right: right, multiplier: multiplier)
    }
  }

  private static func positive(_ text: String) -> Double? {
    do throws(BrokerFault) { return try BrokerValue.positive(text, "") } catch { return nil }
  }
}
