import MarketData
import Quant

extension ImportRun {
  /// Stores the holdings of a statement in the book that was named.
  mutating func storeBook(_ reading: FileReading, report: inout ImportReport) throws {
    let books: [BookPositions]
    switch reading.records {
    case .holdings(let holdings):
      let dates = Set(holdings.map(\.date)).sorted()
      books = dates.map { date in
        BookPositions(holdings.filter { $0.date == date }, on: date)
      }
    case .positions:
      return refuse(
        Diagnostic(
          location: SourceLocation(file: report.file),
          message: "the file is a book's own positions file, which does not tell its date",
          remedy: "Copy it to Content/books/ID/YYYY-MM-DD.csv, named after the session whose close "
            + "it describes."), report: &report)
    default: return
    }
    guard let id = options.book else {
      return refuse(
        Diagnostic(
          location: SourceLocation(file: report.file),
          message: "the file holds positions and no book was named",
          remedy: "Name the book with --book, such as --book mine."), report: &report)
    }
    guard try prepareBook(id, isSimulated: reading.isSimulated, report: &report) else { return }
    for book in books {
      for problem in Self.problems(of: book, id: id, file: report.file) { report.add(problem) }
      try write(book, id: id, report: &report)
    }
    if books.isEmpty { report.actions.append("\(id): the statement holds nothing") }
  }

  /// Makes `book.yml` of a new book; false when that is not possible.
  ///
  /// A page shows the mode beside every figure, so that nobody takes simulated trades for real ones.
  private mutating func prepareBook(
    _ id: String, isSimulated: Bool, report: inout ImportReport
  ) throws -> Bool {
    let path = "Content/books/\(id)/book.yml"
    if isSimulated {
      report.actions.append(
        "\(id): the statement is of a simulated account; \(path) should say mode: paper")
    }
    if source.exists(path) || writes[path] != nil { return true }
    guard let value = options.netAssetValue else {
      refuse(
        Diagnostic(
          location: SourceLocation(file: report.file),
          message: "the book \(id) is new and its net asset value is not known",
          remedy: "Give it with --nav, in dollars: it is the denominator of drag."),
        report: &report)
      return false
    }
    writes[path] = Array(
      """
      # Made by an import; change what does not fit.
      id: \(id)
      title: "Book \(id)"
      mode: \(isSimulated ? "paper" : "actual")
      nav: \(CSVText.number(value))
      currency: USD
      kind: published
      rate: 0
      dividendYield: 0

      """.utf8)
    report.actions.append(
      "\(id): a new book in \(path) with rate and dividend yield 0; set them before you build")
    return true
  }

  private mutating func write(
    _ book: BookPositions, id: String, report: inout ImportReport
  ) throws {
    let path = "Content/books/\(id)/\(book.date).csv"
    let text = Array(book.positionsText.utf8)
    let others = "Content/books/\(id)/holdings/\(book.date).csv"
    // A list that an earlier statement of the day left must not outlive it.
    let hasOthers = !book.others.isEmpty || source.exists(others) || writes[others] != nil
    let othersText = hasOthers ? Array(BookPositions.text(of: book.others).utf8) : nil
    let isSame = try stored(path, is: text) && stored(others, is: othersText)
    if isSame {
      report.actions.append("\(id): the book of \(book.date) is stored already; nothing changes")
      return
    }
    let existed = source.exists(path) || writes[path] != nil
    if existed, options.resolution == nil {
      return refuse(
        Diagnostic(
          location: SourceLocation(file: report.file),
          message: "the book \(id) has other positions for \(book.date) in \(path)",
          remedy:
            "Import again with --replace to take the statement's or with --keep to leave them.",
          code: .conflictingRow, action: .rejected), report: &report)
    }
    if existed, options.resolution == .keep {
      report.actions.append("\(id): the stored positions of \(book.date) stay")
      return
    }
    writes[path] = text
    if let othersText { writes[others] = othersText }
    report.actions += Self.sentences(book, id: id, path: path)
  }

  /// Contracts that are held long and short: the book lacks what is left of them.
  private static func problems(of book: BookPositions, id: String, file: String) -> [Diagnostic] {
    book.netted.map { contract, quantity in
      Diagnostic(
        severity: .warning, location: SourceLocation(file: file),
        message: "\(OptionSymbol.format(contract)) is held long and short on \(book.date); the net "
          + "of \(quantity) has no entry price and is not in the book",
        remedy: "Add a row for it to Content/books/\(id)/\(book.date).csv if you know the price.",
        code: .conflictingRow, action: .rejected)
    }
  }

  private static func sentences(_ book: BookPositions, id: String, path: String) -> [String] {
    var sentences = ["\(id): \(book.positions.count) contracts to \(path)"]
    if !book.others.isEmpty {
      sentences.append(
        "\(id): \(book.others.count) other holdings are listed and in no sum")
    }
    if book.accounts > 1 { sentences.append("\(id): \(book.accounts) accounts are added together") }
    if book.assumedEntryDates > 0 {
      sentences.append(
        "\(id): assumed entry on \(book.date) for \(book.assumedEntryDates) contracts whose day of "
          + "entry the statement does not tell")
    }
    return sentences
  }

  private func stored(_ path: String, is text: [UInt8]?) throws -> Bool {
    if let pending = writes[path] { return pending == text }
    guard source.exists(path) else { return text == nil }
    return try source.read(path) == text
  }
}
