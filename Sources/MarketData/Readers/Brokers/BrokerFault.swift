/// A fault of a value in a broker's statement, before its place is known.
struct BrokerFault: Error, Equatable {
  let message: String
  let remedy: String
  let code: ProblemCode
  var action: RowAction = .rejected
  /// The column it is about, when it is about one.
  var column: String?

  /// The fault of a row that is used all the same.
  func kept(_ consequence: String) -> BrokerFault {
    BrokerFault(
      message: "\(message); \(consequence)", remedy: remedy, code: code, action: .kept,
      column: column)
  }

  /// The fault at its place: an error when the row is rejected, else a warning.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      severity: action == .rejected ? .error : .warning, location: location, message: message,
      remedy: remedy, code: code, action: action)
  }
}

extension BrokerFault {
  /// A statement of more rows than this is refused as a whole: a part of a book is not the book.
  static let rowLimit = 100_000

  /// The fault of a statement with more rows.
  static let tooManyRows = BrokerFault(
    message: "the statement has more than \(rowLimit) rows", remedy: "Export one account or day.",
    code: .limitExceeded)
}

/// Numbers of a statement, held to what an account can hold.
enum BrokerValue {
  /// No quantity or price is larger; sums of whole books stay exact and finite.
  static let largest = 1e9

  private static let correct = "Export the statement again, or correct the row."

  /// A vendor's number; `nil` when it is missing.
  static func number(_ text: String, _ name: String) throws(BrokerFault) -> Double? {
    let bytes = Array(text.utf8)
    let value: Double?
    switch VendorNumber.parse(bytes, from: 0, to: bytes.count) {
    case .success(let number): value = number
    case .failure:
      throw BrokerFault(
        message: "\(name) is not a number: \(ShownText.quoted(text))", remedy: correct,
        code: .invalidNumber, column: name)
    }
    guard abs(value ?? 0) <= largest else {
      throw BrokerFault(
        message: "\(name) is more than an account can hold: \(ShownText.quoted(text))",
        remedy: correct, code: .outOfBounds, column: name)
    }
    return value
  }

  /// The number of contracts or shares, negative when short.
  static func quantity(_ text: String, _ name: String) throws(BrokerFault) -> Double {
    guard let value = try number(text, name) else {
      throw BrokerFault(
        message: "\(name) is empty", remedy: "Export the statement again with this value.",
        code: .missingValue, column: name)
    }
    guard value != 0 else {
      throw BrokerFault(
        message: "\(name) is zero: nothing is held", remedy: "Nothing needs to be done.",
        code: .missingValue, action: .skipped, column: name)
    }
    return value
  }

  /// A strike or multiplier, above zero; `nil` when it is missing.
  static func positive(_ text: String, _ name: String) throws(BrokerFault) -> Double? {
    guard let value = try number(text, name) else { return nil }
    guard value > 0 else {
      throw BrokerFault(
        message: "\(name) is not above zero: \(ShownText.quoted(text))", remedy: correct,
        code: .outOfBounds, column: name)
    }
    return value
  }

  /// A price of zero or above; one that cannot be is reported and counts as not told.
  static func price(_ text: String, _ name: String, report: (BrokerFault) -> Void) -> Double? {
    do throws(BrokerFault) {
      guard let value = try number(text, name) else { return nil }
      guard value >= 0 else {
        throw BrokerFault(
          message: "\(name) is negative: \(ShownText.quoted(text))", remedy: correct,
          code: .outOfBounds, column: name)
      }
      return value
    } catch {
      report(error.kept("it counts as not told"))
      return nil
    }
  }
}
