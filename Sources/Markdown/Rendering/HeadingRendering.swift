extension DocumentRendering {
  /// Opens a heading, or the cell of a table that libcmark was given as one.
  mutating func enterHeading(_ node: SyntaxNode) {
    depth += 1
    beginLeaf(node)
    if case .cell(let table, let row, let column) = parsing.text.origin(node.startLine).role {
      return enterCell(table: table, row: row, column: column)
    }
    beginPlainLine()
    out.beginLine()
    headingStart = out.bytes.count
    headingPlainStart = plain.count
    headingReferences = []
  }

  /// Ends a heading: its tag is put before what it contains, from which its id is made.
  mutating func exitHeading(_ node: SyntaxNode) {
    if case .cell(let table, let row, let column) = parsing.text.origin(node.startLine).role {
      return exitCell(table: table, row: row, column: column)
    }
    let level = node.headingLevel
    let text = String(decoding: plain[headingPlainStart...], as: UTF8.self)
    var identifier = ""
    if extensions.contains(.headingIdentifiers) {
      identifier = identifiers.identifier(ofMarkup: markupWithoutReferences())
    }
    let attribute = identifier.isEmpty ? "" : " id=\"\(identifier)\""
    out.bytes.insert(contentsOf: "<h\(level)\(attribute)>".utf8, at: headingStart)
    if extensions.contains(.headingAnchors), !identifier.isEmpty {
      writeAnchor(identifier, text)
    }
    out.write("</h\(level)>\n")
    headings.append(
      MarkdownHeading(
        level: level, text: text, identifier: identifier,
        position: position(ofBlockLine: leaf.line + leaf.shift, column: leaf.column)))
  }

  private mutating func writeAnchor(_ identifier: String, _ text: String) {
    out.write(" <a class=\"anchor\" href=\"#")
    out.escapeAddress(identifier)
    out.write("\" aria-label=\"")
    out.escape(text.isEmpty ? words.linkToSection : "\(words.linkToSection): \(text)")
    out.write("\">#</a>")
  }

  private func markupWithoutReferences() -> [UInt8] {
    guard !headingReferences.isEmpty else { return Array(out.bytes[headingStart...]) }
    var result: [UInt8] = []
    var start = headingStart
    for range in headingReferences {
      result += out.bytes[start..<range.lowerBound]
      start = range.upperBound
    }
    return result + out.bytes[start...]
  }
}
