extension String {
  /// Markup of one paragraph without its tags; other markup as it is.
  var withoutSingleParagraph: String {
    guard hasPrefix("<p>"), hasSuffix("</p>\n"), !dropFirst(3).utf8.isEmpty else { return self }
    let inner = dropFirst(3).dropLast(5)
    return String(inner).utf8Contains("<p>") ? self : String(inner)
  }
}
