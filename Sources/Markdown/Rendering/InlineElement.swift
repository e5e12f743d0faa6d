/// An element that stays open until its own end tag, among the siblings of where it was opened.
struct InlineElement {
  var name: String
  /// How many nodes were open when it was opened.
  var depth: Int
  var isStrikethrough = false
  /// Where raw HTML opened it.
  var position: SourcePosition?
}

extension DocumentRendering {
  /// Writes raw HTML within a text.
  mutating func writeInlineHTML(_ node: SyntaxNode) {
    let position = place(of: node)
    writeHTML(node, at: position)
  }

  /// Writes a block of raw HTML.
  mutating func writeHTMLBlock(_ node: SyntaxNode) {
    if parsing.text.origin(node.startLine).role == .separator { return }
    out.beginLine()
    beginPlainLine()
    leaf = Leaf(line: node.startLine, column: node.startColumn)
    writeHTML(node, at: position(ofBlockLine: node.startLine, column: node.startColumn))
    out.beginLine()
  }

  /// Ends the elements that were opened within a node that ends now.
  mutating func closeElements(deeperThan depth: Int) {
    while let last = inlineElements.last, last.depth > depth { closeElement() }
  }

  /// Ends the innermost element, which has no end tag of its own.
  mutating func closeElement() {
    guard let element = inlineElements.popLast() else { return }
    out.write("</\(element.name)>")
    guard let position = element.position else { return }
    report(
      .unclosedElement, position,
      "`<\(element.name)>` is not closed in the block or emphasis in which it stands",
      "Write `</\(element.name)>` there.")
  }

  private mutating func writeHTML(_ node: SyntaxNode, at position: SourcePosition) {
    guard case .elements(let allowed) = renderer.configuration.rawHTML else {
      return out.write(marker.removed(from: node.literal))
    }
    let bytes = marker.removed(from: node.literal)
    for piece in RawHTMLPiece.pieces(of: bytes) {
      switch piece {
      case .text(let range): writeHTMLText(bytes[range])
      case .other(let range): refuse(bytes[range], at: position)
      case .opening(let name): openElement(name, allowed, at: position)
      case .closing(let name): closeElement(name, allowed, at: position)
      }
    }
  }

  private mutating func openElement(
    _ name: String, _ allowed: Set<String>, at position: SourcePosition
  ) {
    guard allowed.contains(name), !RawHTMLPiece.neverAllowed.contains(name) else {
      return refuse(Array("<\(name)>".utf8)[...], at: position)
    }
    guard !RawHTMLPiece.void.contains(name) else { return out.write("<\(name) />") }
    out.write("<\(name)>")
    inlineElements.append(InlineElement(name: name, depth: depth, position: position))
  }

  private mutating func closeElement(
    _ name: String, _ allowed: Set<String>, at position: SourcePosition
  ) {
    guard let last = inlineElements.last, last.name == name, last.depth == depth,
      !last.isStrikethrough
    else { return refuse(Array("</\(name)>".utf8)[...], at: position) }
    inlineElements.removeLast()
    out.write("</\(name)>")
  }

  /// Text between the tags of a block; its entities stay what they are.
  private mutating func writeHTMLText(_ text: ArraySlice<UInt8>) {
    plain += text
    for byte in text {
      switch byte {
      case 0x3C: out.write("&lt;")
      case 0x3E: out.write("&gt;")
      case 0x22: out.write("&quot;")
      default: out.bytes.append(byte)
      }
    }
  }

  private mutating func refuse(_ markup: ArraySlice<UInt8>, at position: SourcePosition) {
    markup.withUnsafeBufferPointer { out.escape($0) }
    plain += markup
    let shown = ShownText.shortened(String(decoding: markup, as: UTF8.self))
    report(
      .rawHTML, position, "raw HTML is not allowed: `\(shown)`",
      "Write it in Markdown, or put it in backquotes to show it as code.")
  }
}
