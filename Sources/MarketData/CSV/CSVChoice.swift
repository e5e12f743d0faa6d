/// The words a column may hold and what they mean.
struct CSVChoice<Value: Sendable>: Sendable {
  private let entries: [(word: [UInt8], value: Value)]
  private let shownWords: String

  /// Creates the choice; the words are compared without regard to ASCII case.
  init(_ entries: [(word: String, value: Value)]) {
    self.entries = entries.map { ($0.word.utf8.map(ASCII.lowercased), $0.value) }
    shownWords = entries.map(\.word).joined(separator: ", ")
  }

  fileprivate func value(of bytes: ArraySlice<UInt8>) -> Value? {
    for entry in entries where entry.word.count == bytes.count {
      if zip(entry.word, bytes).allSatisfy({ $0 == ASCII.lowercased($1) }) { return entry.value }
    }
    return nil
  }

  fileprivate var words: String { shownWords }
}

extension CSVSheet {
  /// The meaning of a word in a column with a fixed set of words.
  mutating func choice<Value: Sendable>(_ column: CSVColumn, _ choice: CSVChoice<Value>) -> Value? {
    guard let field = field(column) else { return nil }
    if let value = choice.value(of: table.bytes[Int(field.start)..<Int(field.end)]) {
      return value
    }
    let text = ShownText.quoted(text(column) ?? "")
    report(column, "\(column.name) is unknown: \(text)", "Use one of \(choice.words).")
    return nil
  }
}
