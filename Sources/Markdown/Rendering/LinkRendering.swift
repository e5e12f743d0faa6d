extension DocumentRendering {
  /// Opens a link; one that is refused or left out shows its text alone.
  mutating func enterLink(_ node: SyntaxNode) {
    let position = startOfLink(node)
    var closing = ""
    let isNested = openLinks > 0 && extensions.contains(.accessibilityChecks)
    if isNested {
      report(
        .nestedLink, position, "a link within the text of another link",
        "Move one of the two; only the outer one is on the page.")
    }
    if let destination = destination(of: node, .link, position), !isNested {
      out.write("<a href=\"")
      out.escapeAddress(destination)
      writeTitle(of: node)
      out.write("\">")
      closing = "</a>"
      openLinks += 1
    }
    open.append(OpenElement(closing: closing, isLink: true))
  }

  /// Writes an image; one that is refused or left out shows its alternative text.
  mutating func writeImage(_ node: SyntaxNode) {
    writeImage(node, withTitle: true)
  }

  /// The image that is alone in a paragraph and has a title, which becomes its caption.
  func figureImage(of paragraph: SyntaxNode) -> SyntaxNode? {
    guard extensions.contains(.figures), let image = paragraph.firstChild, image.kind == .image,
      image.next == nil, !image.title.isEmpty
    else { return nil }
    return image
  }

  /// Writes an image with its caption.
  mutating func writeFigure(_ image: SyntaxNode) {
    out.beginLine()
    out.write("<figure>\n")
    writeImage(image, withTitle: false)
    out.write("\n<figcaption>")
    writeEscaped(image.title)
    out.write("</figcaption>\n</figure>\n")
    beginPlainLine()
    plain += marker.removed(from: image.title)
  }

  private mutating func writeImage(_ node: SyntaxNode, withTitle: Bool) {
    let position = startOfLink(node)
    let alternative = alternative(of: node)
    let isBlank = alternative.allSatisfy { $0 == 0x20 }
    if extensions.contains(.accessibilityChecks), isBlank {
      report(
        .imageWithoutAlternative, position,
        "the image `\(ShownText.shortened(unmarked(node.url)))` has no alternative text",
        "Say in the brackets what the image shows: ![VIX above 20](…).")
    }
    plain += alternative
    guard let destination = destination(of: node, .image, position) else {
      return alternative.withUnsafeBufferPointer { out.escape($0) }
    }
    out.write("<img src=\"")
    out.escapeAddress(destination)
    out.write("\" alt=\"")
    alternative.withUnsafeBufferPointer { out.escape($0) }
    if withTitle { writeTitle(of: node) }
    out.write("\" />")
  }

  /// The words within an image's brackets, on one line.
  private func alternative(of image: SyntaxNode) -> [UInt8] {
    var result: [UInt8] = []
    let walk = SyntaxWalk(image)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .text, .code, .htmlInline: result += marker.removed(from: node.literal)
      case .softBreak, .lineBreak: result.append(0x20)
      default: break
      }
    }
    return result
  }

  /// The resolved address; `nil` when the link is refused or the caller leaves it out.
  private mutating func destination(
    of node: SyntaxNode, _ kind: MarkdownLink.Kind, _ position: SourcePosition
  ) -> String? {
    let link = MarkdownLink(
      kind: kind, destination: unmarked(node.url), title: unmarked(node.title), position: position)
    links.append(link)
    if case .only(let schemes) = renderer.configuration.linkSchemes,
      let refusal = LinkAddress.refusal(of: link.destination, allowing: schemes)
    {
      refuse(link, refusal, schemes)
      return nil
    }
    return renderer.resolveLink(link)
  }

  private mutating func refuse(
    _ link: MarkdownLink, _ refusal: LinkAddress.Refusal, _ schemes: Set<String>
  ) {
    let address = ShownText.shortened(link.destination)
    let allowed = schemes.sorted().joined(separator: ", ")
    let fault: String
    switch refusal {
    case .scheme(let scheme):
      fault = "the address `\(address)` has the scheme `\(ShownText.shortened(scheme))`"
    case .hostWithoutScheme: fault = "the address `\(address)` names a host without a scheme"
    case .noHost: fault = "the address `\(address)` names no host"
    case .controlCharacter: fault = "the address `\(address)` holds control characters"
    }
    report(
      .unsafeLink, link.position, fault,
      "Write the path of a page of the site, or a full address with one of the schemes \(allowed).")
  }

  private mutating func writeTitle(of node: SyntaxNode) {
    guard !node.title.isEmpty else { return }
    out.write("\" title=\"")
    writeEscaped(node.title)
  }

  /// Where a link's bracket is: libcmark gives the line of its end, and the column of its start.
  ///
  /// The column of an address in angle brackets lacks the indentation of its block; that of its text
  /// does not.
  private mutating func startOfLink(_ node: SyntaxNode) -> SourcePosition {
    if node.kind == .link, let text = node.firstChild, text.kind == .text, text.startLine > 0 {
      return place(line: text.startLine, column: text.startColumn - 1)
    }
    var line = node.startLine
    var first = node.firstChild
    while let child = first {
      if child.startLine > 0 {
        line = min(line, child.startLine)
        break
      }
      first = child.firstChild ?? child.next
    }
    return place(line: line, column: node.startColumn)
  }
}
