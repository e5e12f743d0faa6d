import Quant

/// One `OpenPosition` element.
struct FlexPosition {
  /// What lots and their summary have in common.
  struct Key: Hashable {
    let account: String
    let model: String
    let day: String
    let instrument: [String]
  }

  private let tag: XMLStartTag
  /// The account as the statement has it; a holding shows no more than its mask.
  let account: String
  private let day: String
  private let contracts: ContractCalendar

  /// Takes an element; what it does not tell itself is told by its statement.
  init(_ tag: XMLStartTag, statement: XMLStartTag?, contracts: ContractCalendar) {
    self.tag = tag
    self.contracts = contracts
    account = Self.text(tag, "accountId") ?? statement.flatMap { Self.text($0, "accountId") } ?? ""
    day = Self.text(tag, "reportDate") ?? statement.flatMap { Self.text($0, "toDate") } ?? ""
  }

  /// The place of the element.
  var location: SourceLocation { tag.location }

  /// The instrument as messages name it.
  var name: String { ShownText.quoted(text("symbol") ?? text("description") ?? "") }

  /// Whether it is one lot of a position.
  var isLot: Bool { text("levelOfDetail")?.uppercased() == "LOT" }

  /// What tells the position apart from others.
  var key: Key {
    let identity = text("conid").map { [$0] }
    let terms = ["assetCategory", "symbol", "expiry", "strike", "putCall", "currency"]
    return Key(
      account: account, model: text("model") ?? "",
      day: BrokerText.date(day)?.description ?? day,
      instrument: identity ?? terms.map { text($0) ?? "" })
  }

  /// Whether two elements say the same.
  func isCopy(of other: FlexPosition) -> Bool { tag.attributes == other.tag.attributes }

  /// The quantity, `nil` when it cannot be used; nothing is reported.
  var quietQuantity: Double? {
    do throws(BrokerFault) {
      return try BrokerValue.quantity(text("position") ?? "", "position")
    } catch { return nil }
  }

  /// The day of opening, `nil` when it is absent or no day; nothing is reported.
  var openingDay: CalendarDate? { text("openDateTime").flatMap(BrokerText.date) }

  /// The holding, `nil` when it cannot be used; everything that is noticed is reported.
  func holding(_ problems: inout [Diagnostic]) -> BrokerHolding? {
    var notes: [BrokerFault] = []
    defer { problems += notes.map { $0.diagnostic(at: location) } }
    do throws(BrokerFault) {
      guard let date = BrokerText.date(day) else {
        throw fault("reportDate is not a date: \(ShownText.quoted(day))", .invalidDate)
      }
      let quantity = try quantity()
      let instrument = try FlexInstrument(text: text, contracts: contracts).read(&notes)
      return BrokerHolding(
        account: BrokerText.masked(account), date: date, instrument: instrument,
        quantity: quantity, entryPrice: entryPrice(instrument, &notes),
        entryDate: entryDate(by: date, &notes), mark: price("markPrice", &notes),
        currency: currency(&notes))
    } catch {
      notes.append(error)
      return nil
    }
  }

  private func quantity() throws(BrokerFault) -> Double {
    let quantity = try BrokerValue.quantity(text("position") ?? "", "position")
    let side = text("side")?.lowercased()
    guard side != "long" || quantity > 0, side != "short" || quantity < 0 else {
      throw fault(
        "side is \(ShownText.quoted(text("side") ?? "")) and position is "
          + "\(ShownText.quoted(text("position") ?? ""))", .invalidValue)
    }
    return quantity
  }

  /// The average price of opening.
  ///
  /// `openPrice` comes before `costBasisPrice`, which includes
  /// commissions and for futures holds nothing else.
  private func entryPrice(
    _ instrument: BrokerHolding.Instrument, _ notes: inout [BrokerFault]
  ) -> Double? {
    if let price = price("openPrice", &notes) { return price }
    if case .future = instrument { return nil }
    return price("costBasisPrice", &notes)
  }

  private func price(_ attribute: String, _ notes: inout [BrokerFault]) -> Double? {
    BrokerValue.price(text(attribute) ?? "", attribute) { notes.append($0) }
  }

  private func entryDate(by date: CalendarDate, _ notes: inout [BrokerFault]) -> CalendarDate? {
    guard let text = text("openDateTime") else { return nil }
    let shown = ShownText.quoted(text)
    guard let day = BrokerText.date(text) else {
      notes.append(
        fault("openDateTime is not a date: \(shown)", .invalidDate).kept("it counts as not told"))
      return nil
    }
    guard day <= date else {
      notes.append(
        fault("openDateTime \(shown) is after the statement's day \(date)", .outOfTime)
          .kept("it counts as not told"))
      return nil
    }
    return day
  }

  private func currency(_ notes: inout [BrokerFault]) -> String {
    if let currency = text("currency") { return currency }
    notes.append(fault("currency is missing", .missingValue).kept("USD is assumed"))
    return "USD"
  }

  private func fault(_ message: String, _ code: ProblemCode) -> BrokerFault {
    BrokerFault(message: message, remedy: FlexInstrument.remedy, code: code)
  }

  private func text(_ attribute: String) -> String? { Self.text(tag, attribute) }

  private static func text(_ tag: XMLStartTag, _ attribute: String) -> String? {
    tag[attribute].flatMap { $0.isEmpty ? nil : $0 }
  }
}
