import Quant

/// An Interactive Brokers Flex statement: `OpenPosition` elements of one or more accounts.
///
/// A statement may hold summary rows and lots of the same position; then the lots are skipped,
/// because both together would count twice. Empty attributes are absent, unknown ones are ignored,
/// dates are `YYYY-MM-DD` or `YYYYMMDD`. The XML is read by `XMLScanner`: no DOCTYPE, no entities, no
/// network.
enum IBKRFlexFileReader: FileReader {
  static let kind = FileKind.ibkrFlex
  static let shape = "<FlexQueryResponse>"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.isMarkup && sample.lines.contains { $0.contains("<FlexQueryResponse") }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, file: file, into: &problems).filter {
      $0.name == "OpenPosition" || $0.name == "FlexStatement"
    }
    for index in problems.indices {
      problems[index].code = .refusedMarkup
      problems[index].action = .rejected
    }
    var statement: XMLStartTag?
    var rows: [FlexPosition] = []
    for tag in tags {
      if tag.name == "FlexStatement" {
        statement = tag
      } else {
        rows.append(FlexPosition(tag, statement: statement))
      }
    }
    let summarised = Set(rows.filter { !$0.isLot }.map(\.key))
    var holdings: [BrokerHolding] = []
    for row in rows {
      if row.isLot, summarised.contains(row.key) {
        problems.append(row.skippedLot)
        continue
      }
      switch row.holding {
      case .success(let holding): holdings.append(holding)
      case .failure(let problem): problems.append(problem)
      }
    }
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: problems)
  }
}

/// One `OpenPosition` element.
private struct FlexPosition {
  /// What lots and their summary have in common.
  struct Key: Hashable {
    let account: String
    let date: String
    let instrument: String
  }

  private let tag: XMLStartTag
  private let statement: XMLStartTag?

  init(_ tag: XMLStartTag, statement: XMLStartTag?) {
    self.tag = tag
    self.statement = statement
  }

  var isLot: Bool { tag["levelOfDetail"]?.uppercased() == "LOT" }

  var key: Key {
    Key(
      account: account, date: dateText,
      instrument: text("conid") ?? (text("symbol") ?? "") + (text("assetCategory") ?? ""))
  }

  private var account: String {
    text("accountId") ?? statement?["accountId"] ?? ""
  }

  private var dateText: String {
    text("reportDate") ?? statement?["toDate"] ?? ""
  }

  var skippedLot: Diagnostic {
    Diagnostic(
      severity: .warning, location: tag.location,
      message: "the lot of \(shown("symbol")) is part of a summary row of the same statement",
      remedy: "Nothing needs to be done.", code: .detailRow, action: .skipped)
  }

  var holding: Result<BrokerHolding, Diagnostic> {
    do throws(Diagnostic) {
      guard let date = BrokerText.date(dateText) else {
        throw fault("reportDate is not a date: \(ShownText.quoted(dateText))", .invalidDate)
      }
      guard let quantity = try number("position") else {
        throw fault("position is missing", .missingValue)
      }
      return .success(
        BrokerHolding(
          account: BrokerText.masked(account), date: date, instrument: try instrument(),
          quantity: quantity, entryPrice: try entryPrice(),
          entryDate: text("openDateTime").flatMap(BrokerText.date), mark: try number("markPrice"),
          currency: text("currency") ?? "USD"))
    } catch {
      return .failure(error)
    }
  }

  private func entryPrice() throws(Diagnostic) -> Double? {
    if let price = try number("costBasisPrice") { return price }
    return try number("openPrice")
  }

  private func instrument() throws(Diagnostic) -> BrokerHolding.Instrument {
    guard let symbol = text("symbol") else { throw fault("symbol is missing", .missingValue) }
    switch text("assetCategory") ?? "" {
    case "OPT": return try option(symbol)
    case "STK", "FUND": return .equity(symbol: symbol)
    case "FUT":
      return .future(
        symbol: symbol, expiration: text("expiry").flatMap(BrokerText.date),
        multiplier: try number("multiplier") ?? 1)
    case let category: return .other(symbol: symbol, category: category.isEmpty ? "?" : category)
    }
  }

  private func option(_ symbol: String) throws(Diagnostic) -> BrokerHolding.Instrument {
    guard let expiration = text("expiry").flatMap(BrokerText.date) else {
      throw fault("expiry is not a date: \(shown("expiry"))", .invalidDate)
    }
    guard let strike = try number("strike"), strike > 0 else {
      throw fault("strike is not above zero: \(shown("strike"))", .invalidNumber)
    }
    guard let right = text("putCall").flatMap(BrokerText.right) else {
      throw fault("putCall is neither C nor P: \(shown("putCall"))", .invalidValue)
    }
    let parsed: OptionSymbol?
    do { parsed = try OptionSymbol(symbol) } catch { parsed = nil }
    if let parsed {
      guard parsed.strike == strike, parsed.right == right,
        abs(parsed.expiration.days(until: expiration)) <= 1
      else {
        throw fault(
          "the symbol \(shown("symbol")) disagrees with expiry, strike or putCall", .invalidValue)
      }
    }
    return .option(
      root: parsed?.root ?? text("underlyingSymbol") ?? symbol, expiration: expiration,
      strike: strike, right: right, multiplier: try number("multiplier") ?? 100)
  }

  private func text(_ attribute: String) -> String? {
    tag[attribute].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func shown(_ attribute: String) -> String {
    ShownText.quoted(tag[attribute] ?? "")
  }

  private func number(_ attribute: String) throws(Diagnostic) -> Double? {
    guard let text = text(attribute) else { return nil }
    guard let value = BrokerText.number(text) else {
      throw fault("\(attribute) is not a number: \(ShownText.quoted(text))", .invalidNumber)
    }
    return value
  }

  private func fault(_ message: String, _ code: ProblemCode) -> Diagnostic {
    Diagnostic(
      location: tag.location, message: message,
      remedy: "Run the Flex query again with the default attributes of open positions.",
      code: code, action: .rejected)
  }
}
