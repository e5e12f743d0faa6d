import TextDistance

/// The values of one session, in the order of the page, each name once.
struct ValueCatalogue: Sendable {
  /// The values, in the order in which the page comes to them.
  let values: [NamedValue]
  private let positions: [String: Int]

  /// Creates a catalogue; every name stands once.
  init(_ values: [NamedValue] = []) {
    self.values = values
    positions = Dictionary(uniqueKeysWithValues: zip(values.map(\.name), values.indices))
  }

  /// The value of a name; `nil` when the session has none.
  ///
  /// Complexity: O(1).
  subscript(name: String) -> NamedValue? { positions[name].map { values[$0] } }

  /// The place of a name in `values`; `nil` when the session has no such value.
  func position(of name: String) -> Int? { positions[name] }

  /// Whether there is no value, as on a page without a session.
  var isEmpty: Bool { values.isEmpty }

  /// The names, sorted.
  var names: [String] { positions.keys.sorted() }

  /// The value that a misspelt name probably meant.
  func nearest(to name: String) -> String? { Spelling.nearest(to: name, among: names) }
}
