extension DocumentRendering {
  /// Opens a block quotation, or the callout that its first line makes of it.
  mutating func enterQuote(_ node: SyntaxNode) {
    depth += 1
    quoteDepth += 1
    out.beginLine()
    guard let kind = takeCallout(of: node), let word = words.callouts[kind] else {
      out.write("<blockquote>\n")
      open.append(OpenElement(closing: "</blockquote>\n", beginsLine: true, isQuote: true))
      return
    }
    out.write("<aside class=\"callout \(kind)\" role=\"note\">\n<p class=\"callout-title\">")
    out.escape(word)
    out.write("</p>\n")
    beginPlainLine()
    plain += word.utf8
    open.append(OpenElement(closing: "</aside>\n", beginsLine: true, isQuote: true))
  }

  /// The word of a first line `[!WORD]`, in lower case, which is then left out of the text.
  private mutating func takeCallout(of quote: SyntaxNode) -> String? {
    guard extensions.contains(.callouts), let paragraph = quote.firstChild,
      paragraph.kind == .paragraph, let text = paragraph.firstChild, text.kind == .text,
      let (word, isAlone) = Self.calloutWord(text.literal)
    else { return nil }
    let kind = word.lowercased()
    let endsLine = text.next.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
    guard words.callouts[kind] != nil else {
      let known = words.callouts.keys.sorted().map { "[!\($0.uppercased())]" }
      report(
        .unknownCallout,
        position(ofBlockLine: paragraph.startLine, column: paragraph.startColumn),
        "there is no callout `[!\(ShownText.shortened(word))]`",
        "Known callouts: \(known.joined(separator: ", ")).")
      return nil
    }
    guard isAlone, endsLine else {
      report(
        .unknownCallout,
        position(ofBlockLine: paragraph.startLine, column: paragraph.startColumn),
        "text follows the mark `[!\(word)]` on its line, which makes no callout of it",
        "Begin the text on the next line of the quotation.")
      return nil
    }
    // Taken in reverse order, as the nodes are met.
    skippedNodes = [text.next, text].compactMap { $0 }
    if text.next == nil { skippedNodes = [paragraph] }
    return kind
  }

  /// The letters of `[!WORD]` at the start of a text, and whether nothing follows.
  private static func calloutWord(
    _ literal: UnsafeBufferPointer<UInt8>
  ) -> (word: String, isAlone: Bool)? {
    guard literal.count > 3, literal[0] == 0x5B, literal[1] == 0x21 else { return nil }
    let word = literal[2..<min(literal.count, 64)].prefix {
      (0x61...0x7A) ~= $0 | 0x20 && $0 >= 0x41
    }
    guard !word.isEmpty, word.endIndex < literal.count, literal[word.endIndex] == 0x5D else {
      return nil
    }
    return (String(decoding: word, as: UTF8.self), word.endIndex + 1 == literal.count)
  }
}
