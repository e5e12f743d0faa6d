/// Scripts, limits, accents and labelled arrows as MathML.
extension MathMLWriter {
  mutating func scripts(
    _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, _ placement: ScriptPlacement,
    in atom: PlacedAtom?
  ) {
    let isBeside = placement == .beside
    let name =
      switch (lower != nil, upper != nil) {
      case (true, true): isBeside ? "msubsup" : "munderover"
      case (true, false): isBeside ? "msub" : "munder"
      default: isBeside ? "msup" : "mover"
      }
    element(name) {
      $0.scriptBase(base, placement, in: atom)
      if let lower { $0.write(lower) }
      if let upper { $0.write(upper) }
    }
  }

  /// The base; one whose limits move needs to say so where the operator dictionary does not.
  private mutating func scriptBase(
    _ base: MathNode, _ placement: ScriptPlacement, in atom: PlacedAtom?
  ) {
    switch (base, placement) {
    case (.function(let name, _), .movable):
      token("mo", SignAttributes.noSpace + " movablelimits=\"true\"", name)
    case (.sign(let sign), .stacked) where sign.role == .large(takesLimits: true):
      token("mo", " movablelimits=\"false\"", sign.text)
    default: write(base, in: atom)
    }
  }

  mutating func accent(_ base: MathNode, _ accent: MathAccent) {
    // Set as accents, bars and hats touch capitals where the font has no metrics for mathematics.
    let attribute =
      if accent.isUnder { " accentunder=\"true\"" } else {
        accent.takesLabel ? " accent=\"true\"" : ""
      }
    element(accent.isUnder ? "munder" : "mover", attribute) {
      $0.write(base)
      $0.token("mo", accent.isStretchy ? "" : " stretchy=\"false\"", accent.mark)
    }
  }

  mutating func labelledArrow(_ arrow: String, _ under: MathNode?, _ over: MathNode?) {
    scripts(
      .sign(MathSign(arrow, .relation)), under.map(Self.padded), over.map(Self.padded), .stacked,
      in: nil)
  }

  /// A label with room at both sides, so that the arrow is longer than it.
  private static func padded(_ label: MathNode) -> MathNode {
    let space = MathNode.space(MathSpace(width: "0.5", plainText: ""))
    return .row([space, label, space])
  }
}
