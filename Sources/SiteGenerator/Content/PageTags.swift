import MarketData

/// The list `tags` of a front matter: words under which a text is found beside its folder.
enum PageTags {
  /// The tags in the order they stand.
  ///
  /// A tag is part of an address, so that it follows the rules of names of pages; one that does not,
  /// or that stands twice, is reported and left out.
  static func read(_ fields: inout YAMLFields, into problems: inout [Diagnostic]) -> [String] {
    var tags: [String] = []
    for (index, text) in fields.texts("tags", into: &problems).enumerated() {
      let place = fields.place(ofText: "tags", item: index).place(line: 1, column: 1)
      let location = SourceLocation(file: fields.file, line: place.line, column: place.column)
      if let fault = ContentSlug.fault(of: text) {
        problems.append(.error(location, "in `tags`, \(fault.what)", fault.remedy))
      } else if tags.contains(text) {
        problems.append(
          .error(location, "the tag `\(text)` appears twice", "Remove one of the two."))
      } else {
        tags.append(text)
      }
    }
    return tags
  }
}

extension Prose {
  /// Slugs of the glossary terms that the text links to itself, sorted.
  var linkedTerms: [String] {
    let mark = "](/glossary/"
    guard markdown.utf8Contains(mark) else { return [] }
    let slugs = markdown.split(separator: mark, omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) }
    return Set(slugs.filter { !$0.isEmpty }).sorted()
  }
}
