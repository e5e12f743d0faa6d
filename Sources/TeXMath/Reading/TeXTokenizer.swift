/// Splits TeX source into tokens, in linear time.
struct TeXTokenizer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private var tokens: [TeXToken] = []

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
    tokens.reserveCapacity(scalars.count + 1)
  }

  /// The tokens of the whole source; the last one is `.end`.
  static func tokens(of source: String) -> [TeXToken] {
    var tokenizer = TeXTokenizer(source)
    while tokenizer.position < tokenizer.scalars.count { tokenizer.scanToken() }
    tokenizer.append(.end, line: tokenizer.line, column: tokenizer.column)
    return tokenizer.tokens
  }

  private mutating func scanToken() {
    let (line, column) = (line, column)
    let scalar = advance()
    switch scalar {
    case "\\": append(.command(commandName()), line: line, column: column)
    case "{": append(.openBrace, line: line, column: column)
    case "}": append(.closeBrace, line: line, column: column)
    case "^": append(.superscript, line: line, column: column)
    case "_": append(.subscript, line: line, column: column)
    case "&": append(.alignment, line: line, column: column)
    case "'": append(.prime, line: line, column: column)
    case "~": append(.tie, line: line, column: column)
    case _ where Self.isBlank(scalar):
      while position < scalars.count, Self.isBlank(scalars[position]) { advance() }
      append(.space, line: line, column: column)
    default: append(.character(scalar), line: line, column: column)
    }
  }

  /// The letters after a backslash, or the one character that is no letter; empty at the end.
  private mutating func commandName() -> String {
    guard position < scalars.count else { return "" }
    let first = advance()
    guard Self.isLetter(first) else {
      return Self.isBlank(first) ? " " : String(Character(first))
    }
    var name = String.UnicodeScalarView([first])
    while position < scalars.count, Self.isLetter(scalars[position]) { name.append(advance()) }
    // `align*` apart, a star belongs to one command only.
    if name.elementsEqual("operatorname".unicodeScalars), position < scalars.count,
      scalars[position] == "*"
    {
      name.append(advance())
    }
    return String(name)
  }

  @discardableResult
  private mutating func advance() -> Unicode.Scalar {
    let scalar = scalars[position]
    position += 1
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return scalar
  }

  private mutating func append(_ kind: TeXToken.Kind, line: Int, column: Int) {
    tokens.append(TeXToken(kind: kind, line: line, column: column))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r": true
    default: !scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator
    }
  }
}
