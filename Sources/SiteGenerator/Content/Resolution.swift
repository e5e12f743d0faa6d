import MarketData

/// What settles a contradiction of the method's source: named parameters of the profile.
struct Resolution: Hashable, Sendable {
  /// A text of the front matter with its place, for faults that are found later.
  struct Name: Hashable, Sendable {
    var text: String
    var location: SourceLocation
  }

  /// The heading under which the page tells the contradiction.
  var contradiction: Name
  /// Keys of parameters; empty where a definition settles it.
  var parameters: [Name]

  /// The list `resolutions` of a page's front matter, in its order.
  static func read(
    _ fields: inout YAMLFields, into problems: inout [Diagnostic]
  ) -> [Resolution] {
    fields.list("resolutions", into: &problems).map { entry in
      var entry = entry
      let heading = entry.requiredText(
        "contradiction", example: "The heading that tells it", into: &problems)
      let keys = entry.texts("parameters", into: &problems)
      entry.finish(into: &problems)
      return Resolution(
        contradiction: Name(text: heading, location: entry.location(of: "contradiction")),
        parameters: keys.enumerated().map { index, key in
          let place = entry.place(ofText: "parameters", item: index).place(line: 1, column: 1)
          return Name(
            text: key,
            location: SourceLocation(file: entry.file, line: place.line, column: place.column))
        })
    }
  }
}
