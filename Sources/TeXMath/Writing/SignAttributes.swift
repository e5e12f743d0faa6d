/// The attributes a sign needs where the operator dictionary of MathML Core would do another thing.
///
/// The dictionary (https://w3c.github.io/mathml-core/#operator-dictionary) lets every delimiter
/// grow, gives signs outside it the room of a relation, and tells prefixes by their place in a row.
enum SignAttributes {
  /// The attributes of a sign in a row, with a leading blank; `nil` for a sign outside a row.
  static func text(of sign: MathSign, in atom: PlacedAtom?) -> String {
    if let size = sign.size { return sized(sign, size) }
    switch sign.role {
    case .large, .punctuation: return ""
    case .ordinary: return ordinary(sign.text)
    case .opening, .closing: return delimiter(sign)
    case .binary: return atom.map { binary(sign.text, in: $0) } ?? ""
    case .relation: return relation(sign.text, isFirst: atom.map { $0.isFirst } ?? false)
    }
  }

  /// The attributes of a delimiter that grows with what it encloses.
  ///
  /// - Parameters:
  ///   - text: the delimiter.
  ///   - form: `prefix`, `infix` or `postfix`: where it stands.
  /// - Returns: the attributes, with a leading blank before each.
  static func growing(_ text: String, form: String) -> String {
    if form != "infix" {
      if brackets.contains(text) { return "" }
      if text == "|" { return " form=\"\(form)\"" }
    }
    return " form=\"\(form)\" fence=\"true\" stretchy=\"true\" symmetric=\"true\"" + noSpace
  }

  static let noSpace = " lspace=\"0\" rspace=\"0\""
  private static let relationSpace = " lspace=\"0.2778em\" rspace=\"0.2778em\""
  private static let brackets: Set<String> = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉",
  ]
  /// Signs that the dictionary knows as prefixes.
  private static let signsOfTerms: Set<String> = ["+", "−", "±", "∓"]
  /// Ordinary signs to which the dictionary gives no room.
  private static let spaceless: Set<String> = ["∀", "∃", "∄", "¬", "∠", "′", "″", "‴", "⁗", "!"]
  private static let bars: Set<String> = ["|", "‖"]
  private static let upright: Set<String> = ["↑", "↓", "↕", "⇑", "⇓"]

  private static func ordinary(_ text: String) -> String {
    if brackets.contains(text) { return " stretchy=\"false\"" }
    if spaceless.contains(text) || text.hasPrefix("′") { return "" }
    // At an end of the row the dictionary would let these grow.
    return (bars.contains(text) ? " stretchy=\"false\"" : "") + noSpace
  }

  private static func delimiter(_ sign: MathSign) -> String {
    if sign.text == "!" { return "" }
    if sign.text == "?" { return noSpace }
    if brackets.contains(sign.text) { return " stretchy=\"false\"" }
    let form = sign.role == .opening ? "prefix" : "postfix"
    return sign.text == "|"
      ? " form=\"\(form)\" stretchy=\"false\"" : " form=\"\(form)\" stretchy=\"false\"" + noSpace
  }

  private static func binary(_ text: String, in atom: PlacedAtom) -> String {
    let isSole = atom.isFirst && atom.isLast
    guard !isSole else { return "" }
    guard atom.isUnary else {
      return atom.isFirst && signsOfTerms.contains(text) ? " form=\"infix\"" : ""
    }
    guard signsOfTerms.contains(text), atom.next?.beginsOperand ?? false else { return noSpace }
    return atom.isFirst ? "" : " form=\"prefix\""
  }

  private static func relation(_ text: String, isFirst: Bool) -> String {
    if text == ":" { return relationSpace }
    if upright.contains(text) { return " stretchy=\"false\"" }
    // The dictionary knows this one as a prefix too, which has no room.
    return text == "∼" && isFirst ? " form=\"infix\"" : ""
  }

  private static func sized(_ sign: MathSign, _ size: String) -> String {
    var attributes = ""
    if !brackets.contains(sign.text) {
      attributes += " stretchy=\"true\" symmetric=\"true\""
      attributes += sign.role == .relation ? relationSpace : noSpace
    }
    return attributes + " minsize=\"\(size)em\" maxsize=\"\(size)em\""
  }
}
