/// One unit of TeX source and its place.
struct TeXToken: Hashable, Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// A backslash with letters, or with one other character; without the backslash.
    case command(String)
    /// `{`.
    case openBrace
    /// `}`.
    case closeBrace
    /// `^`.
    case superscript
    /// `_`.
    case `subscript`
    /// `&`.
    case alignment
    /// `'`.
    case prime
    /// `~`.
    case tie
    /// Blanks and line ends, any number of them.
    case space
    /// Any other character.
    case character(Unicode.Scalar)
    /// The end of the source.
    case end
  }

  var kind: Kind
  /// From 1.
  var line: Int
  /// From 1, in Unicode scalars.
  var column: Int

  /// The token as the author wrote it, for messages.
  var shown: String {
    switch kind {
    case .command(let name): "\\\(name)"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .alignment: "&"
    case .prime: "'"
    case .tie: "~"
    case .space: " "
    case .character(let scalar): String(Character(scalar))
    case .end: "the end"
    }
  }
}
