import MarketData

/// Replaces `{{ name }}` in a Markdown text by the day's computed values.
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
private struct ValueReading {
  private let source: [UInt8]
  private let file: String
  private let values: ValueCatalogue
  private let marks: Bool
  private var text = RunningText()
  private var position = 0
  private var line: Int
  /// Column in the file and column in the result, from 1, in Unicode scalars.
  private var written = 1
  private var shown = 1
  private(set) var result: [UInt8] = []
  private(set) var columns = SubstitutedColumns()

  init(_ prose: Prose, values: ValueCatalogue, marks: Bool) {
    source = Array(prose.markdown.utf8)
    file = prose.file
    line = prose.line
    self.values = values
    self.marks = marks
    result.reserveCapacity(source.count)
  }

  mutating func run(into problems: inout [Diagnostic]) {
    while position < source.count {
      guard isPair(of: 0x7B, at: position) else {
        copy()
        continue
      }
      if let end = closing(from: position + 2) {
        replace(until: end, into: &problems)
      } else {
        // Nothing on this line closes a reference: the rest of it is text.
        while position < source.count, source[position] != 0x0A { copy() }
      }
    }
  }

  private mutating func copy() {
    let byte = source[position]
    result.append(byte)
    if marks { text.append(byte) }
    position += 1
    if byte == 0x0A {
      line += 1
      written = 1
      shown = 1
    } else if byte & 0xC0 != 0x80 {
      written += 1
      shown += 1
    }
  }

  private mutating func replace(until end: Int, into problems: inout [Diagnostic]) {
    let name = String(decoding: source[(position + 2)..<end], as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    let width = source[position..<(end + 2)].count { $0 & 0xC0 != 0x80 }
    var shownWidth = 0
    if let value = values[name] {
      let shownText = marks && text.allowsMarkup ? ValueMarks.marked(value, in: values) : value.text
      result += Array(shownText.utf8)
      shownWidth = shownText.unicodeScalars.count
      text.append(0x7D)
    } else {
      problems.append(unknown(name))
    }
    columns.add(line: line, written: written..<(written + width), shown: shown, shownWidth)
    written += width
    shown += shownWidth
    position = end + 2
  }

  private func unknown(_ name: String) -> Diagnostic {
    let remedy: String
    if values.isEmpty {
      remedy = "The page has no session whose values it could print; remove the reference."
    } else if let nearest = values.nearest(to: name) {
      remedy = "Did you mean `\(nearest)`?"
    } else {
      remedy = "Known values: \(values.names.joined(separator: ", "))."
    }
    return .error(
      SourceLocation(file: file, line: line, column: written), "unknown value `\(name)`", remedy)
  }

  private func isPair(of byte: UInt8, at index: Int) -> Bool {
    index + 1 < source.count && source[index] == byte && source[index + 1] == byte
  }

  private func closing(from start: Int) -> Int? {
    var index = start
    while index + 1 < source.count, source[index] != 0x0A {
      if isPair(of: 0x7D, at: index) { return index }
      index += 1
    }
    return nil
  }
}
