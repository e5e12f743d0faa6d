extension DocumentRendering {
  /// Writes a reference to a footnote; `false` when it stays text.
  mutating func writeReference(
    _ label: Slice<UnsafeBufferPointer<UInt8>>, _ node: SyntaxNode, index: Int
  ) -> Bool {
    let name = String(decoding: label, as: UTF8.self)
    if openLinks > 0 {
      report(
        .footnoteInLink, referencePlace(node, index, name),
        "the footnote `[^\(ShownText.shortened(name))]` stands in the text of a link",
        "Move it behind the link.")
      return false
    }
    guard let (number, reference) = footnotes.refer(to: name) else {
      report(
        .undefinedFootnote, referencePlace(node, index, name),
        "the footnote `[^\(ShownText.shortened(name))]` is not defined",
        "Add a line `[^\(ShownText.shortened(name))]: …` to the text, or write `\\[^`.")
      return false
    }
    let start = out.bytes.count
    out.write("<sup class=\"footnote-ref\"><a href=\"#\(footnotes.identifier(number))\" id=\"")
    out.write(footnotes.identifier(number, reference: reference))
    out.write("\" role=\"doc-noteref\" aria-label=\"")
    out.escape("\(words.footnote) \(number)")
    out.write("\">\(number)</a></sup>")
    headingReferences.append(start..<out.bytes.count)
    return true
  }

  /// Writes the footnotes that are referred to, and reports the others.
  ///
  /// A footnote may refer to further ones, so that links back are known only after all are written.
  mutating func renderFootnotes() {
    guard !parsing.definitions.isEmpty else { return }
    reportDefinitions()
    let text = out
    var notes: [[UInt8]] = []
    while notes.count < footnotes.order.count {
      out = HTMLBuffer()
      renderNote(footnotes.order[notes.count])
      notes.append(out.bytes)
    }
    out = text
    reportUnused()
    guard !notes.isEmpty else { return }
    out.beginLine()
    out.write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    out.escape(words.footnotes)
    out.write("\">\n<ol>\n")
    for (index, note) in notes.enumerated() { writeNote(note, number: index + 1) }
    out.write("</ol>\n</section>\n")
  }

  private mutating func renderNote(_ index: Int) {
    guard let item = parsing.notes[index] else { return }
    beginPlainLine()
    depth = 1
    quoteDepth = quotes(around: item)
    open = [OpenElement(closing: "")]
    var child = item.firstChild
    while let block = child {
      walk(block)
      child = block.next
    }
    closeElements(deeperThan: 0)
  }

  private mutating func writeNote(_ note: [UInt8], number: Int) {
    let definition = parsing.definitions[footnotes.order[number - 1]]
    let identifier = footnotes.identifier(number)
    out.write("<li id=\"\(identifier)\">\n")
    let end = Array("</p>\n".utf8)
    let endsInParagraph = note.count >= end.count && note[(note.count - end.count)...] == end[...]
    out.write(endsInParagraph ? note.dropLast(end.count) : note[...])
    out.write(endsInParagraph ? " " : "<p>")
    writeBackLinks(number)
    out.write("</p>\n</li>\n")
    footnotes.result.append(
      MarkdownFootnote(
        number: number, label: definition.label, identifier: identifier,
        references: footnotes.references[number - 1], position: place(of: definition)))
  }

  private mutating func writeBackLinks(_ number: Int) {
    let count = footnotes.references[number - 1]
    if count > 1 { out.write("↩") }
    for reference in 1...max(1, count) {
      let letter = count > 1 ? FootnoteNumbers.letters(reference) : ""
      out.write(count > 1 ? " <a href=\"#" : "<a href=\"#")
      out.write(footnotes.identifier(number, reference: reference))
      out.write("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      out.escape("\(words.backToReference) \(number)\(letter)")
      out.write("\">\(count > 1 ? letter : "↩")</a>")
    }
  }

  private func quotes(around item: SyntaxNode) -> Int {
    var count = 0
    var parent = item.parent
    while let node = parent {
      if node.kind == .blockQuote { count += 1 }
      parent = node.parent
    }
    return count
  }

  private mutating func reportDefinitions() {
    for index in footnotes.duplicates {
      let definition = parsing.definitions[index]
      report(
        .duplicateFootnote, place(of: definition),
        "the footnote `[^\(ShownText.shortened(definition.label))]` is defined a second time",
        "Give one of the two another name; the first one is on the page.")
    }
  }

  private mutating func reportUnused() {
    for index in footnotes.unused {
      let definition = parsing.definitions[index]
      let label = ShownText.shortened(definition.label)
      report(
        .unusedFootnote, place(of: definition), "nothing refers to the footnote `[^\(label)]`",
        "Write `[^\(label)]` where it belongs, or remove the definition; it is not on the page.")
    }
  }

  /// Definitions keep the line numbers of the text before it was rewritten, which are the author's.
  private mutating func place(of definition: FootnoteDefinition) -> SourcePosition {
    positions.sourcePosition(line: definition.line, byte: definition.prefixLength)
  }

  /// Where a reference stands; escapes and entities before it make the line longer than the text.
  private mutating func referencePlace(
    _ node: SyntaxNode, _ index: Int, _ name: String
  ) -> SourcePosition {
    let place = textPlace(line: node.startLine, column: node.startColumn + index)
    let written = Array("[^\(name)]".utf8)
    let line = parsing.text.bytes[parsing.text.line(place.line)]
    let start = min(line.endIndex, line.startIndex + max(0, place.column - 1))
    // Bounded, so that a line of nothing but escapes and references stays linear.
    let end = min(line.endIndex, start + 256)
    let found = (start..<max(start, end)).first {
      line[$0] == 0x5B && line[$0...].starts(with: written)
    }
    return positions.position(
      line: place.line, column: (found ?? start) - line.startIndex + 1)
  }
}
