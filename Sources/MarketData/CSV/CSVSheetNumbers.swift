extension CSVSheet {
  /// The number in a column that must have one.
  mutating func number(_ column: CSVColumn, _ bound: ValueBound = .any) -> Double? {
    guard let field = field(column) else { return nil }
    let parsed: Result<Double, DecimalNumber.Fault>
    switch layout.origin {
    case .own:
      parsed = DecimalNumber.parse(table.bytes, from: Int(field.start), to: Int(field.end))
    case .vendor:
      parsed = VendorNumber.parse(table.bytes, from: Int(field.start), to: Int(field.end))
        .flatMap { $0.map(Result.success) ?? .failure(.empty) }
    }
    switch parsed {
    case .success(let value): return checked(value, bound, column)
    case .failure(let fault):
      reportNumber(column, fault)
      return nil
    }
  }

  /// The number in a column that may be empty: `.some(nil)` is a missing value, `nil` a fault.
  mutating func optionalNumber(_ column: CSVColumn, _ bound: ValueBound = .any) -> Double?? {
    guard let field = field(column), !isMissing(field) else { return .some(nil) }
    return number(column, bound).map { .some($0) }
  }

  /// The whole number in a column that must have one, at most 2⁵³ in size.
  mutating func integer(_ column: CSVColumn, _ bound: ValueBound = .any) -> Int? {
    guard let value = number(column, bound) else { return nil }
    guard let whole = Int(exactly: value), abs(value) <= 0x1p53 else {
      report(
        column, "\(column.name) is not a whole number: \(shown(column))", "Write a whole number.",
        code: .invalidNumber)
      return nil
    }
    return whole
  }

  /// Whether the field is empty or, in a vendor's file, one of the marks for a missing value.
  func isMissing(_ field: CSVTable.Field) -> Bool {
    switch layout.origin {
    case .own: field.start == field.end
    case .vendor:
      field.end - field.start <= 4
        && VendorNumber.isMissing(Array(table.bytes[Int(field.start)..<Int(field.end)]))
    }
  }

  /// The field as written, without quotes: for values that were understood.
  func shown(_ column: CSVColumn) -> String {
    String(ShownText.quoted(text(column) ?? "").dropFirst().dropLast())
  }

  private mutating func checked(
    _ value: Double, _ bound: ValueBound, _ column: CSVColumn
  ) -> Double? {
    guard let fault = bound.fault(of: value) else { return value }
    let detail = value == 0 ? "" : ": \(shown(column))"
    report(column, "\(column.name) is \(fault)\(detail)", bound.remedy, code: .outOfBounds)
    return nil
  }

  private mutating func reportNumber(_ column: CSVColumn, _ fault: DecimalNumber.Fault) {
    let text = ShownText.quoted(text(column) ?? "")
    let (message, remedy) =
      switch fault {
      case .empty: ("is empty", "Write a decimal number, such as 17.25, or remove the row.")
      case .notDecimal:
        ("is not a decimal number: \(text)", "Write it with digits and a point, such as 17.25.")
      case .notFinite:
        (
          "is not a finite number: \(text)",
          "Write it with digits and a point, such as 17.25, or remove the row."
        )
      case .outOfRange: ("is out of range: \(text)", "Write a number a double can hold.")
      case .thousandsSeparator:
        ("has a thousands separator: \(text)", "Write the number without it, such as 1050.25.")
      case .foreignCharacters:
        (
          "has characters that are not ASCII: \(text)",
          "Write it with the digits 0 to 9, a point and a hyphen as minus sign."
        )
      }
    report(
      column, "\(column.name) \(message)", remedy,
      code: fault == .empty ? .missingValue : .invalidNumber)
  }
}
