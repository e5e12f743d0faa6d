import TeXMath

/// The mistakes of a source as messages.
enum MistakeText {
  /// One text a mistake; none when the source is a formula.
  static func of(_ source: String) -> [String] {
    do {
      _ = try TeXFormula(source)
      return []
    } catch {
      return error.items.map(\.description)
    }
  }
}
