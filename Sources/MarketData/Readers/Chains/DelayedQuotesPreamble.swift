import Quant

/// What the lines above a delayed-quotes file's header tell: the underlying and the moment.
struct DelayedQuotesPreamble {
  /// The underlying as the file names it; empty when it does not.
  private(set) var name = ""
  /// The last level of the underlying; `nil` when it cannot be read.
  private(set) var last: Double?
  /// The moment of the quotes; `nil` when no line tells it in a form that is read.
  private(set) var moment: QuoteMoment?
  /// The line that should tell the moment, and its text.
  private(set) var dateLine: (row: Int, text: String)?

  private static let fieldLimit = 64

  /// Reads the rows before the header.
  init(of table: CSVTable, headerRow: Int) {
    for row in 0..<headerRow {
      let count = min(Self.fieldLimit, table.fieldCount(ofRow: row))
      read((0..<count).map { table.text(row: row, field: $0) }, row: row)
    }
  }

  private mutating func read(_ fields: [String], row: Int) {
    let values = fields.firstIndex { field in
      ["Last:", "Bid:"].contains { field.hasPrefix($0) } || field == "Bid"
    }
    var text = fields[..<(values ?? fields.count)].joined(separator: ", ")
    while text.last == "," || text.last == " " { text.removeLast() }
    let isLabelled = text.hasPrefix("Date:")
    if isLabelled { text.removeFirst(5) }
    if let moment = QuoteMoment(parsing: text) {
      if self.moment == nil { self.moment = moment }
      if dateLine == nil { dateLine = (row, text) }
    } else if isLabelled {
      dateLine = (row, text)
    } else if let values, fields[values].hasPrefix("Last:"), last == nil {
      name = text
      let level = Array(fields[values].dropFirst(5).drop { $0 == " " }.utf8)
      if case .success(.some(let value)) = VendorNumber.parse(level, from: 0, to: level.count),
        value > 0
      {
        last = value
      }
    }
  }
}

extension DelayedQuotesPreamble {
  /// The session the quotes belong to; `nil` after reporting that nothing tells it.
  ///
  /// The file's own date line counts. `quoteDate` stands in when the line cannot be read, and a
  /// readable line that disagrees with it is reported.
  func session(
    of table: CSVTable, headerRow: Int, context: ReadingContext, into problems: inout [Diagnostic]
  ) -> CalendarDate? {
    let place = table.location(row: dateLine?.row ?? headerRow, field: 0)
    guard let moment = moment ?? context.quoteDate.map({ QuoteMoment(date: $0, minute: 960) })
    else {
      problems.append(unreadable(at: place, rows: table.rowCount - headerRow - 1))
      return nil
    }
    var (date, remark) = moment.session(in: context.contracts.exchange)
    if self.moment == nil {
      remark = remark?.code == .notASession ? remark : nil
      problems.append(Self.warning(at: place, givenDate(moment.date), .invalidDate))
    } else if let given = context.quoteDate, given != moment.date, given != date {
      problems.append(
        Self.warning(
          at: place, "the file is dated \(moment.date), not \(given); its own date is used",
          .oddValue))
    }
    if let remark { problems.append(Self.warning(at: place, remark.message, remark.code)) }
    return date
  }

  private func givenDate(_ date: CalendarDate) -> String {
    "\(lack); the given date \(date) is used"
  }

  private func unreadable(at place: SourceLocation, rows: Int) -> Diagnostic {
    let unused = rows == 1 ? "the row is" : "the \(rows) rows are"
    return Diagnostic(
      location: place, message: "\(lack); \(unused) not used",
      remedy: "Give the session of the quotes as their quote date, or write the line as "
        + "\"Date: June 11, 2022, 8:47 PM EDT\".", code: .invalidDate, action: .rejected)
  }

  /// Why the file does not tell its moment.
  private var lack: String {
    dateLine.map { "the date line \(ShownText.quoted($0.text)) cannot be read" }
      ?? "no line above the header tells the date of the quotes"
  }

  private static func warning(
    at place: SourceLocation, _ message: String, _ code: ProblemCode
  ) -> Diagnostic {
    Diagnostic(
      severity: .warning, location: place, message: message,
      remedy: "Check that the quotes are of the session you mean.", code: code, action: .kept)
  }
}
