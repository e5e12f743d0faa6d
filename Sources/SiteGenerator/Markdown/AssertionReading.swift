import MarketData
import ProseChecks

/// An assertion whose words are being read.
struct OpenAssertion {
  /// Where it begins in the file.
  let line: Int
  let column: Int
  /// Where its words begin in the result.
  let start: Int
  /// What has to hold; `nil` after the condition was reported.
  let assertion: Assertion?
  /// Column of the condition in the file.
  let conditionColumn: Int
}

/// The head of an assertion, `{{ assert condition: `, as byte indexes of the source.
struct AssertionHead {
  var condition: Range<Int>
  /// The index of the first word; `nil` when no colon or no word follows on the line.
  var words: Int?
}

extension ValueReading {
  /// The head that begins at an index; `nil` when an ordinary reference does.
  func assertionHead(at start: Int) -> AssertionHead? {
    var index = start + 2
    while index < source.count, source[index] == 0x20 { index += 1 }
    let word = Array("assert".utf8)
    guard index + word.count < source.count,
      source[index..<(index + word.count)].elementsEqual(word),
      source[index + word.count] == 0x20
    else { return nil }
    let condition = index + word.count + 1
    index = condition
    var quote: UInt8?
    while index < source.count, source[index] != 0x0A, !isPair(of: 0x7D, at: index) {
      let byte = source[index]
      if byte == 0x22 { quote = quote == nil ? byte : nil }
      if byte == 0x3A, quote == nil {
        var words = index + 1
        while words < source.count, source[words] == 0x20 { words += 1 }
        let isEmpty =
          words == source.count || source[words] == 0x0A || isPair(of: 0x7D, at: words)
        return AssertionHead(condition: condition..<index, words: isEmpty ? nil : words)
      }
      index += 1
    }
    return AssertionHead(condition: condition..<index, words: nil)
  }

  /// Leaves out the head and keeps its condition until the words end.
  mutating func openAssertion(_ head: AssertionHead, into problems: inout [Diagnostic]) {
    guard open == nil, let words = head.words else {
      problems.append(
        .error(
          SourceLocation(file: file, line: line, column: written),
          open == nil
            ? "the assertion has no words behind its condition"
            : "an assertion cannot stand within another",
          open == nil
            ? "Write `{{ assert condition: words }}`; condition, colon and first word stand on one line."
            : "Close the outer one with `}}` first, or join the conditions by `and`."))
      if let end = closing(from: position + 2) {
        replace(until: end + 2, by: "")
      } else {
        while position < source.count, source[position] != 0x0A { copy() }
      }
      return
    }
    let column = written
    let conditionColumn =
      written + source[position..<head.condition.lowerBound].count { $0 & 0xC0 != 0x80 }
    var assertion: Assertion?
    do throws(ProseFault) {
      assertion = try Assertion(
        condition: String(decoding: source[head.condition], as: UTF8.self))
    } catch {
      problems.append(diagnostic(error, column: conditionColumn + error.offset))
    }
    replace(until: words, by: "")
    open = OpenAssertion(
      line: line, column: column, start: result.count, assertion: assertion,
      conditionColumn: conditionColumn)
  }

  /// Leaves out the closing braces and decides the condition.
  ///
  /// - Parameters:
  ///   - startsLine: whether only blanks stand before the braces; leaving them out would then leave
  ///     an empty line, which parts paragraphs.
  ///   - problems: receives what is wrong.
  mutating func closeAssertion(startsLine: Bool, into problems: inout [Diagnostic]) {
    guard let assertion = open else { return }
    open = nil
    if startsLine {
      problems.append(
        .error(
          SourceLocation(file: file, line: line, column: written),
          "the closing braces of the assertion begin a line",
          "Write them on the line of its last word."))
    }
    while result.count > assertion.start, result.last == 0x20 {
      result.removeLast()
      // The blanks before the braces go with them.
      written -= 1
      shown -= 1
      position -= 1
    }
    let end = position + source[position...].prefix { $0 == 0x20 }.count + 2
    let words = ValueMarks.removed(
      from: String(decoding: result[assertion.start...], as: UTF8.self))
    replace(until: end, by: "")
    decide(assertion, words: words, into: &problems)
  }

  private func decide(
    _ open: OpenAssertion, words: String, into problems: inout [Diagnostic]
  ) {
    guard let assertion = open.assertion else { return }
    do throws(ProseFault) {
      if let contradiction = try assertion.contradiction(words: words, values) {
        problems.append(diagnostic(contradiction, column: open.column, line: open.line))
      }
    } catch {
      problems.append(
        diagnostic(error, column: open.conditionColumn + error.offset, line: open.line))
    }
  }

  /// Reports words that go on beyond their paragraph, and forgets the assertion.
  mutating func reportUnclosed(into problems: inout [Diagnostic]) {
    guard let assertion = open else { return }
    open = nil
    problems.append(
      .error(
        SourceLocation(file: file, line: assertion.line, column: assertion.column),
        "the assertion is not closed in its paragraph",
        "Write `}}` behind its last word; for several paragraphs use a block `assert`."))
  }
}
