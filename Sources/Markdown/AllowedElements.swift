extension MarkdownConfiguration {
  /// Whether an element can be among the allowed ones of `RawHTML.elements`.
  ///
  /// - Parameter element: a name without angle brackets, in any case.
  /// - Returns: `false` for what is no name, and for elements that never pass because their content
  ///   is not text or because they can run something.
  public static func canAllow(element: String) -> Bool {
    let name = Array(element.lowercased().utf8)
    guard let first = name.first, (0x61...0x7A) ~= first,
      name.allSatisfy({ (0x61...0x7A) ~= $0 || (0x30...0x39) ~= $0 })
    else { return false }
    return !RawHTMLPiece.neverAllowed.contains(element.lowercased())
  }
}
