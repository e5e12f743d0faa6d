import MarketData
import ProseChecks

/// Replaces `{{ name }}` in a Markdown text by the day's computed values, and decides what it asserts.
///
/// - `{{ vix.close }}` prints a value, `{{ vix.close | 1 decimal }}` in a format, and
///   `{{ vix.close.previous }}` that of the session before.
/// - `{{ assert vix.close > 20: the VIX closed above 20 }}` prints its words while the condition holds
///   and is an error at its place otherwise.
/// - `{{ literal: 20.75 }}` prints what it says: a number that is meant although it looks like a value.
/// - `\{{` stands for two braces.
///
/// An unknown name is an error at its place, with the nearest known name. Two braces in TeX begin a
/// reference as everywhere else: write `{ {a} }` there.
enum ValueReferences {
  /// The text with its values.
  static func substitute(
    in prose: Prose, values: ValueCatalogue, into problems: inout [Diagnostic]
  ) -> String {
    substituted(in: prose, values: values, into: &problems).markdown
  }

  /// The text with its values, and where its characters stand in the file.
  ///
  /// With `marks`, values in running text carry a mark, which `ValueMarks` turns into markup once the
  /// text is rendered.
  static func substituted(
    in prose: Prose, values: ValueCatalogue, marks: Bool = false, into problems: inout [Diagnostic]
  ) -> SubstitutedProse {
    guard prose.markdown.utf8Contains("{{") else {
      return SubstitutedProse(markdown: prose.markdown, file: prose.file)
    }
    let marks = marks && !ValueMarks.occur(in: prose.markdown)
    var reading = ValueReading(prose, values: values, marks: marks)
    reading.run(into: &problems)
    return SubstitutedProse(
      markdown: String(decoding: reading.result, as: UTF8.self), file: prose.file,
      columns: reading.columns)
  }
}

/// One pass over a text: linear, however its braces stand.
struct ValueReading {
  let source: [UInt8]
  let file: String
  let values: ValueTable
  private let catalogue: ValueCatalogue
  private let marks: Bool
  private var running = RunningText()
  var position = 0
  var line: Int
  /// Column in the file and column in the result, from 1, in Unicode scalars.
  var written = 1
  var shown = 1
  var result: [UInt8] = []
  var columns = SubstitutedColumns()
  /// The assertion whose words are being read.
  var open: OpenAssertion?
  /// Whether anything but blanks stands on the line so far.
  private var hasWords = false

  init(_ prose: Prose, values: ValueCatalogue, marks: Bool) {
    source = Array(prose.markdown.utf8)
    file = prose.file
    line = prose.line
    catalogue = values
    self.values = ValueTable(values)
    self.marks = marks
    result.reserveCapacity(source.count)
  }

  mutating func run(into problems: inout [Diagnostic]) {
    while position < source.count {
      switch source[position] {
      case 0x5C where isPair(of: 0x7B, at: position + 1): escape()
      case 0x7B where isPair(of: 0x7B, at: position): reference(into: &problems)
      case 0x7D where open != nil && isPair(of: 0x7D, at: position):
        closeAssertion(startsLine: !hasWords, into: &problems)
      case 0x0A where !hasWords && open != nil:
        reportUnclosed(into: &problems)
        copy()
      default: copy()
      }
    }
    if open != nil { reportUnclosed(into: &problems) }
  }

  mutating func copy() {
    let byte = source[position]
    result.append(byte)
    if marks { running.append(byte) }
    position += 1
    if byte == 0x0A {
      line += 1
      written = 1
      shown = 1
      hasWords = false
    } else {
      if byte != 0x20, byte != 0x3E { hasWords = true }
      if byte & 0xC0 != 0x80 {
        written += 1
        shown += 1
      }
    }
  }

  /// `\{{` is two braces.
  private mutating func escape() {
    replace(until: position + 3, by: "{{")
  }

  /// Puts a text in the place of the bytes up to an index on the same line.
  mutating func replace(until end: Int, by text: String) {
    let width = source[position..<end].count { $0 & 0xC0 != 0x80 }
    let shownWidth = text.unicodeScalars.count
    result += Array(text.utf8)
    columns.add(line: line, written: written..<(written + width), shown: shown, shownWidth)
    written += width
    shown += shownWidth
    position = end
    hasWords = true
    // What stands here is a word: a value right behind it is glued to it.
    if marks, shownWidth > 0 { running.append(0x7D) }
  }

  private mutating func reference(into problems: inout [Diagnostic]) {
    if let assertion = assertionHead(at: position) {
      return openAssertion(assertion, into: &problems)
    }
    guard let end = closing(from: position + 2) else {
      // Nothing on this line closes a reference: the rest of it is text.
      while position < source.count, source[position] != 0x0A { copy() }
      return
    }
    let text = String(decoding: source[(position + 2)..<end], as: UTF8.self)
    let shown: String
    do throws(ProseFault) {
      shown = try value(of: text)
    } catch {
      problems.append(diagnostic(error, column: written))
      shown = ""
    }
    replace(until: end + 2, by: shown)
  }

  /// What a reference prints.
  private func value(of text: String) throws(ProseFault) -> String {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].split(separator: " ").joined(separator: " ")
    if name.hasPrefix("literal:") {
      return text.drop { $0 == " " }.dropFirst("literal:".count).split(separator: " ")
        .joined(separator: " ")
    }
    let value = try values.value(name)
    guard parts.count == 1 else { return try ValueFormat(String(parts[1])).text(of: value) }
    // A mark promises the text of the record, so a format goes without.
    guard marks, running.allowsMarkup, let named = catalogue[name] else { return value.text }
    return ValueMarks.marked(named, in: catalogue)
  }

  func diagnostic(_ fault: ProseFault, column: Int, line: Int? = nil) -> Diagnostic {
    .error(
      SourceLocation(file: file, line: line ?? self.line, column: column), fault.message,
      fault.remedy)
  }

  func isPair(of byte: UInt8, at index: Int) -> Bool {
    index + 1 < source.count && source[index] == byte && source[index + 1] == byte
  }

  /// Where two closing braces stand on the line, from an index on.
  func closing(from start: Int) -> Int? {
    var index = start
    while index + 1 < source.count, source[index] != 0x0A {
      if isPair(of: 0x7D, at: index) { return index }
      index += 1
    }
    return nil
  }
}
