/// A term of the glossary with the forms in which texts use it.
public struct DefinedTerm: Hashable, Sendable {
  /// The name of its page below `/glossary/`.
  public var slug: String
  /// The title and the other names, as they are spelt.
  public var forms: [String]
  /// Whether its first use on a page becomes a link.
  public var isLinked: Bool

  /// Creates a term.
  public init(slug: String, forms: [String], isLinked: Bool = true) {
    self.slug = slug
    self.forms = forms
    self.isLinked = isLinked
  }
}
