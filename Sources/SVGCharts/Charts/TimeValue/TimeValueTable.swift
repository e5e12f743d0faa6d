extension TimeValueChart {
  /// The options that are drawn: by strike, the put before the call.
  var drawn: [Option] {
    options.filter { $0.strike.isFinite && $0.dollarsPerContract.isFinite }
      .sorted {
        ($0.strike, $0.kind == .put ? 0 : 1) < ($1.strike, $1.kind == .put ? 0 : 1)
      }
  }

  /// One row for every option, by strike.
  public var table: FigureTable {
    var table = FigureTable(columns: [
      .init("Strike", decimals: DecimalsNeeded.of(options.map(\.strike))), .init("Option"),
      .init("Time value per contract", unit: unit, decimals: decimals), .init("Position"),
    ])
    for option in drawn {
      table.append([
        .number(option.strike), .text(option.kind == .put ? putName : callName),
        .number(option.dollarsPerContract), option.isShort ? .text(shortName) : .missing,
      ])
    }
    return table
  }

  /// The largest of the puts and of the calls, and the short strikes.
  public var summary: String {
    let drawn = drawn
    guard !drawn.isEmpty else { return "" }
    var sentences = [Kind.put, .call].compactMap { kind -> String? in
      let name = kind == .put ? putName : callName
      let known = drawn.filter { $0.kind == kind }
      guard let high = known.max(by: { $0.dollarsPerContract < $1.dollarsPerContract }),
        let low = known.min(by: { $0.dollarsPerContract < $1.dollarsPerContract })
      else { return nil }
      return known.count == 1
        ? "\(name): \(text(high))." : "\(name): highest \(text(high)), lowest \(text(low))."
    }
    let shorts = drawn.filter(\.isShort).map { text($0) }
    if !shorts.isEmpty { sentences.append("\(shortName): \(shorts.joined(separator: ", ")).") }
    if let spot, spot.isFinite {
      sentences.append("\(spotName): \(ValueUnit.text(spot, decimals: 2)).")
    }
    return sentences.joined(separator: " ")
  }

  private func text(_ option: Option) -> String {
    let letter = option.kind == .put ? putLetter : callLetter
    let strike = ValueUnit.text(option.strike, decimals: DecimalsNeeded.of([option.strike]))
    return "\(value(option.dollarsPerContract)) at \(strike)\u{00A0}\(letter)"
  }

  private func value(_ amount: Double) -> String {
    unit == "$" && amount.magnitude < 1_000_000_000
      ? NumberText.dollars(amount, decimals: decimals)
      : ValueUnit.text(amount, decimals: decimals) + "\u{202F}\(unit)"
  }
}
